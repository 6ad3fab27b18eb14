import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double magnitude(double x) {
    return x < 0 ? -x : x;
  }
}
