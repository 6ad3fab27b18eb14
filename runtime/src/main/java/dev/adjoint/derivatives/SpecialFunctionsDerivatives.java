package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of the family {@link dev.adjoint.ops.SpecialFunctions}. */
public final class SpecialFunctionsDerivatives {
  private static final double LOG_OF_2 = Math.log(2);
  private static final double LOG_OF_10 = Math.log(10);
  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);
  private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

  /** Up to here a division by the argument is replaced by its limit. */
  private static final double TINY = Math.ulp(1.0);

  private SpecialFunctionsDerivatives() {}

  /** Of {@code exp2}: {@code 2^x log 2}. */
  @DerivativeOf(type = Tensor.class, method = "exp2", wrt = "self")
  public static Tensor exp2Self(Tensor gradOutput, Tensor result) {
    return gradOutput.mul(result.mul(LOG_OF_2));
  }

  /** Of {@code log2}: {@code 1 / (x log 2)}. */
  @DerivativeOf(type = Tensor.class, method = "log2", wrt = "self")
  public static Tensor log2Self(Tensor gradOutput, Tensor self) {
    return gradOutput.div(self.mul(LOG_OF_2));
  }

  /** Of {@code log10}: {@code 1 / (x log 10)}. */
  @DerivativeOf(type = Tensor.class, method = "log10", wrt = "self")
  public static Tensor log10Self(Tensor gradOutput, Tensor self) {
    return gradOutput.div(self.mul(LOG_OF_10));
  }

  /** Of {@code erf}: {@code 2 / sqrt(pi) exp(-x^2)}. */
  @DerivativeOf(type = Tensor.class, method = "erf", wrt = "self")
  public static Tensor erfSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.square().neg().exp().mul(TWO_OVER_ROOT_PI));
  }

  /** Of {@code erfc}: {@code -2 / sqrt(pi) exp(-x^2)}. */
  @DerivativeOf(type = Tensor.class, method = "erfc", wrt = "self")
  public static Tensor erfcSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.square().neg().exp().mul(-TWO_OVER_ROOT_PI));
  }

  /** Of {@code erfinv}: {@code sqrt(pi) / 2 exp(y^2)} at the value {@code y}. */
  @DerivativeOf(type = Tensor.class, method = "erfinv", wrt = "self")
  public static Tensor erfinvSelf(Tensor gradOutput, Tensor result) {
    return gradOutput.mul(result.square().exp().div(TWO_OVER_ROOT_PI));
  }

  /** Of {@code erfcx}: {@code 2 x y - 2 / sqrt(pi)} at the value {@code y}. */
  @DerivativeOf(type = Tensor.class, method = "erfcx", wrt = "self")
  public static Tensor erfcxSelf(Tensor gradOutput, Tensor self, Tensor result) {
    return gradOutput.mul(self.mul(result).mul(2).sub(TWO_OVER_ROOT_PI));
  }

  /** Of {@code ndtr}: its density. */
  @DerivativeOf(type = Tensor.class, method = "ndtr", wrt = "self")
  public static Tensor ndtrSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.square().div(-2).exp().div(ROOT_OF_TWO_PI));
  }

  /** Of {@code ndtri}: one over the density at the value. */
  @DerivativeOf(type = Tensor.class, method = "ndtri", wrt = "self")
  public static Tensor ndtriSelf(Tensor gradOutput, Tensor result) {
    return gradOutput.mul(result.square().div(2).exp().mul(ROOT_OF_TWO_PI));
  }

  /** Of {@code logNdtr}: density over distribution function. */
  @DerivativeOf(type = Tensor.class, method = "logNdtr", wrt = "self")
  public static Tensor logNdtrSelf(Tensor gradOutput, Tensor self) {
    Tensor left = self.maskedFill(self.gt(0), 0).div(-Math.sqrt(2)).erfcx().reciprocal().mul(2);
    Tensor positive = self.maskedFill(self.lt(0), 0);
    Tensor right = positive.square().div(-2).exp().div(positive.ndtr());
    Tensor slope = Tensor.where(self.lt(0), left, right).div(ROOT_OF_TWO_PI);
    // Density over distribution is 0 / 0 there.
    return gradOutput.mul(slope.maskedFill(self.isneginf(), Double.NaN));
  }

  /** Of {@code lgamma}: {@code digamma(x)}. */
  @DerivativeOf(type = Tensor.class, method = "lgamma", wrt = "self")
  public static Tensor lgammaSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.digamma());
  }

  /** Of {@code digamma}: {@code polygamma(1, x)}. */
  @DerivativeOf(type = Tensor.class, method = "digamma", wrt = "self")
  public static Tensor digammaSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.polygamma(1));
  }

  /** Of {@code i0}: {@code I1(x)}. */
  @DerivativeOf(type = Tensor.class, method = "i0", wrt = "self")
  public static Tensor i0Self(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.i1());
  }

  /** Of {@code i0e}: {@code i1e(x) - sign(x) i0e(x)}. */
  @DerivativeOf(type = Tensor.class, method = "i0e", wrt = "self")
  public static Tensor i0eSelf(Tensor gradOutput, Tensor self, Tensor result) {
    return gradOutput.mul(self.i1e().sub(self.sgn().mul(result)));
  }

  /** Of {@code i1}: {@code I0(x) - I1(x) / x}, 1/2 at zero. */
  @DerivativeOf(type = Tensor.class, method = "i1", wrt = "self")
  public static Tensor i1Self(Tensor gradOutput, Tensor self, Tensor result) {
    Tensor tiny = self.abs().gt(TINY).logicalNot();
    Tensor safe = self.maskedFill(tiny, TINY);
    Tensor slope = safe.i0().sub(result.div(safe));
    return gradOutput.mul(slope.maskedFill(tiny, 0.5));
  }

  /** Of {@code i1e}: {@code i0e(x) - i1e(x) (sign(x) + 1 / x)}, 1/2 at zero. */
  @DerivativeOf(type = Tensor.class, method = "i1e", wrt = "self")
  public static Tensor i1eSelf(Tensor gradOutput, Tensor self, Tensor result) {
    Tensor tiny = self.abs().gt(TINY).logicalNot();
    Tensor safe = self.maskedFill(tiny, TINY);
    Tensor slope = safe.i0e().sub(result.mul(safe.sgn().add(safe.reciprocal())));
    return gradOutput.mul(slope.maskedFill(tiny, 0.5));
  }

  /** Of {@code entr}: {@code -1 - log x}. */
  @DerivativeOf(type = Tensor.class, method = "entr", wrt = "self")
  public static Tensor entrSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.mul(self.log().add(1).neg());
  }
}
