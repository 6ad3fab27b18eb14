package dev.adjoint.tests.mixing;

import dev.adjoint.Autograd;
import dev.adjoint.Context;
import dev.adjoint.Differentiable;
import dev.adjoint.Function;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is computed within {@code noGrad} is a constant; what was there before keeps its graph. */
final class Unrecorded {
  private Unrecorded() {}

  private record Pair(Tensor first, Tensor second) {}

  static final class Same extends Function {
    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      return inputs[0];
    }

    @Override
    protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      return gradOutputs;
    }
  }

  private static Pair swapped(Tensor a, Tensor b) {
    return new Pair(b, a.mul(2));
  }

  private static Tensor grown(Tensor x) {
    Tensor h = x.mul(2);
    for (int i = 0; i < 2; i++) {
      h = i > 0 ? h.mul(2).contiguous() : h;
    }
    return h;
  }

  private static Tensor same(Tensor x) {
    return x;
  }

  private static Tensor[] several(Tensor x) {
    return new Tensor[] {x.mul(2), grown(x)};
  }

  @Differentiable
  static Tensor chosen(Tensor x, Tensor w, boolean isLarge) {
    Tensor c;
    Tensor d;
    try (var _ = Autograd.noGrad()) {
      Tensor t = x.mul(2);
      c = isLarge ? x : w.mul(3);
      d =
          switch (x.dim()) {
            case 2 -> isLarge ? t : w;
            default -> x;
          };
    }
    return c.mul(x).add(d.mul(w)).sum();
  }

  @Differentiable
  static Tensor best(Tensor x, Tensor w, boolean isLarge) {
    Tensor best = x;
    Tensor other = w;
    Tensor h = x;
    for (int i = 0; i < 3; i++) {
      h = h.mul(w);
      try (var _ = Autograd.noGrad()) {
        Tensor before = best;
        best = h.sum().item() > best.sum().item() ? h : best;
        other = isLarge ? before : best.mul(0.5);
      }
    }
    return best.mul(x).add(other.mul(w)).sum();
  }

  @Differentiable
  static Tensor held(Tensor x, Tensor w, boolean isLarge) {
    Tensor[] q = {x, x.mul(w)};
    List<Tensor> list = new ArrayList<>();
    list.add(w.sin());
    Tensor[] copy;
    Pair pair;
    Tensor first;
    try (var _ = Autograd.noGrad()) {
      Tensor t = q[0];
      q[0] = isLarge ? q[1] : q[1].mul(2);
      q[1] = t;
      copy = q.clone();
      pair = swapped(x, w);
      first = list.get(0);
      list.add(list.get(0).mul(2));
    }
    Tensor sum = copy[0].mul(x).add(q[1].mul(w)).add(pair.first().mul(pair.second()));
    return sum.add(first.mul(x)).add(list.get(1).mul(x)).sum();
  }

  @Differentiable
  static Tensor called(Tensor x, Tensor w, boolean isLarge) {
    UnaryOperator<Tensor> maybe = t -> isLarge ? t : t.mul(2);
    Tensor c;
    Tensor[] d;
    try (var _ = Autograd.noGrad()) {
      Tensor t = same(x.mul(2)).contiguous();
      d = several(w);
      c = maybe.apply(x).mul(grown(w)).add(new Same().apply(x)).add(same(x).detach()).add(t);
      d[0] = maybe.apply(w);
    }
    return c.mul(x).add(d[0].mul(d[1]).mul(w)).sum().mul(0.05);
  }
}
