import dev.adjoint.Differentiable;

final class Model {
  @Differentiable(wrt = "wieght") // error: [ADJ0105]
  static double loss(double weight, double x) {
    return weight * x;
  }
}
