package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.ops.Pointwise;
import org.jspecify.annotations.Nullable;

/** Derivatives of elementwise functions. */
public final class PointwiseDerivatives {
  private PointwiseDerivatives() {}

  /** Of {@code neg}: {@code -gradOutput}. */
  @DerivativeOf(type = Tensor.class, method = "neg", wrt = "self")
  public static Tensor negSelf(Tensor gradOutput) {
    return gradOutput.neg();
  }

  /** Of {@code abs}: {@code gradOutput * sign(self)}, 0 at 0. */
  @DerivativeOf(type = Tensor.class, method = "abs", wrt = "self")
  public static Tensor absSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.sign());
  }

  /** Of {@code sign}: zero. */
  @DerivativeOf(type = Tensor.class, method = "sign", wrt = "self")
  public static Tensor signSelf(Tensor gradOutput) {
    return gradOutput.mul(0);
  }

  /** Of {@code exp}: {@code gradOutput * result}. */
  @DerivativeOf(type = Tensor.class, method = "exp", wrt = "self")
  public static Tensor expSelf(Tensor gradOutput, Tensor result) {
    return gradOutput.mul(result);
  }

  /** Of {@code expm1}: {@code gradOutput * (result + 1)}. */
  @DerivativeOf(type = Tensor.class, method = "expm1", wrt = "self")
  public static Tensor expm1Self(Tensor gradOutput, Tensor result) {
    return gradOutput.mul(result.add(1));
  }

  /** Of {@code log}: {@code gradOutput / self}. */
  @DerivativeOf(type = Tensor.class, method = "log", wrt = "self")
  public static Tensor logSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.div(self);
  }

  /** Of {@code log1p}: {@code gradOutput / (self + 1)}. */
  @DerivativeOf(type = Tensor.class, method = "log1p", wrt = "self")
  public static Tensor log1pSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.div(self.add(1));
  }

  /** Of {@code sqrt}: {@code gradOutput / (2 * result)}. */
  @DerivativeOf(type = Tensor.class, method = "sqrt", wrt = "self")
  public static Tensor sqrtSelf(Tensor gradOutput, Tensor result) {
    return gradOutput.div(result.mul(2));
  }

  /** Of {@code rsqrt}: {@code -gradOutput / 2 * result^3}. */
  @DerivativeOf(type = Tensor.class, method = "rsqrt", wrt = "self")
  public static Tensor rsqrtSelf(Tensor gradOutput, Tensor result) {
    return gradOutput.mul(-0.5).mul(result.pow(3));
  }

  /** Of {@code reciprocal}: {@code -gradOutput * result^2}. */
  @DerivativeOf(type = Tensor.class, method = "reciprocal", wrt = "self")
  public static Tensor reciprocalSelf(Tensor gradOutput, Tensor result) {
    return gradOutput.neg().mul(result.mul(result));
  }

  /** Of {@code square}: {@code 2 * gradOutput * self}. */
  @DerivativeOf(type = Tensor.class, method = "square", wrt = "self")
  public static Tensor squareSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.mul(2));
  }

  /** Of {@code sin}: {@code gradOutput * cos(self)}. */
  @DerivativeOf(type = Tensor.class, method = "sin", wrt = "self")
  public static Tensor sinSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.cos());
  }

  /** Of {@code cos}: {@code -gradOutput * sin(self)}. */
  @DerivativeOf(type = Tensor.class, method = "cos", wrt = "self")
  public static Tensor cosSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.sin().neg());
  }

  /** Of {@code tanh}: {@code gradOutput * (1 - result^2)}. */
  @DerivativeOf(type = Tensor.class, method = "tanh", wrt = "self")
  public static Tensor tanhSelf(Tensor gradOutput, Tensor result) {
    return Pointwise.tanhBackward(gradOutput, result);
  }

  /** Of {@code sigmoid}: {@code gradOutput * result * (1 - result)}. */
  @DerivativeOf(type = Tensor.class, method = "sigmoid", wrt = "self")
  public static Tensor sigmoidSelf(Tensor gradOutput, Tensor result) {
    return Pointwise.sigmoidBackward(gradOutput, result);
  }

  /** Of {@code relu}: {@code gradOutput} where the element is positive, else 0. */
  @DerivativeOf(type = Tensor.class, method = "relu", wrt = "self")
  public static Tensor reluSelf(Tensor gradOutput, Tensor result) {
    return Pointwise.reluBackward(gradOutput, result);
  }

  /** Of {@code gradOutput * (1 - result^2)} with respect to {@code gradOutput}. */
  public static Tensor tanhBackwardGradOutput(Tensor gradient, Tensor result) {
    return Pointwise.tanhBackward(gradient, result);
  }

  /** Of {@code gradOutput * (1 - result^2)} with respect to {@code result}. */
  public static Tensor tanhBackwardResult(Tensor gradient, Tensor gradOutput, Tensor result) {
    return gradient.mul(gradOutput).mul(result).mul(-2);
  }

  /** Of {@code gradOutput * (1 - result) * result} with respect to {@code gradOutput}. */
  public static Tensor sigmoidBackwardGradOutput(Tensor gradient, Tensor result) {
    return Pointwise.sigmoidBackward(gradient, result);
  }

  /** Of {@code gradOutput * (1 - result) * result} with respect to {@code result}. */
  public static Tensor sigmoidBackwardResult(Tensor gradient, Tensor gradOutput, Tensor result) {
    return gradient.mul(gradOutput).mul(result.mul(-2).add(1));
  }

  /** Of {@code gradOutput} where {@code result} is positive, with respect to {@code gradOutput}. */
  public static Tensor reluBackwardGradOutput(Tensor gradient, Tensor result) {
    return Pointwise.reluBackward(gradient, result);
  }

  /**
   * Of {@code gradOutput} where {@code result} is positive, with respect to {@code result}: none.
   */
  public static @Nullable Tensor reluBackwardResult(
      Tensor gradient, Tensor gradOutput, Tensor result) {
    return null;
  }
}
