package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Reduction;
import org.jspecify.annotations.Nullable;

/** Derivatives of the binary cross entropy of logits. */
public final class LogisticLossDerivatives {
  private LogisticLossDerivatives() {}

  /**
   * Of the mean binary cross entropy of logits: {@code gradOutput * (sigmoid(input) - target) / n}.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropyWithLogits",
      parameters = {Tensor.class, Tensor.class},
      wrt = "input")
  public static Tensor logitsInput(Tensor gradOutput, Tensor input, Tensor target) {
    return logitsInput(gradOutput, input, target, Reduction.MEAN);
  }

  /**
   * Of the binary cross entropy of logits: {@code gradOutput * (sigmoid(input) - target)}, over
   * their number for the mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropyWithLogits",
      parameters = {Tensor.class, Tensor.class, Reduction.class},
      wrt = "input")
  public static Tensor logitsInput(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    return logitsInput(gradOutput, input, target, reduction, null, null);
  }

  /** Of the mean binary cross entropy of logits: {@code -gradOutput * input / n}. */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropyWithLogits",
      parameters = {Tensor.class, Tensor.class},
      wrt = "target")
  public static Tensor logitsTarget(Tensor gradOutput, Tensor input, Tensor target) {
    return logitsTarget(gradOutput, input, target, Reduction.MEAN);
  }

  /**
   * Of the binary cross entropy of logits: {@code -gradOutput * input}, over their number for the
   * mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropyWithLogits",
      parameters = {Tensor.class, Tensor.class, Reduction.class},
      wrt = "target")
  public static Tensor logitsTarget(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    return logitsTarget(gradOutput, input, target, reduction, null, null);
  }

  /**
   * Of the weighted binary cross entropy of logits: {@code gradOutput * weight * (1 - target - f *
   * sigmoid(-input))} with {@code f = 1 + (positiveWeight - 1) * target}, over their number for the
   * mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropyWithLogits",
      parameters = {Tensor.class, Tensor.class, Reduction.class, Tensor.class, Tensor.class},
      wrt = "input")
  public static Tensor logitsInput(
      Tensor gradOutput,
      Tensor input,
      Tensor target,
      Reduction reduction,
      @Nullable Tensor weight,
      @Nullable Tensor positiveWeight) {
    Tensor slope =
        positiveWeight == null
            ? input.sigmoid().sub(target)
            : target.rsub(1).sub(factor(target, positiveWeight).mul(input.neg().sigmoid()));
    Tensor each = Operands.each(gradOutput, input.numel(), reduction);
    return Operands.fit(weighted(slope, weight).mul(each), input);
  }

  /**
   * Of the weighted binary cross entropy of logits: {@code -gradOutput * weight * (input +
   * (positiveWeight - 1) * log(sigmoid(input)))}, over their number for the mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropyWithLogits",
      parameters = {Tensor.class, Tensor.class, Reduction.class, Tensor.class, Tensor.class},
      wrt = "target")
  public static Tensor logitsTarget(
      Tensor gradOutput,
      Tensor input,
      Tensor target,
      Reduction reduction,
      @Nullable Tensor weight,
      @Nullable Tensor positiveWeight) {
    Tensor slope =
        positiveWeight == null
            ? input.neg()
            : input.add(positiveWeight.sub(1).mul(Functional.logsigmoid(input))).neg();
    Tensor each = Operands.each(gradOutput, input.numel(), reduction);
    return Operands.fit(weighted(slope, weight).mul(each), target);
  }

  private static Tensor factor(Tensor target, Tensor positiveWeight) {
    return positiveWeight.sub(1).mul(target).add(1);
  }

  private static Tensor weighted(Tensor slope, @Nullable Tensor weight) {
    return weight == null ? slope : slope.mul(weight);
  }
}
