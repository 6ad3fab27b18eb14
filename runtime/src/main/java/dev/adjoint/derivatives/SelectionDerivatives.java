package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of choices between elements. Equal elements share a gradient evenly. */
public final class SelectionDerivatives {
  private SelectionDerivatives() {}

  /**
   * Of the maximum: {@code gradOutput} where {@code self} wins, half of it where both are equal.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "maximum",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor maximumSelf(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(shared(gradOutput, self.lt(other), self.eq(other)), self);
  }

  /**
   * Of the maximum: {@code gradOutput} where {@code other} wins, half of it where both are equal.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "maximum",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor maximumOther(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(shared(gradOutput, self.gt(other), self.eq(other)), other);
  }

  /**
   * Of the minimum: {@code gradOutput} where {@code self} wins, half of it where both are equal.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "minimum",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor minimumSelf(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(shared(gradOutput, self.gt(other), self.eq(other)), self);
  }

  /**
   * Of the minimum: {@code gradOutput} where {@code other} wins, half of it where both are equal.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "minimum",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor minimumOther(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(shared(gradOutput, self.lt(other), self.eq(other)), other);
  }

  /** Of a choice: {@code gradOutput} where the condition holds. */
  @DerivativeOf(
      type = Tensor.class,
      method = "where",
      parameters = {Tensor.class, Tensor.class, Tensor.class},
      wrt = "input")
  public static Tensor whereInput(Tensor gradOutput, Tensor condition, Tensor input) {
    return Operands.fit(Tensor.where(condition, gradOutput, zero(gradOutput)), input);
  }

  /** Of a choice: {@code gradOutput} where the condition does not hold. */
  @DerivativeOf(
      type = Tensor.class,
      method = "where",
      parameters = {Tensor.class, Tensor.class, Tensor.class},
      wrt = "other")
  public static Tensor whereOther(Tensor gradOutput, Tensor condition, Tensor other) {
    return Operands.fit(Tensor.where(condition, zero(gradOutput), gradOutput), other);
  }

  private static Tensor zero(Tensor gradOutput) {
    return Tensor.zeros(gradOutput.dtype());
  }

  /** All of the gradient but where the operand loses; with NaN neither does. */
  private static Tensor shared(Tensor gradOutput, Tensor loses, Tensor equal) {
    Tensor half = equal.to(gradOutput.dtype()).mul(0.5);
    return gradOutput.mul(loses.to(gradOutput.dtype()).add(half).rsub(1));
  }

  /** Of {@code max} of two tensors: that of {@code maximum}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "max",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor maxSelf(Tensor gradOutput, Tensor self, Tensor other) {
    return maximumSelf(gradOutput, self, other);
  }

  /** Of {@code max} of two tensors: that of {@code maximum}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "max",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor maxOther(Tensor gradOutput, Tensor self, Tensor other) {
    return maximumOther(gradOutput, self, other);
  }

  /** Of {@code min} of two tensors: that of {@code minimum}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "min",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor minSelf(Tensor gradOutput, Tensor self, Tensor other) {
    return minimumSelf(gradOutput, self, other);
  }

  /** Of {@code min} of two tensors: that of {@code minimum}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "min",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor minOther(Tensor gradOutput, Tensor self, Tensor other) {
    return minimumOther(gradOutput, self, other);
  }
}
