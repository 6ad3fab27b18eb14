package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Reduction;
import org.jspecify.annotations.Nullable;

/** Derivatives of losses of probabilities. */
public final class ProbabilityLossDerivatives {
  private static final double LEAST_VARIANCE = 1e-12;

  private ProbabilityLossDerivatives() {}

  /**
   * Of the mean binary cross entropy: {@code gradOutput * (input - target) / (input (1 - input)) /
   * n}.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropy",
      parameters = {Tensor.class, Tensor.class},
      wrt = "input")
  public static Tensor binaryCrossEntropyInput(Tensor gradOutput, Tensor input, Tensor target) {
    return binaryCrossEntropyInput(gradOutput, input, target, Reduction.MEAN);
  }

  /** Of the mean binary cross entropy: {@code gradOutput * (log(1 - input) - log(input)) / n}. */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropy",
      parameters = {Tensor.class, Tensor.class},
      wrt = "target")
  public static Tensor binaryCrossEntropyTarget(Tensor gradOutput, Tensor input) {
    return binaryCrossEntropyTarget(gradOutput, input, Reduction.MEAN);
  }

  /**
   * Of the binary cross entropy: {@code gradOutput * (input - target) / (input (1 - input))}, over
   * their number for the mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropy",
      parameters = {Tensor.class, Tensor.class, Reduction.class},
      wrt = "input")
  public static Tensor binaryCrossEntropyInput(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    return binaryCrossEntropyInput(gradOutput, input, target, reduction, null);
  }

  /**
   * Of the binary cross entropy: {@code gradOutput * (log(1 - input) - log(input))}, over their
   * number for the mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropy",
      parameters = {Tensor.class, Tensor.class, Reduction.class},
      wrt = "target")
  public static Tensor binaryCrossEntropyTarget(
      Tensor gradOutput, Tensor input, Reduction reduction) {
    return binaryCrossEntropyTarget(gradOutput, input, reduction, null);
  }

  /**
   * Of the weighted binary cross entropy: {@code gradOutput * weight * (input - target) / (input (1
   * - input))}, over their number for the mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropy",
      parameters = {Tensor.class, Tensor.class, Reduction.class, Tensor.class},
      wrt = "input")
  public static Tensor binaryCrossEntropyInput(
      Tensor gradOutput,
      Tensor input,
      Tensor target,
      Reduction reduction,
      @Nullable Tensor weight) {
    Tensor each = Operands.each(gradOutput, input.numel(), reduction);
    Tensor variance = input.rsub(1).mul(input).clampMin(LEAST_VARIANCE);
    return input.sub(target).div(variance).mul(weight == null ? each : each.mul(weight));
  }

  /**
   * Of the weighted binary cross entropy: {@code gradOutput * weight * (log(1 - input) -
   * log(input))}, over their number for the mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "binaryCrossEntropy",
      parameters = {Tensor.class, Tensor.class, Reduction.class, Tensor.class},
      wrt = "target")
  public static Tensor binaryCrossEntropyTarget(
      Tensor gradOutput, Tensor input, Reduction reduction, @Nullable Tensor weight) {
    Tensor each = Operands.each(gradOutput, input.numel(), reduction);
    Tensor slope = input.neg().log1p().sub(input.log());
    return slope.mul(weight == null ? each : each.mul(weight));
  }
}
