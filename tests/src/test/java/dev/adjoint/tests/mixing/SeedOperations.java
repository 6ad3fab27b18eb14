package dev.adjoint.tests.mixing;

import dev.adjoint.Differentiable;
import dev.adjoint.NoDiff;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;

/** One method for each operation that straight-line tensor code starts with. */
final class SeedOperations {
  private SeedOperations() {}

  @Differentiable
  static Tensor sums(Tensor w, Tensor x) {
    return w.add(x).add(1.5).add(2L).add(x, 0.5).add(w, 3L);
  }

  @Differentiable
  static Tensor differences(Tensor w, Tensor x) {
    return w.sub(x).sub(1.5).sub(2L).sub(w, 0.5).sub(x, 3L).rsub(0.5).rsub(1L);
  }

  @Differentiable
  static Tensor products(Tensor w, Tensor x) {
    return w.mul(x).mul(1.5).mul(2L);
  }

  @Differentiable
  static Tensor quotients(Tensor w, Tensor x) {
    Tensor positive = x.square().add(1);
    return w.div(positive).div(1.5).div(2L).add(positive.rdiv(2.5)).add(positive.rdiv(3L));
  }

  @Differentiable
  static Tensor powers(Tensor w, Tensor x) {
    Tensor positive = x.square().add(1);
    return positive.pow(w).add(w.pow(2L)).add(positive.pow(1.5)).add(w.rpow(1.5)).add(w.rpow(2L));
  }

  @Differentiable
  static Tensor elementary(Tensor w, Tensor x) {
    Tensor positive = x.square().add(1);
    return w.neg().exp().mul(positive.log()).add(positive.sqrt());
  }

  @Differentiable
  static Tensor activations(Tensor w, Tensor x) {
    return w.tanh().add(x.sigmoid()).add(w.relu()).mul(x.abs());
  }

  @Differentiable
  static Tensor functionalActivations(Tensor w, Tensor x) {
    return Functional.relu(w).add(Functional.softmax(x, 1)).mul(Functional.logSoftmax(w, 0));
  }

  @Differentiable
  static Tensor totals(Tensor w, Tensor x) {
    return w.sum().mul(x.sum(0)).add(w.sum(1, true)).add(x.sum(new int[] {0, 1}, true));
  }

  @Differentiable
  static Tensor means(Tensor w, Tensor x) {
    return w.mean().mul(x.mean(0)).add(w.mean(1, true)).add(x.mean(new int[] {0, 1}, true));
  }

  @Differentiable
  static Tensor norms(Tensor w, Tensor x) {
    return w.norm().mul(x.norm(3.0)).add(w.norm(2.0, new int[] {1}, true));
  }

  @Differentiable
  static Tensor extremes(Tensor w, Tensor x) {
    return w.max().mul(x.max(w)).add(w.maximum(x)).add(x.min()).add(w.minimum(x));
  }

  @Differentiable
  static Tensor matrices(Tensor w, Tensor x) {
    return w.mm(x).add(w.matmul(x)).add(x.t().matmul(w.transpose(0, 1)));
  }

  @Differentiable
  static Tensor vectors(Tensor w, Tensor x) {
    Tensor first = w.select(0, 0L);
    Tensor inner = first.matmul(x.select(0, 1L));
    return w.matmul(first).add(first.matmul(x)).add(w.mv(first)).mul(inner);
  }

  @Differentiable
  static Tensor batches(Tensor w, Tensor x) {
    Tensor batch = w.reshape(1, 2, 2).expand(3, 2, 2);
    Tensor row = x.select(1, 0L);
    return batch.matmul(x).add(batch.matmul(row).unsqueeze(2)).add(w.matmul(batch));
  }

  @Differentiable
  static Tensor shapes(Tensor w, Tensor x) {
    return w.reshape(4).mul(x.view(-1)).reshape(2, 2).t();
  }

  @Differentiable
  static Tensor comparisons(Tensor w, Tensor x) {
    Tensor larger = w.gt(x).to(w.dtype()).add(w.lt(0.5).to(w.dtype()));
    return w.mul(larger).add(x.mul(w.eq(x).to(w.dtype())));
  }

  @Differentiable
  static Tensor chosen(Tensor w, Tensor x) {
    return Tensor.where(w.lt(x), w.square(), x.mul(w));
  }

  @Differentiable
  static Tensor created(Tensor w, Tensor x) {
    Tensor constants =
        Tensor.ones(w.dtype(), 2, 2)
            .add(Tensor.zeros(w.dtype(), 2, 2))
            .add(Tensor.eye(2, 2, w.dtype()))
            .add(Tensor.onesLike(x))
            .add(Tensor.full(new long[] {2, 2}, 0.5, w.dtype()))
            .add(Tensor.tensor(new double[] {0.25, 0.5}, w.dtype()));
    return w.mul(constants).add(x.mul(Tensor.zerosLike(x)));
  }

  @Differentiable
  static Tensor copied(Tensor w, Tensor x) {
    return w.clone().mul(x.detach()).add(x.contiguous().mul(w.data()));
  }

  @Differentiable
  static Tensor squaredError(Tensor w, Tensor x) {
    return Functional.mseLoss(w, x).add(Functional.mseLoss(w.t(), x));
  }

  @Differentiable(wrt = "w")
  static Tensor logisticLoss(Tensor w, @NoDiff Tensor labels) {
    return Functional.binaryCrossEntropyWithLogits(w, labels);
  }

  @Differentiable(wrt = "w")
  static Tensor classLoss(Tensor w, @NoDiff Tensor classes) {
    return Functional.crossEntropy(w, classes);
  }

  @Differentiable
  static Tensor clamped(Tensor w, Tensor x) {
    return w.clampMin(0.1).add(x.clampMax(0.7)).mul(w.clamp(-1.0, 0.6));
  }

  @Differentiable
  static Tensor units(Tensor w, Tensor x) {
    return Functional.gelu(w).add(Functional.leakyRelu(x)).mul(Functional.softplus(w));
  }

  @Differentiable
  static Tensor layer(Tensor w, Tensor x) {
    return Functional.linear(x, w).add(Functional.linear(x, w, x.select(0, 0L)));
  }

  @Differentiable
  static Tensor spread(Tensor w, Tensor x) {
    return w.var().add(x.std()).mul(w.softmax(1)).add(x.logSoftmax(0));
  }
}
