import dev.adjoint.Autograd;
import dev.adjoint.Differentiable;
import dev.adjoint.NoDiff;

/** A parameter without derivative, and a value held fixed. */
final class Constant {
  @Differentiable
  static double constant(double x, @NoDiff double temperature) {
    double fixed = Autograd.stopGradient(x * temperature);
    return x * fixed + temperature;
  }
}
