package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.LogisticLossDerivatives;
import dev.adjoint.nn.Reduction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Binary cross entropy of the sigmoid of logits: {@code (1 - t) x + f log(1 + exp(-x))} with {@code
 * f = 1 + (p - 1) t}, weighted.
 *
 * @param reduction what is done with the losses of the elements
 * @param weight a factor for each loss, broadcast, or null
 * @param positiveWeight the factor {@code p} of the part that the target counts, or null
 */
public record LogisticLoss(
    Reduction reduction, @Nullable Tensor weight, @Nullable Tensor positiveWeight) {
  private static final String NAME = "binary_cross_entropy_with_logits";

  /** One loss, or one per element. */
  public Tensor of(Tensor input, Tensor target) {
    if (!input.layout().sameShape(target.layout())) {
      throw new IllegalArgumentException(
          "Target size (torch.Size(%s)) must be the same as input size (torch.Size(%s))"
              .formatted(Arrays.toString(target.shape()), Arrays.toString(input.shape())));
    }
    Refusals.requireConstant(NAME, "weight", weight);
    Refusals.requireConstant(NAME, "pos_weight", positiveWeight);
    return new Formula(
            "BinaryCrossEntropyWithLogitsBackward0",
            Formula.Saves.OPERANDS,
            all -> reduction.of(values(all[0], all[1])),
            (g, all, i) ->
                g[0] == null
                    ? null
                    : i == 0
                        ? LogisticLossDerivatives.logitsInput(
                            g[0], all[0], all[1], reduction, weight, positiveWeight)
                        : LogisticLossDerivatives.logitsTarget(
                            g[0], all[0], all[1], reduction, weight, positiveWeight))
        .apply(input, target);
  }

  private Tensor values(Tensor input, Tensor target) {
    Tensor tail = input.abs().neg_().exp_().log1p_();
    Tensor losses =
        positiveWeight == null
            ? input.relu().sub(input.mul(target)).add(tail)
            : target
                .rsub(1)
                .mul(input)
                .add(positiveWeight.sub(1).mul(target).add(1).mul(tail.add(input.neg().relu())));
    return weight == null ? losses : losses.mul(weight);
  }
}
