import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;

final class Model {
  @DerivativeOf(type = Math.class, method = "fdim", wrt = "x") // error: [ADJ0702]
  static double fdimX(double gradOutput, double x, double y) {
    return x > y ? gradOutput : 0;
  }

  @Differentiable
  static double f(double x) {
    return x * x;
  }
}
