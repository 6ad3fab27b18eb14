import dev.adjoint.Differentiable;

/** Functions of one and two arguments; the results serve the derivatives. */
final class MathFunctions {
  @Differentiable
  static double mathFunctions(double x, double y) {
    double a = Math.exp(x) + Math.log(y) + Math.sqrt(x) + Math.tanh(y);
    double b = Math.pow(x, y) + Math.atan2(y, x) + Math.hypot(x, y);
    return a * b + Math.max(x, y) + Math.abs(x - y);
  }
}
