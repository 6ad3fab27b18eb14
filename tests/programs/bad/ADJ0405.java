import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    java.util.function.DoubleSupplier square = () -> x * x; // error: [ADJ0405]
    return square.getAsDouble();
  }
}
