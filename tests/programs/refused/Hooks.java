import dev.adjoint.Autograd;
import dev.adjoint.Context;
import dev.adjoint.Differentiable;
import dev.adjoint.Function;
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

  /** The hooks would not run in the order in which they are registered. */
  @Differentiable
  static Tensor inTwoPlaces(Tensor x, boolean b) {
    Tensor h = x.sin();
    h.registerHook(g -> g.mul(2));
    if (b) {
      h.registerHook(g -> g.add(1)); // error: [ADJ0405]
      h.registerHook(g -> g.mul(3));
    }
    return h.mul(x);
  }

  private static Tensor returned(Tensor x) {
    Tensor h = x.sin();
    h.registerHook(g -> g.mul(2));
    return h;
  }

  @Differentiable
  static Tensor inTwoMethods(Tensor x) {
    Tensor h = returned(x);
    h.registerHook(g -> g.add(1)); // error: [ADJ0405]
    return h.mul(x);
  }

  /** Nor those that are registered on the result. */
  @Differentiable
  static Tensor onTheResult(Tensor x) {
    Tensor h = x.sin();
    h.registerHook(g -> g.mul(2)); // error: [ADJ0405]
    return h;
  }

  @Differentiable
  static Tensor onTheResultOfSomePaths(Tensor x, int n) {
    Tensor y = x.cos();
    for (int i = 0; i < n; i++) {
      Tensor h = returned(y).contiguous(); // error: [ADJ0405]
      y = n > 3 ? h : h.cos();
    }
    return y;
  }

  /** Where it is a mask only, or of a size, no gradient arrives. */
  @Differentiable
  static Tensor withoutADerivative(Tensor x, boolean b) {
    Tensor h = x.sin();
    h.registerHook(g -> g.add(1)); // error: [ADJ0405]
    Tensor k = x.cos();
    k.registerHook(g -> g.add(1)); // error: [ADJ0405]
    return b ? x.mul(h.gt(0.5)).mul(k.size(0)) : h.mul(k);
  }

  static final class Stop extends Function {
    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      return inputs[0].mul(inputs[1]);
    }

    @Override
    protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      return new Tensor[] {gradOutputs[0], null};
    }
  }

  @Differentiable
  static Tensor inAFunction(Tensor x) {
    Tensor h = x.sin();
    h.registerHook(g -> g.add(1)); // error: [ADJ0405]
    return new Stop().apply(x, h);
  }

  private record Pair(Tensor first, Tensor second) {}

  private static Pair both(Tensor a, Tensor b) {
    return new Pair(a.cos(), b.cos());
  }

  @Differentiable
  static Tensor inOnePartOfAResult(Tensor x, boolean b) {
    Tensor h = x.sin();
    h.registerHook(g -> g.add(1)); // error: [ADJ0405]
    Pair pair = both(h, x);
    return b ? pair.first() : pair.second();
  }
}
