import dev.adjoint.Autograd;
import dev.adjoint.Differentiable;
import dev.adjoint.NoDiff;
import dev.adjoint.Tensor;

/** Tensors changed in place. */
final class InPlace {

  @Differentiable
  static Tensor added(Tensor x, Tensor w) {
    Tensor y = x.mul(w);
    y.add_(x); // error: [ADJ0405]
    return y.mul(y);
  }

  @Differentiable
  static Tensor chained(Tensor x, Tensor w) {
    return x.mul(w).sin_(); // error: [ADJ0201]
  }

  /** The product reads the constant once more. */
  @Differentiable
  static Tensor constant(Tensor x, @NoDiff Tensor w) {
    Tensor sum = x.sum();
    for (int i = 0; i < 3; i++) {
      sum = sum.add(x.mul(w).sum());
      w.mul_(2); // error: [ADJ0405]
    }
    return sum;
  }

  @Differentiable
  static Tensor copied(Tensor x, Tensor w) {
    Tensor buffer = Tensor.zeros(2, 2);
    buffer.copy_(x); // error: [ADJ0405]
    return buffer.mul(w);
  }

  @Differentiable
  static Tensor throughAView(Tensor x, Tensor w) {
    Tensor y = x.mul(w);
    y.select(0, 0).copy_(w.select(0, 1)); // error: [ADJ0405]
    return y.mul(y);
  }

  @Differentiable
  static Tensor inAnArray(Tensor x, Tensor w) {
    Tensor[] ys = {x.mul(w), w.sin()};
    if (x.sum().item() > 0) {
      ys[0].mul_(2); // error: [ADJ0405]
    }
    return ys[0].mul(ys[1]);
  }

  @Differentiable
  static Tensor withoutGrad(Tensor x, Tensor w) {
    Tensor y = x.mul(w);
    try (var _ = Autograd.noGrad()) {
      y.mul_(2); // error: [ADJ0405]
    }
    return y.mul(x);
  }

  @Differentiable
  static Tensor byACallee(Tensor x, @NoDiff Tensor w) {
    Tensor y = x.mul(w);
    clear(w);
    return y;
  }

  private static void clear(Tensor w) {
    w.zero_(); // error: [ADJ0405]
  }

  @Differentiable
  static Tensor required(Tensor x, Tensor w) {
    return x.requiresGrad_().mul(w); // error: [ADJ0201]
  }

  /** What nobody has seen yet may be changed. */
  @Differentiable
  static Tensor fresh(Tensor x) {
    return x.mul(Tensor.zeros(2, 2).fill_(3).add_(1));
  }
}
