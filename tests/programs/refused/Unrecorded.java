import dev.adjoint.Autograd;
import dev.adjoint.Differentiable;
import dev.adjoint.Tensor;
import java.util.Objects;

/** What is called within noGrad may return a tensor that was there before, with its graph. */
final class Unrecorded {
  private Unrecorded() {}

  private static Tensor layers(Tensor x, int n) {
    Tensor h = x;
    for (int i = 0; i < n; i++) {
      h = h.sin();
    }
    return h;
  }

  private static Tensor[] both(Tensor x) {
    return new Tensor[] {x.mul(2), x};
  }

  @Differentiable
  static Tensor converted(Tensor x) {
    Tensor h = x.sin();
    Tensor c;
    try (var _ = Autograd.noGrad()) {
      c = x.contiguous(); // read for what is new in any case
      c = c.mul(h.flatten(0, 0));
      c = Tensor.stack(new Tensor[] {h.flatten(0, 0), c}, 0).sum(0);
      c = h.flatten(0, 0).contiguous(); // error: [ADJ0405]
    }
    return c.mul(x);
  }

  @Differentiable
  static Tensor called(Tensor x, int n) {
    Tensor c;
    Tensor[] d;
    try (var _ = Autograd.noGrad()) {
      c = layers(x, n); // error: [ADJ0405]
      d = both(x); // error: [ADJ0405]
    }
    return c.mul(x).add(d[0]);
  }

  @Differentiable
  static Tensor library(Tensor x) {
    Tensor c;
    try (var _ = Autograd.noGrad()) {
      c = Objects.requireNonNull(x); // error: [ADJ0405]
    }
    return c.mul(x);
  }
}
