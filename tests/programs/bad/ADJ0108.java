import dev.adjoint.Differentiable;

final class Model {
  private static double scale(double x) {
    return Double.sum(x, OFFSET[0]); // error: [ADJ0108]
  }

  private static final double[] OFFSET = {1};

  @Differentiable
  static double f(double x) {
    return scale(x);
  }
}
