import dev.adjoint.Autograd;
import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    return Math.floor(Autograd.stopGradient(x)) * x;
  }
}
