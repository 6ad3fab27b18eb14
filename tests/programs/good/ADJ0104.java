import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static void twice(double x, double[] out) {
    out[0] = 2 * x;
  }
}
