import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    return law(x) * x;
  }

  private static double law(double x) {
    return Math.exp(-x);
  }
}
