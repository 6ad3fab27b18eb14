import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;

final class Model {
  interface Table {
    double read(double x);
  }

  @DerivativeOf(type = Table.class, method = "read", wrt = "x")
  static double readX(double gradOutput, float x) { // error: [ADJ0701]
    return gradOutput * 2 * x;
  }

  @Differentiable
  static double f(double x) {
    return x * x;
  }
}
