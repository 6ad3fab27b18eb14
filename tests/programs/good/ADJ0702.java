import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;

final class Model {
  static double fdim(double x, double y) {
    return Math.max(x - y, 0);
  }

  @DerivativeOf(type = Model.class, method = "fdim", wrt = "x")
  static double fdimX(double gradOutput, double x, double y) {
    return x > y ? gradOutput : 0;
  }

  @Differentiable
  static double f(double x) {
    return fdim(x, 1) * x;
  }
}
