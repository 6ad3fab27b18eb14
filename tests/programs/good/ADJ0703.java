import dev.adjoint.DerivativeOf;
import dev.adjoint.Differentiable;

final class Model {
  static double cube(double x) {
    return x * x * x;
  }

  @DerivativeOf(type = Model.class, method = "cube", wrt = "x")
  static double cubeX(double gradOutput, double x) {
    return gradOutput * 3 * x * x;
  }

  @Differentiable
  static double f(double x) {
    return cube(x) + x;
  }
}
