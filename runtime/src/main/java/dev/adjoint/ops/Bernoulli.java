package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.BinaryNode;
import dev.adjoint.autograd.Partial;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.CopyDerivatives;

/** Coins: 1 with a given probability, else 0. */
public final class Bernoulli {
  private static final Partial SELF =
      new Partial(
          Reads.NOTHING, (gradOutput, self, p, result) -> CopyDerivatives.overwritten(gradOutput));
  private static final Partial PROBABILITY =
      new Partial(
          Reads.NOTHING,
          (gradOutput, self, p, result) ->
              CopyDerivatives.source(CopyDerivatives.overwritten(gradOutput), p));

  private Bernoulli() {}

  /** Overwrites a tensor by coins of one probability. */
  public static Tensor fill(Tensor self, double p, Generator generator) {
    if (!(0 <= p && p <= 1)) {
      throw new IllegalArgumentException(
          "bernoulli_ expects p to be in [0, 1], but got p=" + Sampling.text(p));
    }
    return Sampling.overwrite(
        self,
        "BernoulliBackward2",
        DType.FLOAT64,
        count -> Draws.doubles(count, generator, source -> source.nextDouble() < p ? 1 : 0));
  }

  /** Overwrites a tensor by coins of these probabilities, broadcast. */
  public static Tensor fill(Tensor self, Tensor p, Generator generator) {
    Views.checkExpandable(p.layout().sizes(), self.layout().sizes());
    Tensor stretched = new Tensor(p.storage(), p.layout().expandedTo(self.layout().sizes()));
    MemoryOrder order = MemoryOrder.of(self);
    InPlace.checkWritable(self);
    double[] coins = coins(order.view(stretched), generator);
    BinaryNode node = null;
    if (Recording.isNeeded(self, p)) {
      node = new BinaryNode("BernoulliBackward1", SELF, PROBABILITY, self, p);
    }
    Dense.write(order.view(self), coins, DType.FLOAT64);
    return node == null ? self : node.recordInPlace(self);
  }

  /** Coins of the probabilities that a tensor holds. */
  public static Tensor draw(Tensor self, Generator generator) {
    Tensor result = Creation.zeros(self.dtype(), self.layout().sizes());
    Dense.write(result, coins(self, generator), DType.FLOAT64);
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "BernoulliBackward0",
                Reads.NOTHING,
                (g, s, r) -> CopyDerivatives.overwritten(g),
                self)
            .record(result)
        : result;
  }

  /** Draws as finely as the type of the probabilities is. */
  private static double[] coins(Tensor p, Generator generator) {
    if (!p.dtype().isFloatingPoint()) {
      throw Sampling.notImplemented("bernoulli_tensor_cpu_p_", p);
    }
    double[] coins = (double[]) Dense.copy(p, DType.FLOAT64);
    boolean isSingle = p.dtype() == DType.FLOAT32;
    for (double value : coins) {
      if (!(0 <= value && value <= 1)) {
        throw new IllegalArgumentException(
            "bernoulli expects probabilities in [0, 1], but got " + Sampling.text(value));
      }
    }
    synchronized (generator) {
      for (int i = 0; i < coins.length; i++) {
        double drawn = isSingle ? generator.nextFloat() : generator.nextDouble();
        coins[i] = drawn < coins[i] ? 1 : 0;
      }
    }
    return coins;
  }
}
