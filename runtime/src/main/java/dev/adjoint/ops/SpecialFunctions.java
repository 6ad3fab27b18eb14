package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.derivatives.SpecialFunctionsDerivatives;
import dev.adjoint.kernels.BesselFunctions;
import dev.adjoint.kernels.ErrorFunctions;
import dev.adjoint.kernels.GammaFunctions;

/** Logarithms to other bases, and the functions of probability and physics. */
public final class SpecialFunctions {
  private static final double LOG_OF_2 = Math.log(2);

  private static final MappedRule EXP2 =
      new MappedRule(
          "Exp2Backward0",
          x -> Math.pow(2, x),
          Reads.RESULT,
          (g, self, result) -> SpecialFunctionsDerivatives.exp2Self(g, result));
  private static final MappedRule LOG2 =
      new MappedRule(
          "Log2Backward0",
          x -> Math.log(x) / LOG_OF_2,
          Reads.SELF,
          (g, self, result) -> SpecialFunctionsDerivatives.log2Self(g, self));
  private static final MappedRule LOG10 =
      new MappedRule(
          "Log10Backward0",
          Math::log10,
          Reads.SELF,
          (g, self, result) -> SpecialFunctionsDerivatives.log10Self(g, self));
  private static final MappedRule ERF =
      new MappedRule(
          "ErfBackward0",
          ErrorFunctions::erf,
          Reads.SELF,
          (g, self, result) -> SpecialFunctionsDerivatives.erfSelf(g, self));
  private static final MappedRule ERFC =
      new MappedRule(
          "ErfcBackward0",
          ErrorFunctions::erfc,
          Reads.SELF,
          (g, self, result) -> SpecialFunctionsDerivatives.erfcSelf(g, self));
  private static final MappedRule ERFINV =
      new MappedRule(
          "ErfinvBackward0",
          ErrorFunctions::erfinv,
          Reads.RESULT,
          (g, self, result) -> SpecialFunctionsDerivatives.erfinvSelf(g, result));
  private static final MappedRule ERFCX =
      new MappedRule(
          "SpecialErfcxBackward0",
          ErrorFunctions::erfcx,
          Reads.SELF_AND_RESULT,
          (g, self, result) -> SpecialFunctionsDerivatives.erfcxSelf(g, self, result));
  private static final MappedRule NDTR =
      new MappedRule(
          "SpecialNdtrBackward0",
          ErrorFunctions::ndtr,
          Reads.SELF,
          (g, self, result) -> SpecialFunctionsDerivatives.ndtrSelf(g, self));
  private static final MappedRule NDTRI =
      new MappedRule(
          "SpecialNdtriBackward0",
          ErrorFunctions::ndtri,
          Reads.RESULT,
          (g, self, result) -> SpecialFunctionsDerivatives.ndtriSelf(g, result));
  private static final MappedRule LOG_NDTR =
      new MappedRule(
          "SpecialLogNdtrBackward0",
          ErrorFunctions::logNdtr,
          Reads.SELF,
          (g, self, result) -> SpecialFunctionsDerivatives.logNdtrSelf(g, self));
  private static final MappedRule LGAMMA =
      new MappedRule(
          "LgammaBackward0",
          GammaFunctions::logGamma,
          Reads.SELF,
          (g, self, result) -> SpecialFunctionsDerivatives.lgammaSelf(g, self));
  private static final MappedRule DIGAMMA =
      new MappedRule(
          "DigammaBackward0",
          GammaFunctions::digamma,
          Reads.SELF,
          (g, self, result) -> SpecialFunctionsDerivatives.digammaSelf(g, self));
  private static final MappedRule I0 =
      new MappedRule(
          "I0Backward0",
          BesselFunctions::i0,
          Reads.SELF,
          (g, self, result) -> SpecialFunctionsDerivatives.i0Self(g, self));
  private static final MappedRule I0E =
      new MappedRule(
          "SpecialI0EBackward0",
          BesselFunctions::i0e,
          Reads.SELF_AND_RESULT,
          (g, self, result) -> SpecialFunctionsDerivatives.i0eSelf(g, self, result));
  private static final MappedRule I1 =
      new MappedRule(
          "SpecialI1Backward0",
          BesselFunctions::i1,
          Reads.SELF_AND_RESULT,
          (g, self, result) -> SpecialFunctionsDerivatives.i1Self(g, self, result));
  private static final MappedRule I1E =
      new MappedRule(
          "SpecialI1EBackward0",
          BesselFunctions::i1e,
          Reads.SELF_AND_RESULT,
          (g, self, result) -> SpecialFunctionsDerivatives.i1eSelf(g, self, result));
  private static final MappedRule ENTR =
      new MappedRule(
          "SpecialEntrBackward0",
          x -> x > 0 ? -x * Math.log(x) : x == 0 ? 0 : x < 0 ? Double.NEGATIVE_INFINITY : x,
          Reads.SELF,
          (g, self, result) -> SpecialFunctionsDerivatives.entrSelf(g, self));

  private SpecialFunctions() {}

  /** Two to the power of the argument. */
  public static Tensor exp2(Tensor self) {
    return Mapped.real(EXP2, self);
  }

  /** Two to the power of the argument, in place. */
  public static Tensor exp2InPlace(Tensor self) {
    return Mapped.realInPlace(EXP2, self);
  }

  /** The logarithm to base 2. */
  public static Tensor log2(Tensor self) {
    return Mapped.real(LOG2, self);
  }

  /** The logarithm to base 2, in place. */
  public static Tensor log2InPlace(Tensor self) {
    return Mapped.realInPlace(LOG2, self);
  }

  /** The logarithm to base 10. */
  public static Tensor log10(Tensor self) {
    return Mapped.real(LOG10, self);
  }

  /** The logarithm to base 10, in place. */
  public static Tensor log10InPlace(Tensor self) {
    return Mapped.realInPlace(LOG10, self);
  }

  /** The error function. */
  public static Tensor erf(Tensor self) {
    return Mapped.real(ERF, self);
  }

  /** The error function, in place. */
  public static Tensor erfInPlace(Tensor self) {
    return Mapped.realInPlace(ERF, self);
  }

  /** The complementary error function. */
  public static Tensor erfc(Tensor self) {
    return Mapped.real(ERFC, self);
  }

  /** The complementary error function, in place. */
  public static Tensor erfcInPlace(Tensor self) {
    return Mapped.realInPlace(ERFC, self);
  }

  /** The inverse of the error function. */
  public static Tensor erfinv(Tensor self) {
    return Mapped.real(ERFINV, self);
  }

  /** The inverse of the error function, in place. */
  public static Tensor erfinvInPlace(Tensor self) {
    return Mapped.realInPlace(ERFINV, self);
  }

  /** The scaled complementary error function {@code exp(x^2) erfc(x)}. */
  public static Tensor erfcx(Tensor self) {
    return Mapped.real(ERFCX, self);
  }

  /** The distribution function of the standard normal distribution. */
  public static Tensor ndtr(Tensor self) {
    return Mapped.real(NDTR, self);
  }

  /** The quantile function of the standard normal distribution. */
  public static Tensor ndtri(Tensor self) {
    return Mapped.real(NDTRI, self);
  }

  /** The logarithm of the distribution function of the standard normal distribution. */
  public static Tensor logNdtr(Tensor self) {
    return Mapped.real(LOG_NDTR, self);
  }

  /** The logarithm of the absolute value of the gamma function. */
  public static Tensor lgamma(Tensor self) {
    return Mapped.real(LGAMMA, self);
  }

  /** The logarithm of the absolute value of the gamma function, in place. */
  public static Tensor lgammaInPlace(Tensor self) {
    return Mapped.realInPlace(LGAMMA, self);
  }

  /** The logarithmic derivative of the gamma function. */
  public static Tensor digamma(Tensor self) {
    return Mapped.real(DIGAMMA, self);
  }

  /** The logarithmic derivative of the gamma function, in place. */
  public static Tensor digammaInPlace(Tensor self) {
    return Mapped.realInPlace(DIGAMMA, self);
  }

  /** The modified Bessel function of order 0. */
  public static Tensor i0(Tensor self) {
    return Mapped.real(I0, self);
  }

  /** The modified Bessel function of order 0, in place. */
  public static Tensor i0InPlace(Tensor self) {
    return Mapped.realInPlace(I0, self);
  }

  /** The modified Bessel function of order 0, scaled by {@code exp(-|x|)}. */
  public static Tensor i0e(Tensor self) {
    return Mapped.real(I0E, self);
  }

  /** The modified Bessel function of order 1. */
  public static Tensor i1(Tensor self) {
    return Mapped.real(I1, self);
  }

  /** The modified Bessel function of order 1, scaled by {@code exp(-|x|)}. */
  public static Tensor i1e(Tensor self) {
    return Mapped.real(I1E, self);
  }

  /** The entropy {@code -x log x}, 0 at zero, minus infinity below. */
  public static Tensor entr(Tensor self) {
    return Mapped.real(ENTR, self);
  }
}
