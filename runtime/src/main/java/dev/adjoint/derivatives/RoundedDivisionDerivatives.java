package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of rounded quotients, which are zero, and of remainders. */
public final class RoundedDivisionDerivatives {

  private RoundedDivisionDerivatives() {}

  /** Of a rounded quotient: zero. */
  public static Tensor zero(Tensor gradOutput, Tensor operand) {
    return Operands.fit(gradOutput.mul(0), operand);
  }

  /** Of a remainder with respect to the dividend: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "remainder",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor remainderSelf(Tensor gradOutput, Tensor self) {
    return Operands.fit(gradOutput, self);
  }

  /** Of {@code remainder}: {@code -gradOutput * floor(self / other)}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "remainder",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor remainderOther(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.neg().mul(self.div(other, "floor")), other);
  }

  /** Of the remainder of a division by a number: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "remainder",
      parameters = {Number.class},
      wrt = "self")
  public static Tensor remainderNumberSelf(Tensor gradOutput, Tensor self) {
    return Operands.fit(gradOutput, self);
  }

  /** Of {@code fmod} with respect to the dividend: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "fmod",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor fmodSelf(Tensor gradOutput, Tensor self) {
    return Operands.fit(gradOutput, self);
  }

  /** Of {@code fmod} of a division by a number: {@code gradOutput}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "fmod",
      parameters = {Number.class},
      wrt = "self")
  public static Tensor fmodNumberSelf(Tensor gradOutput, Tensor self) {
    return Operands.fit(gradOutput, self);
  }

  /** Of {@code fmod}: {@code -gradOutput * trunc(self / other)}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "fmod",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor fmodOther(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.neg().mul(self.div(other, "trunc")), other);
  }
}
