package dev.adjoint.tests.mixing;

import dev.adjoint.Checkpoint;
import dev.adjoint.Differentiable;
import dev.adjoint.NoDiff;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.TensorHook;
import java.util.ArrayList;
import java.util.List;

/** Methods that register hooks on the tensors they make. */
final class Hooked {
  /** What was noted last. */
  static final List<String> NOTED = new ArrayList<>();

  private Hooked() {}

  static Tensor clipped(Tensor gradient) {
    return gradient.clamp(-0.4, 0.3);
  }

  static Tensor noted(Tensor gradient) {
    NOTED.add(gradient.detach().toString());
    return gradient;
  }

  @Differentiable
  static Tensor several(Tensor x, Tensor w, TensorHook hook, @NoDiff double k) {
    Tensor h = x.mul(w);
    Tensor factor = x.detach().cos();
    h.registerHook(hook);
    h.registerHook(g -> g.mul(k).add(factor));
    h.registerHook(g -> null);
    h.registerHook(Hooked::clipped);
    h.registerHook(
        g -> {
          if (g.sum().item() > 0) {
            return g.mul(g);
          }
          return null;
        });
    return h.mul(h).mul(w).sum();
  }

  static Tensor layer(Tensor x, Tensor w) {
    Tensor h = x.matmul(w);
    h.registerHook(Hooked::clipped);
    return h.tanh();
  }

  @Checkpoint
  static Tensor again(Tensor x, Tensor w) {
    Tensor h = x.mul(w);
    h.registerHook(g -> g.mul(3));
    return h.sin();
  }

  @Differentiable
  static Tensor net(Tensor x, Tensor w, boolean isHooked, int steps) {
    Tensor h = layer(x, w);
    for (int i = 0; i < steps; i++) {
      double scale = 1 + i;
      h = h.mul(w);
      if (isHooked) {
        h.registerHook(g -> g.mul(scale));
      }
      h = again(layer(h, w), w);
    }
    return h.sum();
  }

  /** Where the path taken does not make the tensor, its hook is not called. */
  @Differentiable
  static Tensor branched(Tensor x, Tensor w, boolean isUsed) {
    Tensor y = x;
    if (isUsed) {
      Tensor h = x.mul(w);
      h.registerHook(Hooked::noted);
      y = h.mul(x);
    }
    return y.mul(y).sum();
  }

  @Differentiable
  static Tensor ofSeveral(Tensor[] xs, Tensor w) {
    Tensor sum = w.mul(0);
    for (Tensor x : xs) {
      Tensor h = x.mul(w);
      h.registerHook(Hooked::clipped);
      sum = sum.add(h);
    }
    return sum.mul(sum).sum();
  }

  private record Halves(Tensor first, Tensor second) {}

  private static Halves halves(Tensor h, Tensor w) {
    return new Halves(h.mul(0.5), w.mul(0.5));
  }

  /** Hooks that read the tensor they are on, which goes into lists, arrays and records. */
  @Differentiable
  static Tensor ofItself(Tensor x, Tensor w) {
    Tensor h = x.mul(w);
    h.registerHook(g -> g.add(1));
    h.registerHook(g -> g.mul(h));
    Tensor k = Tensor.stack(List.of(h, w), 0).sin();
    k.registerHook(Hooked::clipped);
    Tensor m = Tensor.cat(new Tensor[] {k.sum(0), h}, 0);
    return halves(m, x).first().cos().sum();
  }
}
