package dev.adjoint.derivatives;

import dev.adjoint.Tensor;
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
  private static Tensor below(Tensor self) {
    return self.maskedFill(self.lt(0).logicalNot(), 0);
  }

  private static Tensor softplus(Tensor self) {
    return Activations.softplus(self, 1, 20);
  }

  /** Of {@code hardtanh}: the gradient strictly between the bounds. */
  public static Tensor hardtanhSelf(Tensor gradOutput, Tensor self, double minVal, double maxVal) {
    return gradOutput.maskedFill(self.le(minVal).logicalOr(self.ge(maxVal)), 0);
  }

  /** Of {@code relu6}: the gradient strictly between 0 and 6. */
  public static Tensor relu6Self(Tensor gradOutput, Tensor self) {
    return hardtanhSelf(gradOutput, self, 0, 6);
  }

  /** Of {@code leakyRelu}: the gradient, scaled below zero. */
  public static Tensor leakyReluSelf(Tensor gradOutput, Tensor self, double negativeSlope) {
    return Tensor.where(self.gt(0), gradOutput, gradOutput.mul(negativeSlope));
  }

  /** Of {@code elu}: 1 above zero, {@code alpha exp(x)} below. */
  public static Tensor eluSelf(Tensor gradOutput, Tensor self, double alpha) {
    return Tensor.where(self.le(0), gradOutput.mul(below(self).exp().mul(alpha)), gradOutput);
  }

  /** Of {@code celu}: 1 above zero, {@code exp(x / alpha)} below. */
  public static Tensor celuSelf(Tensor gradOutput, Tensor self, double alpha) {
    return Tensor.where(self.le(0), gradOutput.mul(below(self).div(alpha).exp()), gradOutput);
  }

  /** Of the self-normalising unit: that of the exponential unit, scaled. */
  public static Tensor seluSelf(Tensor gradOutput, Tensor self) {
    Tensor scaled = gradOutput.mul(SELU_SCALE);
    Tensor exponential = scaled.mul(below(self).exp().mul(SELU_ALPHA));
    return Tensor.where(self.le(0), exponential, scaled);
  }

  /** Of {@code silu}: {@code s (1 + x (1 - s))} with the sigmoid {@code s}. */
  public static Tensor siluSelf(Tensor gradOutput, Tensor self) {
    Tensor sigmoid = self.sigmoid();
    return gradOutput.mul(sigmoid.mul(self.mul(sigmoid.rsub(1)).add(1)));
  }

  /** Of {@code mish}: by the product rule. */
  public static Tensor mishSelf(Tensor gradOutput, Tensor self) {
    Tensor tanh = softplus(self).tanh();
    Tensor slope = self.mul(self.sigmoid()).mul(tanh.square().rsub(1));
    return gradOutput.mul(tanh.add(slope));
  }

  /** Of {@code softplus}: {@code sigmoid(beta x)}, 1 beyond the threshold. */
  public static Tensor softplusSelf(Tensor gradOutput, Tensor self, double beta, double threshold) {
    Tensor slope = self.mul(beta).sigmoid();
    return Tensor.where(self.mul(beta).gt(threshold), gradOutput, gradOutput.mul(slope));
  }

  /** Of {@code hardswish}: 0 up to -3, 1 from 3 on, {@code x / 3 + 1 / 2} between. */
  public static Tensor hardswishSelf(Tensor gradOutput, Tensor self) {
    Tensor middle = gradOutput.mul(self.div(3).add(0.5));
    Tensor upper = Tensor.where(self.lt(3), middle, gradOutput);
    return inside(upper, self.gt(-3));
  }

  /** Of {@code hardsigmoid}: 1/6 strictly between -3 and 3. */
  public static Tensor hardsigmoidSelf(Tensor gradOutput, Tensor self) {
    return inside(gradOutput.div(6), self.gt(-3).logicalAnd(self.lt(3)));
  }

  /** Of {@code logsigmoid}: {@code sigmoid(-x)}. */
  public static Tensor logsigmoidSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.neg().sigmoid());
  }

  /** Of {@code softshrink}: the gradient outside of the gap. */
  public static Tensor softshrinkSelf(Tensor gradOutput, Tensor self, double lambd) {
    return gradOutput.maskedFill(self.abs().le(lambd), 0);
  }

  /** Of {@code hardshrink}: the gradient outside of the gap. */
  public static Tensor hardshrinkSelf(Tensor gradOutput, Tensor self, double lambd) {
    return gradOutput.maskedFill(self.ge(-lambd).logicalAnd(self.le(lambd)), 0);
  }

  /** Of {@code threshold}: the gradient above the limit. */
  public static Tensor thresholdSelf(
      Tensor gradOutput, Tensor self, double threshold, double value) {
    return gradOutput.maskedFill(self.le(threshold), 0);
  }
}
