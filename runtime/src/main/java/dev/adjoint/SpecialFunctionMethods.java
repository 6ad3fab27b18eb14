package dev.adjoint;

import dev.adjoint.ops.SpecialFunctions;

/** Logarithms to other bases, and the functions of probability and physics. */
public sealed interface SpecialFunctionMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * Two to the power of the argument. Derivative: {@code 2^x log 2}.
   *
   * @return a new tensor
   */
  default Tensor exp2() {
    return SpecialFunctions.exp2(self());
  }

  /**
   * Two to the power of the argument, in place; derivative as of {@link #exp2}.
   *
   * @return this tensor
   */
  default Tensor exp2_() {
    return SpecialFunctions.exp2InPlace(self());
  }

  /**
   * The logarithm to base 2. Derivative: {@code 1 / (x log 2)}.
   *
   * @return a new tensor
   */
  default Tensor log2() {
    return SpecialFunctions.log2(self());
  }

  /**
   * The logarithm to base 2, in place; derivative as of {@link #log2}.
   *
   * @return this tensor
   */
  default Tensor log2_() {
    return SpecialFunctions.log2InPlace(self());
  }

  /**
   * The logarithm to base 10. Derivative: {@code 1 / (x log 10)}.
   *
   * @return a new tensor
   */
  default Tensor log10() {
    return SpecialFunctions.log10(self());
  }

  /**
   * The logarithm to base 10, in place; derivative as of {@link #log10}.
   *
   * @return this tensor
   */
  default Tensor log10_() {
    return SpecialFunctions.log10InPlace(self());
  }

  /**
   * The error function. Derivative: {@code 2 / sqrt(pi) exp(-x^2)}.
   *
   * @return a new tensor
   */
  default Tensor erf() {
    return SpecialFunctions.erf(self());
  }

  /**
   * The error function, in place; derivative as of {@link #erf}.
   *
   * @return this tensor
   */
  default Tensor erf_() {
    return SpecialFunctions.erfInPlace(self());
  }

  /**
   * The complementary error function. Derivative: {@code -2 / sqrt(pi) exp(-x^2)}.
   *
   * @return a new tensor
   */
  default Tensor erfc() {
    return SpecialFunctions.erfc(self());
  }

  /**
   * The complementary error function, in place; derivative as of {@link #erfc}.
   *
   * @return this tensor
   */
  default Tensor erfc_() {
    return SpecialFunctions.erfcInPlace(self());
  }

  /**
   * The inverse of the error function. Derivative: {@code sqrt(pi) / 2 exp(y^2)} at the value
   * {@code y}.
   *
   * @return a new tensor
   */
  default Tensor erfinv() {
    return SpecialFunctions.erfinv(self());
  }

  /**
   * The inverse of the error function, in place; derivative as of {@link #erfinv}.
   *
   * @return this tensor
   */
  default Tensor erfinv_() {
    return SpecialFunctions.erfinvInPlace(self());
  }

  /**
   * The scaled complementary error function {@code exp(x^2) erfc(x)}. Derivative: {@code 2 x y - 2
   * / sqrt(pi)} at the value {@code y}.
   *
   * @return a new tensor
   */
  default Tensor erfcx() {
    return SpecialFunctions.erfcx(self());
  }

  /**
   * The distribution function of the standard normal distribution. Derivative: its density.
   *
   * @return a new tensor
   */
  default Tensor ndtr() {
    return SpecialFunctions.ndtr(self());
  }

  /**
   * The quantile function of the standard normal distribution. Derivative: one over the density at
   * the value.
   *
   * @return a new tensor
   */
  default Tensor ndtri() {
    return SpecialFunctions.ndtri(self());
  }

  /**
   * The logarithm of the distribution function of the standard normal distribution. Derivative:
   * density over distribution function.
   *
   * @return a new tensor
   */
  default Tensor logNdtr() {
    return SpecialFunctions.logNdtr(self());
  }

  /**
   * The logarithm of the absolute value of the gamma function. Derivative: {@code digamma(x)}.
   *
   * @return a new tensor
   */
  default Tensor lgamma() {
    return SpecialFunctions.lgamma(self());
  }

  /**
   * The logarithm of the absolute value of the gamma function, in place; derivative as of {@link
   * #lgamma}.
   *
   * @return this tensor
   */
  default Tensor lgamma_() {
    return SpecialFunctions.lgammaInPlace(self());
  }

  /**
   * The logarithmic derivative of the gamma function. Derivative: {@code polygamma(1, x)}.
   *
   * @return a new tensor
   */
  default Tensor digamma() {
    return SpecialFunctions.digamma(self());
  }

  /**
   * The logarithmic derivative of the gamma function, in place; derivative as of {@link #digamma}.
   *
   * @return this tensor
   */
  default Tensor digamma_() {
    return SpecialFunctions.digammaInPlace(self());
  }

  /**
   * The modified Bessel function of order 0. Derivative: {@code I1(x)}.
   *
   * @return a new tensor
   */
  default Tensor i0() {
    return SpecialFunctions.i0(self());
  }

  /**
   * The modified Bessel function of order 0, in place; derivative as of {@link #i0}.
   *
   * @return this tensor
   */
  default Tensor i0_() {
    return SpecialFunctions.i0InPlace(self());
  }

  /**
   * The modified Bessel function of order 0, scaled by {@code exp(-|x|)}. Derivative: {@code i1e(x)
   * - sign(x) i0e(x)}.
   *
   * @return a new tensor
   */
  default Tensor i0e() {
    return SpecialFunctions.i0e(self());
  }

  /**
   * The modified Bessel function of order 1. Derivative: {@code I0(x) - I1(x) / x}, 1/2 at zero.
   *
   * @return a new tensor
   */
  default Tensor i1() {
    return SpecialFunctions.i1(self());
  }

  /**
   * The modified Bessel function of order 1, scaled by {@code exp(-|x|)}. Derivative: {@code i0e(x)
   * - i1e(x) (sign(x) + 1 / x)}, 1/2 at zero.
   *
   * @return a new tensor
   */
  default Tensor i1e() {
    return SpecialFunctions.i1e(self());
  }

  /**
   * The entropy {@code -x log x}, 0 at zero, minus infinity below. Derivative: {@code -1 - log x}.
   *
   * @return a new tensor
   */
  default Tensor entr() {
    return SpecialFunctions.entr(self());
  }
}
