package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of the family {@link dev.adjoint.ops.Trigonometry}. */
public final class TrigonometryDerivatives {

  private TrigonometryDerivatives() {}

  /** Of {@code acos}: {@code -1 / sqrt(1 - x^2)}. */
  @DerivativeOf(type = Tensor.class, method = "acos", wrt = "self")
  public static Tensor acosSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.square().rsub(1).rsqrt()).neg();
  }

  /** Of {@code acosh}: {@code 1 / sqrt(x^2 - 1)}. */
  @DerivativeOf(type = Tensor.class, method = "acosh", wrt = "self")
  public static Tensor acoshSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.square().sub(1).rsqrt());
  }

  /** Of {@code asin}: {@code 1 / sqrt(1 - x^2)}. */
  @DerivativeOf(type = Tensor.class, method = "asin", wrt = "self")
  public static Tensor asinSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.square().rsub(1).rsqrt());
  }

  /** Of {@code asinh}: {@code 1 / sqrt(x^2 + 1)}. */
  @DerivativeOf(type = Tensor.class, method = "asinh", wrt = "self")
  public static Tensor asinhSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.square().add(1).rsqrt());
  }

  /** Of {@code atan}: {@code 1 / (x^2 + 1)}. */
  @DerivativeOf(type = Tensor.class, method = "atan", wrt = "self")
  public static Tensor atanSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.div(self.square().add(1));
  }

  /** Of {@code atanh}: {@code 1 / (1 - x^2)}. */
  @DerivativeOf(type = Tensor.class, method = "atanh", wrt = "self")
  public static Tensor atanhSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.div(self.square().rsub(1));
  }

  /** Of {@code tan}: {@code 1 + tan(x)^2}. */
  @DerivativeOf(type = Tensor.class, method = "tan", wrt = "self")
  public static Tensor tanSelf(Tensor gradOutput, Tensor result) {
    return gradOutput.mul(result.square().add(1));
  }

  /** Of {@code sinh}: {@code cosh(x)}. */
  @DerivativeOf(type = Tensor.class, method = "sinh", wrt = "self")
  public static Tensor sinhSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.cosh());
  }

  /** Of {@code cosh}: {@code sinh(x)}. */
  @DerivativeOf(type = Tensor.class, method = "cosh", wrt = "self")
  public static Tensor coshSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.sinh());
  }

  /** Of {@code sinc}: {@code (pi x cos(pi x) - sin(pi x)) / (pi x^2)}, 0 at zero. */
  @DerivativeOf(type = Tensor.class, method = "sinc", wrt = "self")
  public static Tensor sincSelf(Tensor gradOutput, Tensor self) {
    Tensor scaled = self.mul(Math.PI);
    Tensor square = self.mul(self).mul(Math.PI);
    Tensor slope = scaled.mul(scaled.cos()).sub(scaled.sin()).div(square);
    return gradOutput.mul(slope).maskedFill(square.eq(0), 0);
  }

  /** Of {@code deg2rad}: {@code pi / 180}. */
  @DerivativeOf(type = Tensor.class, method = "deg2rad", wrt = "self")
  public static Tensor deg2radSelf(Tensor gradOutput) {
    return gradOutput.mul(Math.PI / 180);
  }

  /** Of {@code rad2deg}: {@code 180 / pi}. */
  @DerivativeOf(type = Tensor.class, method = "rad2deg", wrt = "self")
  public static Tensor rad2degSelf(Tensor gradOutput) {
    return gradOutput.mul(180 / Math.PI);
  }
}
