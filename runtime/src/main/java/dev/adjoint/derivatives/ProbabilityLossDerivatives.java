package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Reduction;

/** Derivatives of losses of probabilities. */
public final class ProbabilityLossDerivatives {
  private static final double LEAST_VARIANCE = 1e-12;

  private ProbabilityLossDerivatives() {}

  /** Of one binary cross entropy: {@code gradOutput * (input - target) / (input (1 - input))}. */
  public static Tensor input(Tensor gradOutput, Tensor input, Tensor target) {
    Tensor variance = input.rsub(1).mul(input).clampMin(LEAST_VARIANCE);
    return input.sub(target).div(variance).mul(gradOutput);
  }

  /** Of one binary cross entropy: {@code gradOutput * (log(1 - input) - log(input))}. */
  public static Tensor target(Tensor gradOutput, Tensor input) {
    return input.neg().log1p().sub(input.log()).mul(gradOutput);
  }

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
    return input(Operands.each(gradOutput, input.numel(), reduction), input, target);
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
    return target(Operands.each(gradOutput, input.numel(), reduction), input);
  }
}
