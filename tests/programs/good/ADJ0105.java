import dev.adjoint.Differentiable;

final class Model {
  @Differentiable(wrt = "weight")
  static double loss(double weight, double x) {
    return weight * x;
  }
}
