package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.ops.Arithmetic;

/** Derivatives of powers. */
public final class PowerDerivatives {
  private PowerDerivatives() {}

  /**
   * Of {@code self ^ exponent}: {@code gradOutput * exponent * self^(exponent - 1)}, 0 for exponent
   * 0.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "pow",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor powSelf(Tensor gradOutput, Tensor self, Tensor exponent) {
    return Operands.fit(gradOutput.mul(powerRule(self, exponent)), self);
  }

  private static Tensor powerRule(Tensor self, Tensor exponent) {
    Tensor slope = exponent.mul(self.pow(exponent.sub(1)));
    return Tensor.where(exponent.eq(0), Tensor.zeros(slope.dtype()), slope);
  }

  /**
   * Of {@code self ^ exponent}: {@code gradOutput * result * log(self)}, 0 for base 0 with a
   * non-negative exponent.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "pow",
      parameters = {Tensor.class},
      wrt = "exponent")
  public static Tensor powExponent(Tensor gradOutput, Tensor self, Tensor exponent, Tensor result) {
    Tensor flat = self.eq(0).logicalAnd(exponent.ge(0));
    Tensor slope = result.mul(self.log());
    Tensor safe = Tensor.where(flat, Tensor.zeros(slope.dtype()), slope);
    return Operands.fit(gradOutput.mul(safe), exponent);
  }

  /** Of {@code self ^ exponent}: {@code gradOutput * exponent * self^(exponent - 1)}, 0 for 0. */
  @DerivativeOf(
      type = Tensor.class,
      method = "pow",
      parameters = {double.class},
      wrt = "self")
  public static Tensor powSelf(Tensor gradOutput, Tensor self, double exponent) {
    return exponent == 0
        ? Tensor.zerosLike(gradOutput)
        : gradOutput.mul(Arithmetic.scale(self.pow(exponent - 1), exponent));
  }

  /** Of {@code self ^ exponent}: {@code gradOutput * exponent * self^(exponent - 1)}, 0 for 0. */
  @DerivativeOf(
      type = Tensor.class,
      method = "pow",
      parameters = {long.class},
      wrt = "self")
  public static Tensor powSelf(Tensor gradOutput, Tensor self, long exponent) {
    return powSelf(gradOutput, self, (double) exponent);
  }

  /** Of {@code base ^ self}: {@code gradOutput * result * log(base)}, 0 for base 0. */
  @DerivativeOf(
      type = Tensor.class,
      method = "rpow",
      parameters = {double.class},
      wrt = "self")
  public static Tensor rpowSelf(Tensor gradOutput, Tensor result, double base) {
    return base == 0 ? Tensor.zerosLike(gradOutput) : gradOutput.mul(result.mul(Math.log(base)));
  }

  /** Of {@code base ^ self}: {@code gradOutput * result * log(base)}, 0 for base 0. */
  @DerivativeOf(
      type = Tensor.class,
      method = "rpow",
      parameters = {long.class},
      wrt = "self")
  public static Tensor rpowSelf(Tensor gradOutput, Tensor result, long base) {
    return rpowSelf(gradOutput, result, (double) base);
  }
}
