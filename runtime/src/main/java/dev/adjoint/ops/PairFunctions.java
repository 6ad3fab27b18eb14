package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Partial;
import dev.adjoint.autograd.Reads;
import dev.adjoint.derivatives.PairFunctionsDerivatives;
import dev.adjoint.kernels.LogarithmicSums;
import dev.adjoint.kernels.NanExtrema;

/** Elementwise functions of two operands beyond arithmetic. */
public final class PairFunctions {
  private static final MappedPairRule ATAN2 =
      new MappedPairRule(
          "Atan2Backward0",
          Math::atan2,
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.atan2Self(g, self, other)),
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.atan2Other(g, self, other)));
  private static final MappedPairRule HYPOT =
      new MappedPairRule(
          "HypotBackward0",
          Math::hypot,
          new Partial(
              Reads.SELF_AND_RESULT,
              (g, self, other, r) -> PairFunctionsDerivatives.hypotSelf(g, self, r)),
          new Partial(
              Reads.ALL,
              (g, self, other, r) -> PairFunctionsDerivatives.hypotOther(g, self, other, r)));
  private static final MappedPairRule COPYSIGN =
      new MappedPairRule(
          "CopysignBackward0",
          Math::copySign,
          new Partial(
              Reads.SELF_AND_RESULT,
              (g, self, other, r) -> PairFunctionsDerivatives.copysignSelf(g, self, r)),
          new Partial(
              Reads.NOTHING,
              (g, self, other, r) -> PairFunctionsDerivatives.copysignOther(g, other)));
  private static final MappedPairRule LOGADDEXP =
      new MappedPairRule(
          "LogaddexpBackward0",
          LogarithmicSums::natural,
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.logaddexpSelf(g, self, other)),
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.logaddexpOther(g, self, other)));
  private static final MappedPairRule LOGADDEXP2 =
      new MappedPairRule(
          "Logaddexp2Backward0",
          LogarithmicSums::binary,
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.logaddexp2Self(g, self, other)),
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.logaddexp2Other(g, self, other)));
  private static final MappedPairRule XLOGY =
      new MappedPairRule(
          "XlogyBackward0",
          LogarithmicSums::xLogY,
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.xlogySelf(g, self, other)),
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.xlogyOther(g, self, other)));
  private static final MappedPairRule XLOG1PY =
      new MappedPairRule(
          "SpecialXlog1PyBackward0",
          LogarithmicSums::xLog1pY,
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.xlog1pySelf(g, self, other)),
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.xlog1pyOther(g, self, other)));
  private static final MappedPairRule FMAX =
      new MappedPairRule(
          "FmaxBackward0",
          NanExtrema::ignoringNanMax,
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.fmaxSelf(g, self, other)),
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.fmaxOther(g, self, other)));
  private static final MappedPairRule FMIN =
      new MappedPairRule(
          "FminBackward0",
          NanExtrema::ignoringNanMin,
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.fminSelf(g, self, other)),
          new Partial(
              Reads.OPERANDS,
              (g, self, other, r) -> PairFunctionsDerivatives.fminOther(g, self, other)));

  private PairFunctions() {}

  /** The angle of the point (other, self). */
  public static Tensor atan2(Tensor self, Tensor other) {
    return Mapped.pair(ATAN2, self, other, Promotion.floating(Promotion.of(self, other)));
  }

  /** The angle of the point (other, self), written over the first. */
  public static Tensor atan2InPlace(Tensor self, Tensor other) {
    return Mapped.pairInPlace(ATAN2, self, other, Promotion.floating(Promotion.of(self, other)));
  }

  /** The length of the vector (self, other). */
  public static Tensor hypot(Tensor self, Tensor other) {
    return Mapped.pair(HYPOT, self, other, floating("hypot_cpu", self, other));
  }

  /** The length of the vector (self, other), written over the first. */
  public static Tensor hypotInPlace(Tensor self, Tensor other) {
    return Mapped.pairInPlace(HYPOT, self, other, floating("hypot_cpu", self, other));
  }

  /** The magnitude of the first with the sign of the second. */
  public static Tensor copysign(Tensor self, Tensor other) {
    return Mapped.pair(COPYSIGN, self, other, Promotion.floating(Promotion.of(self, other)));
  }

  /** The magnitude of the first with the sign of the second, written over the first. */
  public static Tensor copysignInPlace(Tensor self, Tensor other) {
    return Mapped.pairInPlace(COPYSIGN, self, other, Promotion.floating(Promotion.of(self, other)));
  }

  /** The logarithm of the sum of the exponentials. */
  public static Tensor logaddexp(Tensor self, Tensor other) {
    return Mapped.pair(LOGADDEXP, self, other, floating("logaddexp_cpu", self, other));
  }

  /** The binary logarithm of the sum of the powers of two. */
  public static Tensor logaddexp2(Tensor self, Tensor other) {
    return Mapped.pair(LOGADDEXP2, self, other, floating("logaddexp2_cpu", self, other));
  }

  /** The product of the first and the logarithm of the second, 0 where the first is 0. */
  public static Tensor xlogy(Tensor self, Tensor other) {
    return Mapped.pair(XLOGY, self, other, Promotion.floating(Promotion.of(self, other)));
  }

  /**
   * The product of the first and the logarithm of the second, 0 where the first is 0, written over
   * the first.
   */
  public static Tensor xlogyInPlace(Tensor self, Tensor other) {
    return Mapped.pairInPlace(XLOGY, self, other, Promotion.floating(Promotion.of(self, other)));
  }

  /** The product of the first and the logarithm of one plus the second, 0 where the first is 0. */
  public static Tensor xlog1py(Tensor self, Tensor other) {
    return Mapped.pair(XLOG1PY, self, other, Promotion.floating(Promotion.of(self, other)));
  }

  private static DType floating(String kernel, Tensor self, Tensor other) {
    DType dtype = Promotion.of(self, other);
    if (!dtype.isFloatingPoint()) {
      throw new UnsupportedOperationException(
          "\"%s\" not implemented for '%s'".formatted(kernel, dtype.title()));
    }
    return dtype;
  }

  /** The larger of two elements; NaN only if both are. */
  public static Tensor fmax(Tensor self, Tensor other) {
    if (!Promotion.of(self, other).isFloatingPoint()) {
      return Arithmetic.maximum(self, other);
    }
    return Mapped.pair(FMAX, self, other, Promotion.of(self, other));
  }

  /** The smaller of two elements; NaN only if both are. */
  public static Tensor fmin(Tensor self, Tensor other) {
    if (!Promotion.of(self, other).isFloatingPoint()) {
      return Arithmetic.minimum(self, other);
    }
    return Mapped.pair(FMIN, self, other, Promotion.of(self, other));
  }
}
