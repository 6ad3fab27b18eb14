package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of the family {@link dev.adjoint.ops.Rounding}. */
public final class RoundingDerivatives {

  private RoundingDerivatives() {}

  /** Of {@code floor}: zero. */
  @DerivativeOf(type = Tensor.class, method = "floor", wrt = "self")
  public static Tensor floorSelf(Tensor gradOutput) {
    return gradOutput.mul(0);
  }

  /** Of {@code ceil}: zero. */
  @DerivativeOf(type = Tensor.class, method = "ceil", wrt = "self")
  public static Tensor ceilSelf(Tensor gradOutput) {
    return gradOutput.mul(0);
  }

  /** Of {@code trunc}: zero. */
  @DerivativeOf(type = Tensor.class, method = "trunc", wrt = "self")
  public static Tensor truncSelf(Tensor gradOutput) {
    return gradOutput.mul(0);
  }

  /** Of {@code round}: zero. */
  @DerivativeOf(
      type = Tensor.class,
      method = "round",
      parameters = {},
      wrt = "self")
  public static Tensor roundSelf(Tensor gradOutput) {
    return gradOutput.mul(0);
  }

  /** Of {@code frac}: {@code gradOutput}. */
  @DerivativeOf(type = Tensor.class, method = "frac", wrt = "self")
  public static Tensor fracSelf(Tensor gradOutput) {
    return gradOutput;
  }

  /** Of {@code sgn}: zero. */
  @DerivativeOf(type = Tensor.class, method = "sgn", wrt = "self")
  public static Tensor sgnSelf(Tensor gradOutput) {
    return gradOutput.mul(0);
  }
}
