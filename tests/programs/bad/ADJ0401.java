import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x, double y) {
    double ratio;
    try { // error: [ADJ0401]
      ratio = divide(x, y);
    } catch (ArithmeticException e) {
      ratio = x;
    }
    return ratio * x;
  }

  static double divide(double x, double y) {
    if (y < 1e-9) {
      throw new ArithmeticException("y is too small");
    }
    return x / y;
  }
}
