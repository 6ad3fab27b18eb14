package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Reduction;
import dev.adjoint.ops.MarginLosses;
import org.jspecify.annotations.Nullable;

/** Derivatives of losses of margins. At the kink, where a margin is just kept, they are 0. */
public final class MarginLossDerivatives {
  private MarginLossDerivatives() {}

  /**
   * Of {@code multiMarginLoss}: {@code gradOutput * p * missed^(p - 1) / classes} for each class
   * that comes too near, and minus their sum for the target. At the kink it is 0.
   */
  @DerivativeOf(type = Functional.class, method = "multiMarginLoss", wrt = "input")
  public static Tensor multiMarginLossInput(
      Tensor gradOutput,
      Tensor input,
      Tensor target,
      long p,
      double margin,
      @Nullable Tensor weight,
      Reduction reduction) {
    Tensor rows = MarginLosses.rows(input);
    Tensor places = target.toLong().reshape(rows.size(0), 1);
    Tensor missed = rows.sub(rows.gather(1, places)).add(margin);
    Tensor isOther = Tensor.arange(rows.size(1)).ne(places);
    Tensor counted = missed.detach().gt(0).logicalAnd(isOther);
    Tensor slope = p == 1 ? counted.to(rows.dtype()) : missed.mul(2).mul(counted);
    Tensor scaled = slope.mul(each(gradOutput, rows, reduction).unsqueeze(1));
    Tensor weighted = weight == null ? scaled : scaled.mul(weight.take(places));
    return balanced(weighted, places, weighted.sum(1, true)).reshape(input.shape());
  }

  /**
   * Of {@code multilabelMarginLoss}: {@code gradOutput / classes} for each label that a class comes
   * too near to, and minus that for the label. At the kink it is 0.
   */
  @DerivativeOf(type = Functional.class, method = "multilabelMarginLoss", wrt = "input")
  public static Tensor multilabelMarginLossInput(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    Tensor rows = MarginLosses.rows(input);
    MarginLosses.Labels labels = MarginLosses.Labels.of(MarginLosses.rows(target));
    Tensor counted = labels.missed(rows.detach()).gt(0).logicalAnd(labels.counts());
    Tensor each = each(gradOutput, rows, reduction).unsqueeze(1).unsqueeze(2);
    Tensor slope = each.mul(counted.to(rows.dtype()));
    return balanced(slope.sum(1, false), labels.places(), slope.sum(2, false))
        .reshape(input.shape());
  }

  /** The gradient of each sample's loss, over the number of classes. */
  private static Tensor each(Tensor gradOutput, Tensor rows, Reduction reduction) {
    Tensor each = Operands.each(gradOutput, rows.size(0), reduction).div(rows.size(1));
    return each.dim() == 1 ? each : each.expand(rows.size(0));
  }

  /** Gradients of classes, less what their margins take from the targets. */
  private static Tensor balanced(Tensor gradients, Tensor places, Tensor taken) {
    return gradients.scatterAdd(1, places, taken.neg());
  }
}
