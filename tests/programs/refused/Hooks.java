import dev.adjoint.Autograd;
import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import java.util.function.DoubleUnaryOperator;

/** Hooks on gradients that are not known, or have no meaning. */
final class Hooks {
  final double factor;

  Hooks(double factor) {
    this.factor = factor;
  }

  @Differentiable
  static double unknown(double x, DoubleUnaryOperator hook) {
    return Autograd.onGradient(x, hook) * x; // error: [ADJ0405]
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double forward(double x) {
    return Autograd.onGradient(x, g -> 2 * g) * x; // error: [ADJ0405]
  }

  @Differentiable(order = 2)
  static double twice(double x) {
    return Autograd.onGradient(x, g -> 2 * g) * x; // error: [ADJ0405]
  }

  @Differentiable(check = true)
  static double checked(double x) {
    return Autograd.onGradient(x, g -> 2 * g) * x; // error: [ADJ0405]
  }

  @Differentiable
  static double array(double x, double[] w) {
    return Autograd.onGradient(x, g -> w[0] * g) * x; // error: [ADJ0405]
  }

  @Differentiable
  double field(double x) {
    return Autograd.onGradient(x, g -> factor * g) * x; // error: [ADJ0405]
  }

  @Differentiable
  static double guarded(double x) {
    DoubleUnaryOperator hook =
        g -> {
          try { // error: [ADJ0401]
            return 1 / g;
          } catch (ArithmeticException e) {
            return g;
          }
        };
    return Autograd.onGradient(x, hook) * x;
  }
}
