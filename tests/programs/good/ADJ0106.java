import dev.adjoint.Differentiable;
import dev.adjoint.NoDiff;

final class Model {
  @Differentiable
  static double f(double x, @NoDiff Double scale) {
    return x * scale;
  }
}
