package dev.adjoint.tests.mixing;

import dev.adjoint.Differentiable;
import dev.adjoint.Linalg;
import dev.adjoint.MaxResult;
import dev.adjoint.Mode;
import dev.adjoint.NoDiff;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Methods on arrays and lists of tensors, and on operations with several results. */
final class Sequences {
  private Sequences() {}

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor recurrent(Tensor[] xs, Tensor w) {
    Tensor h = xs[0].mul(0.5);
    Tensor[] states = new Tensor[xs.length];
    for (int t = 0; t < xs.length; t++) {
      h = xs[t].matmul(w).add(h).tanh();
      states[t] = h;
    }
    return Tensor.cat(states, 0);
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor collected(List<Tensor> xs, Tensor w) {
    List<Tensor> outs = new ArrayList<>();
    Tensor h = w;
    for (Tensor x : xs) {
      h = h.matmul(x).sin();
      if (outs.size() < 2 || h.sum().item() > 0) {
        outs.add(h);
      }
    }
    outs.set(0, outs.get(0).mul(outs.get(outs.size() - 1)));
    outs.add(Tensor.stack(outs, 0).sum(0));
    return Tensor.stack(new ArrayList<>(outs), 0);
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor product(Tensor... factors) {
    Tensor product = factors[0];
    for (int i = 1; i < factors.length; i++) {
      product = product.mul(factors[i]);
    }
    return product;
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor products(Tensor a, Tensor b) {
    return product(a, b, a)
        .add(product(b))
        .sub(product(Tensor.cat(new Tensor[] {a, b}, 0).chunk(2, 0)));
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor halves(Tensor x, Tensor w) {
    Tensor[] halves = x.chunk(2, 0);
    Tensor sum = halves[0].mul(halves[1]).sum();
    for (Tensor row : w.unbind(0)) {
      sum = sum.mul(row.sum()).add(row.square().sum());
    }
    Tensor[] uneven = w.split(new long[] {1, 1}, 1);
    return sum.add(uneven[1].sum());
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor extremes(Tensor x, Tensor w) {
    MaxResult most = x.max(1);
    Tensor last = x.sort(0, true).values().select(0, 1);
    MaxResult top = w.mul(x).topk(1, 0, true);
    Tensor sum = most.values().mul(last).add(top.values());
    return most.indices().sum().item() > 0 ? sum.mul(w) : sum.add(w);
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor factored(Tensor x, Tensor w) {
    var qr = Linalg.qr(x);
    var eigen = Linalg.eigh(w.add(w.transpose(0, 1)));
    Tensor middle = qr.q().mul(2).add(qr.r());
    for (int i = 0; i < 2; i++) {
      var factors = Linalg.svd(middle, false);
      middle = middle.add(factors.s()).mul(eigen.eigenvalues());
    }
    return middle.add(eigen.eigenvectors().abs());
  }

  /** Writes into the array it is given, in a branch of a loop. */
  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor shifted(Tensor[] xs, Tensor w) {
    Tensor[] before = xs.clone();
    scale(before, w);
    for (int i = 1; i < before.length; i++) {
      if (i % 2 == 1) {
        before[i] = before[i - 1].add(before[i]).sin();
      }
    }
    return Tensor.cat(before, 1).mul(xs[0].sum());
  }

  private static void scale(Tensor[] xs, Tensor w) {
    for (int i = 0; i < xs.length; i++) {
      xs[i] = xs[i].mul(w);
    }
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor grown(Tensor x, @NoDiff List<Tensor> constants) {
    List<Tensor> all = new ArrayList<>(constants);
    extend(all, x, 3);
    return Tensor.cat(all.toArray(new Tensor[0]), 0).mul(last(all).sum());
  }

  private static void extend(List<Tensor> all, Tensor x, int times) {
    if (times > 0) {
      all.add(x.mul(times).cos());
      extend(all, all.get(all.size() - 1), times - 1);
    }
  }

  private static Tensor last(List<Tensor> all) {
    return all.get(all.size() - 1);
  }

  /** Several results, one of them as it came. */
  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor[] prefixes(Tensor[] xs, Tensor w) {
    Tensor[] sums = new Tensor[xs.length];
    Tensor sum = w;
    for (int i = 0; i < xs.length; i++) {
      sum = sum.mul(xs[i]).add(w);
      sums[i] = i == 1 ? xs[0] : sum;
    }
    return sums;
  }

  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static List<Tensor> pairs(List<Tensor> xs) {
    return List.of(xs.get(0).mul(xs.get(1)), xs.get(1).sin());
  }

  /** What it writes is what its caller finds. */
  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static void squares(Tensor[] xs, Tensor w) {
    for (int i = 0; i < xs.length; i++) {
      xs[i] = xs[i].square().mul(w);
    }
  }

  /** The value of a tensor, before and after others were written over it. */
  @Differentiable
  static Tensor overwritten(Tensor[] xs, Tensor w) {
    Tensor first = xs[0].mul(w);
    xs[0] = w.sin();
    return first.add(xs[0]).mul(xs[1]);
  }

  /** Returns out of a loop: before that there is no result. */
  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor returned(Tensor w, Tensor x) {
    List<Tensor> states = new ArrayList<>();
    Tensor h = x;
    for (int i = 0; i < 6; i++) {
      h = h.mul(w).add(x).tanh();
      states.add(h);
      if (i == 3) {
        return Tensor.stack(states, 0).mul(h);
      }
    }
    return h;
  }

  /** Elements that nothing was stored into. */
  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor sparse(Tensor w, Tensor x) {
    Tensor[] parts = new Tensor[4];
    parts[2] = w.mul(x);
    Tensor product = x;
    for (Tensor part : parts) {
      if (part != null) {
        product = product.mul(part);
      }
    }
    return product;
  }

  /** Adds to the list that it loops over, as long as that is short. */
  @SuppressWarnings("ModifyCollectionInEnhancedForLoop") // that is what it shows
  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor changed(Tensor x, int limit) {
    List<Tensor> terms = new ArrayList<>(List.of(x, x.mul(2)));
    Tensor sum = x;
    for (Tensor term : terms) {
      sum = sum.mul(term);
      if (terms.size() < limit) {
        terms.add(sum);
        if (limit == 3) {
          break;
        }
      }
    }
    return sum.mul(terms.get(terms.size() - 1));
  }

  /** Weights in a record. */
  record Affine(Tensor weight, Tensor bias) {}

  /** Takes records of tensors apart. */
  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static Tensor deconstructed(Affine affine, Tensor x) {
    Tensor y = x;
    if (affine instanceof Affine(Tensor weight, var bias)) {
      y = y.matmul(weight).add(bias);
    }
    return switch (new Affine(y, x)) {
      case Affine(var w, Tensor b) when w.numel() > 9 -> w.sub(b);
      case Affine(_, Tensor b) -> b.mul(y).tanh();
    };
  }
}
