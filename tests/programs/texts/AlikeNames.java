import dev.adjoint.Differentiable;

/** Methods that are called as what is generated for others. */
final class AlikeNames {
  private AlikeNames() {}

  @Differentiable
  static double f(double x) {
    boolean isLarge = fBackward(x, 2) + fValueAndGrad(x) + gForward(x) + F(x) > 1;
    return isLarge ? g(x) * G(x) : x;
  }

  private static double fBackward(double x, double k) {
    return Math.sin(x) * k;
  }

  private static double fValueAndGrad(double x) {
    return Math.cos(x);
  }

  private static double F(double x) {
    return x * x;
  }

  private static double g(double x) {
    return Math.sin(x);
  }

  private static double G(double x) {
    return Math.exp(x);
  }

  private static double gForward(double x) {
    return Math.tanh(x);
  }
}
