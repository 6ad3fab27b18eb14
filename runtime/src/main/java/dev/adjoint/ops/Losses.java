package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.LossDerivatives;
import dev.adjoint.nn.Reduction;

/** Loss functions of two operands and a reduction. */
public final class Losses {
  /** The class that counts as no class. */
  public static final long IGNORED = -100;

  private Losses() {}

  /** Squared differences, reduced. */
  public static Tensor mseLoss(Tensor input, Tensor target, Reduction reduction) {
    return new Formula(
            "MseLossBackward0",
            Formula.Saves.OPERANDS,
            all -> reduction.of(all[0].sub(all[1]).square()),
            (g, all, i) ->
                g[0] == null
                    ? null
                    : i == 0
                        ? LossDerivatives.mseLossInput(g[0], all[0], all[1], reduction)
                        : LossDerivatives.mseLossTarget(g[0], all[0], all[1], reduction))
        .apply(Tensor.broadcastTensors(input, target));
  }

  /** Binary cross entropy of the sigmoid of logits; see {@link LogisticLoss}. */
  public static Tensor binaryCrossEntropyWithLogits(
      Tensor input, Tensor target, Reduction reduction) {
    return new LogisticLoss(reduction, null, null).of(input, target);
  }

  /** Cross entropy from logits, with classes or probabilities as target. */
  public static Tensor crossEntropy(Tensor input, Tensor target, Reduction reduction) {
    return new CrossEntropy(new Likelihoods(reduction, null, IGNORED), 0).of(input, target);
  }

  /** Refuses a target that has the shape of probabilities, but the type of classes. */
  static void requireProbabilities(Tensor input, Tensor target) {
    if (input.layout().sameShape(target.layout()) && !target.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "Expected floating point type for target with class probabilities, got "
              + target.dtype().title());
    }
  }

  /** Negative log likelihood of classes, from log-probabilities. */
  public static Tensor nllLoss(Tensor input, Tensor target, Reduction reduction) {
    return new Likelihoods(reduction, null, IGNORED).of(input, target);
  }
}
