import dev.adjoint.Autograd;
import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x, int n) {
    double scale = Autograd.stopGradient(1.0 / n); // warning: [ADJ0803]
    return x * scale;
  }
}
