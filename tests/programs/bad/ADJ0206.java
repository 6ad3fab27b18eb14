import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    long bits = Double.doubleToLongBits(x); // error: [ADJ0206]
    return Double.longBitsToDouble(bits + 1) * x;
  }
}
