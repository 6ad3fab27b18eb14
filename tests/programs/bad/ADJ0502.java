import dev.adjoint.Differentiable;
import java.util.function.DoubleSupplier;

final class Model {
  static DoubleSupplier last;

  @Differentiable
  static double f(double x) {
    last = () -> x * x; // error: [ADJ0502]
    return x * x;
  }
}
