package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.ops.Activations;

/** Derivatives of the family {@link Activations}. */
public final class ActivationDerivatives {

  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double SELU_SCALE = 1.0507009873554805;

  private ActivationDerivatives() {}

  private static Tensor inside(Tensor gradOutput, Tensor condition) {
    return gradOutput.maskedFill(condition.logicalNot(), 0);
  }

  /** The part below zero; at zero itself it is taken as constant. */
  private static Tensor below(Tensor input) {
    return input.maskedFill(input.lt(0).logicalNot(), 0);
  }

  private static Tensor softplus(Tensor input) {
    return Activations.softplus(input, 1, 20);
  }

  /** Of {@code relu}: the gradient where the element is positive. */
  @DerivativeOf(
      type = Functional.class,
      method = "relu",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor reluInput(Tensor gradOutput, Tensor result) {
    return PointwiseDerivatives.reluSelf(gradOutput, result);
  }

  /** Of {@code hardtanh}: the gradient strictly between the bounds. */
  @DerivativeOf(
      type = Functional.class,
      method = "hardtanh",
      parameters = {Tensor.class, double.class, double.class},
      wrt = "input")
  public static Tensor hardtanhInput(
      Tensor gradOutput, Tensor input, double minVal, double maxVal) {
    return gradOutput.maskedFill(input.le(minVal).logicalOr(input.ge(maxVal)), 0);
  }

  /** Of {@code hardtanh} with the bounds -1 and 1. */
  @DerivativeOf(
      type = Functional.class,
      method = "hardtanh",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor hardtanhInput(Tensor gradOutput, Tensor input) {
    return hardtanhInput(gradOutput, input, -1, 1);
  }

  /** Of {@code relu6}: the gradient strictly between 0 and 6. */
  @DerivativeOf(
      type = Functional.class,
      method = "relu6",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor relu6Input(Tensor gradOutput, Tensor input) {
    return hardtanhInput(gradOutput, input, 0, 6);
  }

  /** Of {@code leakyRelu}: the gradient, scaled below zero. */
  @DerivativeOf(
      type = Functional.class,
      method = "leakyRelu",
      parameters = {Tensor.class, double.class},
      wrt = "input")
  public static Tensor leakyReluInput(Tensor gradOutput, Tensor input, double negativeSlope) {
    return Tensor.where(input.gt(0), gradOutput, gradOutput.mul(negativeSlope));
  }

  /** Of {@code leakyRelu} with the slope 0.01. */
  @DerivativeOf(
      type = Functional.class,
      method = "leakyRelu",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor leakyReluInput(Tensor gradOutput, Tensor input) {
    return leakyReluInput(gradOutput, input, 0.01);
  }

  /** Of {@code elu}: 1 above zero, {@code alpha exp(x)} below. */
  @DerivativeOf(
      type = Functional.class,
      method = "elu",
      parameters = {Tensor.class, double.class},
      wrt = "input")
  public static Tensor eluInput(Tensor gradOutput, Tensor input, double alpha) {
    return Tensor.where(input.le(0), gradOutput.mul(below(input).exp().mul(alpha)), gradOutput);
  }

  /** Of {@code elu} with {@code alpha} 1. */
  @DerivativeOf(
      type = Functional.class,
      method = "elu",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor eluInput(Tensor gradOutput, Tensor input) {
    return eluInput(gradOutput, input, 1);
  }

  /** Of {@code celu}: 1 above zero, {@code exp(x / alpha)} below. */
  @DerivativeOf(
      type = Functional.class,
      method = "celu",
      parameters = {Tensor.class, double.class},
      wrt = "input")
  public static Tensor celuInput(Tensor gradOutput, Tensor input, double alpha) {
    return Tensor.where(input.le(0), gradOutput.mul(below(input).div(alpha).exp()), gradOutput);
  }

  /** Of {@code celu} with {@code alpha} 1. */
  @DerivativeOf(
      type = Functional.class,
      method = "celu",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor celuInput(Tensor gradOutput, Tensor input) {
    return celuInput(gradOutput, input, 1);
  }

  /** Of the input-normalising unit: that of the exponential unit, scaled. */
  @DerivativeOf(
      type = Functional.class,
      method = "selu",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor seluInput(Tensor gradOutput, Tensor input) {
    Tensor scaled = gradOutput.mul(SELU_SCALE);
    Tensor exponential = scaled.mul(below(input).exp().mul(SELU_ALPHA));
    return Tensor.where(input.le(0), exponential, scaled);
  }

  /** Of {@code silu}: {@code s (1 + x (1 - s))} with the sigmoid {@code s}. */
  @DerivativeOf(
      type = Functional.class,
      method = "silu",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor siluInput(Tensor gradOutput, Tensor input) {
    Tensor sigmoid = input.sigmoid();
    return gradOutput.mul(sigmoid.mul(input.mul(sigmoid.rsub(1)).add(1)));
  }

  /** Of {@code mish}: by the product rule. */
  @DerivativeOf(
      type = Functional.class,
      method = "mish",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor mishInput(Tensor gradOutput, Tensor input) {
    Tensor tanh = softplus(input).tanh();
    Tensor slope = input.mul(input.sigmoid()).mul(tanh.square().rsub(1));
    return gradOutput.mul(tanh.add(slope));
  }

  /** Of {@code softplus}: {@code sigmoid(beta x)}, 1 beyond the threshold. */
  @DerivativeOf(
      type = Functional.class,
      method = "softplus",
      parameters = {Tensor.class, double.class, double.class},
      wrt = "input")
  public static Tensor softplusInput(
      Tensor gradOutput, Tensor input, double beta, double threshold) {
    Tensor slope = input.mul(beta).sigmoid();
    return Tensor.where(input.mul(beta).gt(threshold), gradOutput, gradOutput.mul(slope));
  }

  /** Of {@code softplus} with {@code beta} 1 and the threshold 20. */
  @DerivativeOf(
      type = Functional.class,
      method = "softplus",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor softplusInput(Tensor gradOutput, Tensor input) {
    return softplusInput(gradOutput, input, 1, 20);
  }

  /** Of {@code hardswish}: 0 up to -3, 1 from 3 on, {@code x / 3 + 1 / 2} between. */
  @DerivativeOf(
      type = Functional.class,
      method = "hardswish",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor hardswishInput(Tensor gradOutput, Tensor input) {
    Tensor middle = gradOutput.mul(input.div(3).add(0.5));
    Tensor upper = Tensor.where(input.lt(3), middle, gradOutput);
    return upper.maskedFill(input.le(-3), 0);
  }

  /** Of {@code hardsigmoid}: 1/6 strictly between -3 and 3. */
  @DerivativeOf(
      type = Functional.class,
      method = "hardsigmoid",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor hardsigmoidInput(Tensor gradOutput, Tensor input) {
    return inside(gradOutput.div(6), input.gt(-3).logicalAnd(input.lt(3)));
  }

  /** Of {@code logsigmoid}: {@code sigmoid(-x)}. */
  @DerivativeOf(
      type = Functional.class,
      method = "logsigmoid",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor logsigmoidInput(Tensor gradOutput, Tensor input) {
    return gradOutput.mul(input.neg().sigmoid());
  }

  /** Of {@code softshrink}: the gradient outside of the gap. */
  @DerivativeOf(
      type = Functional.class,
      method = "softshrink",
      parameters = {Tensor.class, double.class},
      wrt = "input")
  public static Tensor softshrinkInput(Tensor gradOutput, Tensor input, double lambd) {
    return gradOutput.maskedFill(input.abs().le(lambd), 0);
  }

  /** Of {@code softshrink} with the gap from -0.5 to 0.5. */
  @DerivativeOf(
      type = Functional.class,
      method = "softshrink",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor softshrinkInput(Tensor gradOutput, Tensor input) {
    return softshrinkInput(gradOutput, input, 0.5);
  }

  /** Of {@code hardshrink}: the gradient outside of the gap. */
  @DerivativeOf(
      type = Functional.class,
      method = "hardshrink",
      parameters = {Tensor.class, double.class},
      wrt = "input")
  public static Tensor hardshrinkInput(Tensor gradOutput, Tensor input, double lambd) {
    return gradOutput.maskedFill(input.ge(-lambd).logicalAnd(input.le(lambd)), 0);
  }

  /** Of {@code hardshrink} with the gap from -0.5 to 0.5. */
  @DerivativeOf(
      type = Functional.class,
      method = "hardshrink",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor hardshrinkInput(Tensor gradOutput, Tensor input) {
    return hardshrinkInput(gradOutput, input, 0.5);
  }

  /** Of {@code threshold}: the gradient above the limit. */
  @DerivativeOf(
      type = Functional.class,
      method = "threshold",
      parameters = {Tensor.class, double.class, double.class},
      wrt = "input")
  public static Tensor thresholdInput(
      Tensor gradOutput, Tensor input, double threshold, double value) {
    return gradOutput.maskedFill(input.le(threshold), 0);
  }

  /** Of {@code gelu}: the normal distribution function, and the element times its density. */
  @DerivativeOf(
      type = Functional.class,
      method = "gelu",
      parameters = {Tensor.class},
      wrt = "input")
  public static Tensor geluInput(Tensor gradOutput, Tensor input) {
    Tensor density = input.square().div(-2).exp().div(Math.sqrt(2 * Math.PI));
    return gradOutput.mul(input.ndtr().add(input.mul(density)));
  }
}
