package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of the family {@link dev.adjoint.ops.PairFunctions}. */
public final class PairFunctionsDerivatives {

  private PairFunctionsDerivatives() {}

  /** Of {@code atan2}: {@code x / (x^2 + y^2)}, 0 at the origin. */
  @DerivativeOf(type = Tensor.class, method = "atan2", wrt = "self")
  public static Tensor atan2Self(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.mul(other.mul(inverseSquare(self, other))), self);
  }

  /** Of {@code atan2}: {@code -y / (x^2 + y^2)}, 0 at the origin. */
  @DerivativeOf(type = Tensor.class, method = "atan2", wrt = "other")
  public static Tensor atan2Other(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.mul(self.neg().mul(inverseSquare(self, other))), other);
  }

  /** Of {@code hypot}: {@code self / result}. */
  @DerivativeOf(type = Tensor.class, method = "hypot", wrt = "self")
  public static Tensor hypotSelf(Tensor gradOutput, Tensor self, Tensor result) {
    return Operands.fit(gradOutput.mul(self.div(result)), self);
  }

  /** Of {@code hypot}: {@code other / result}. */
  @DerivativeOf(type = Tensor.class, method = "hypot", wrt = "other")
  public static Tensor hypotOther(Tensor gradOutput, Tensor self, Tensor other, Tensor result) {
    return Operands.fit(gradOutput.mul(other.div(result)), other);
  }

  /** Of {@code copysign}: {@code result / self}, 0 at zero. */
  @DerivativeOf(type = Tensor.class, method = "copysign", wrt = "self")
  public static Tensor copysignSelf(Tensor gradOutput, Tensor self, Tensor result) {
    Tensor ratio = result.div(self).maskedFill(self.eq(0), 0);
    return Operands.fit(gradOutput.mul(ratio), self);
  }

  /** Of {@code copysign}: zero. */
  @DerivativeOf(type = Tensor.class, method = "copysign", wrt = "other")
  public static Tensor copysignOther(Tensor gradOutput, Tensor other) {
    return Operands.fit(gradOutput.mul(0), other);
  }

  /** Of {@code logaddexp}: the share of the first exponential. */
  @DerivativeOf(type = Tensor.class, method = "logaddexp", wrt = "self")
  public static Tensor logaddexpSelf(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.div(other.sub(self).exp().add(1)), self);
  }

  /** Of {@code logaddexp}: the share of the second exponential. */
  @DerivativeOf(type = Tensor.class, method = "logaddexp", wrt = "other")
  public static Tensor logaddexpOther(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.div(self.sub(other).exp().add(1)), other);
  }

  /** Of {@code logaddexp2}: the share of the first power. */
  @DerivativeOf(type = Tensor.class, method = "logaddexp2", wrt = "self")
  public static Tensor logaddexp2Self(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.div(other.sub(self).exp2().add(1)), self);
  }

  /** Of {@code logaddexp2}: the share of the second power. */
  @DerivativeOf(type = Tensor.class, method = "logaddexp2", wrt = "other")
  public static Tensor logaddexp2Other(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.div(self.sub(other).exp2().add(1)), other);
  }

  /** Of {@code xlogy}: {@code log(other)}, 0 where the product is 0 by convention. */
  @DerivativeOf(type = Tensor.class, method = "xlogy", wrt = "self")
  public static Tensor xlogySelf(Tensor gradOutput, Tensor self, Tensor other) {
    Tensor log = other.log().maskedFill(self.eq(0).logicalAnd(other.le(0)), 0);
    return Operands.fit(gradOutput.mul(log), self);
  }

  /** Of {@code xlogy}: {@code self / other}. */
  @DerivativeOf(type = Tensor.class, method = "xlogy", wrt = "other")
  public static Tensor xlogyOther(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.mul(self).div(other), other);
  }

  /** Of {@code xlog1py}: {@code log1p(other)}, 0 where the product is 0 by convention. */
  @DerivativeOf(type = Tensor.class, method = "xlog1py", wrt = "self")
  public static Tensor xlog1pySelf(Tensor gradOutput, Tensor self, Tensor other) {
    Tensor log = other.log1p().maskedFill(self.eq(0).logicalAnd(other.le(-1)), 0);
    return Operands.fit(gradOutput.mul(log), self);
  }

  /** Of {@code xlog1py}: {@code self / (other + 1)}. */
  @DerivativeOf(type = Tensor.class, method = "xlog1py", wrt = "other")
  public static Tensor xlog1pyOther(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.mul(self).div(other.add(1)), other);
  }

  /** Of {@code fmax}: the gradient where the first is taken. */
  @DerivativeOf(type = Tensor.class, method = "fmax", wrt = "self")
  public static Tensor fmaxSelf(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(
        gradOutput.maskedFill(self.ge(other).logicalOr(other.isnan()).logicalNot(), 0), self);
  }

  /** Of {@code fmax}: the gradient where the second is taken. */
  @DerivativeOf(type = Tensor.class, method = "fmax", wrt = "other")
  public static Tensor fmaxOther(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.maskedFill(self.ge(other).logicalOr(other.isnan()), 0), other);
  }

  /** Of {@code fmin}: the gradient where the first is taken. */
  @DerivativeOf(type = Tensor.class, method = "fmin", wrt = "self")
  public static Tensor fminSelf(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(
        gradOutput.maskedFill(self.le(other).logicalOr(other.isnan()).logicalNot(), 0), self);
  }

  /** Of {@code fmin}: the gradient where the second is taken. */
  @DerivativeOf(type = Tensor.class, method = "fmin", wrt = "other")
  public static Tensor fminOther(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.maskedFill(self.le(other).logicalOr(other.isnan()), 0), other);
  }

  private static Tensor inverseSquare(Tensor self, Tensor other) {
    Tensor square = self.mul(self).add(other.mul(other));
    return square.reciprocal().maskedFill(square.eq(0), 0);
  }
}
