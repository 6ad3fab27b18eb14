import dev.adjoint.Autograd;
import dev.adjoint.Differentiable;
import dev.adjoint.Mode;
import dev.adjoint.Tensor;
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

  @Differentiable
  static Tensor onAParameter(Tensor x) {
    x.registerHook(g -> g.mul(2)); // error: [ADJ0405]
    return x.mul(x);
  }

  @Differentiable
  static Tensor usedBefore(Tensor x) {
    Tensor h = x.sin();
    Tensor k = h.cos();
    h.registerHook(g -> g.mul(2)); // error: [ADJ0405]
    return h.mul(k);
  }

  @Differentiable
  static Tensor usedInOneBranch(Tensor x, boolean b) {
    Tensor h = x.sin();
    Tensor k = x;
    if (b) {
      k = h;
      h.registerHook(g -> g.mul(2)); // error: [ADJ0405]
    }
    return h.mul(k);
  }

  private static Tensor same(Tensor x) {
    return x;
  }

  @Differentiable
  static Tensor onTheParameterOfACaller(Tensor x) {
    Tensor h = same(x).contiguous();
    h.registerHook(g -> g.mul(2)); // error: [ADJ0405]
    Tensor k = same(x);
    k.registerHook(g -> g.mul(2)); // error: [ADJ0405]
    return h.mul(k);
  }

  @Differentiable
  static Tensor onTheParameterItself(Tensor x) {
    Tensor h = Tensor.atleast1d(x);
    h.registerHook(g -> g.mul(2)); // error: [ADJ0405]
    Tensor k = Tensor.cartesianProd(x);
    k.registerHook(g -> g.mul(2)); // error: [ADJ0405]
    return h.mul(k);
  }

  @Differentiable
  static Tensor removed(Tensor x) {
    Tensor h = x.sin();
    var handle = h.registerHook(g -> g.mul(2)); // error: [ADJ0405]
    handle.remove();
    return h;
  }

  @Differentiable
  static Tensor inAnArray(Tensor x) {
    Tensor[] h = {x.sin()};
    h[0].registerHook(g -> g.mul(2)); // error: [ADJ0405]
    return h[0];
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor tangents(Tensor x) {
    Tensor h = x.sin();
    h.registerHook(g -> g.mul(2)); // error: [ADJ0405]
    return h;
  }

  @Differentiable
  static Tensor ofAnArray(Tensor x, double[] w) {
    Tensor h = x.sin();
    h.registerHook(g -> g.mul(w[0])); // error: [ADJ0405]
    return h;
  }

  /** With zeros, where it is not called in the dynamic graph. */
  @Differentiable
  static Tensor onSomePaths(Tensor x, boolean b) {
    Tensor h = x.sin();
    h.registerHook(g -> g.add(2)); // error: [ADJ0405]
    return b ? h.mul(x) : x;
  }

  @Differentiable
  static Tensor inSomeIterations(Tensor x, int n) {
    Tensor h = x.sin();
    h.registerHook(g -> g.add(2)); // error: [ADJ0405]
    Tensor y = x;
    for (int i = 0; i < n; i++) {
      y = y.add(h);
    }
    return y;
  }

  private static Tensor hooked(Tensor x) {
    Tensor h = x.sin();
    h.registerHook(g -> g.add(2));
    return h.cos();
  }

  @Differentiable
  static Tensor inACallee(Tensor x, boolean b) {
    Tensor h = hooked(x); // error: [ADJ0405]
    return b ? h : x;
  }
}
