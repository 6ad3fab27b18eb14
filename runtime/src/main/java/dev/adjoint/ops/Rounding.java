package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.derivatives.RoundingDerivatives;
import dev.adjoint.kernels.Rounded;

/** Whole parts and signs; integers stay as they are. */
public final class Rounding {
  private static final MappedRule FLOOR =
      new MappedRule(
          "FloorBackward0",
          Math::floor,
          Reads.NOTHING,
          (g, self, result) -> RoundingDerivatives.floorSelf(g));
  private static final MappedRule CEIL =
      new MappedRule(
          "CeilBackward0",
          Math::ceil,
          Reads.NOTHING,
          (g, self, result) -> RoundingDerivatives.ceilSelf(g));
  private static final MappedRule TRUNC =
      new MappedRule(
          "TruncBackward0",
          Rounded::towardsZero,
          Reads.NOTHING,
          (g, self, result) -> RoundingDerivatives.truncSelf(g));
  private static final MappedRule ROUND =
      new MappedRule(
          "RoundBackward0",
          Math::rint,
          Reads.NOTHING,
          (g, self, result) -> RoundingDerivatives.roundSelf(g));
  private static final MappedRule FRAC =
      new MappedRule(
          "FracBackward0",
          x -> x - Rounded.towardsZero(x),
          Reads.NOTHING,
          (g, self, result) -> RoundingDerivatives.fracSelf(g));
  private static final MappedRule SGN =
      new MappedRule(
          "SgnBackward0",
          Rounded::sign,
          Reads.NOTHING,
          (g, self, result) -> RoundingDerivatives.sgnSelf(g));

  private Rounding() {}

  /** The largest whole number not above. */
  public static Tensor floor(Tensor self) {
    return Mapped.kept(FLOOR, numeric("floor", self));
  }

  /** The largest whole number not above, in place. */
  public static Tensor floorInPlace(Tensor self) {
    return Mapped.keptInPlace(FLOOR, numeric("floor", self));
  }

  /** The smallest whole number not below. */
  public static Tensor ceil(Tensor self) {
    return Mapped.kept(CEIL, numeric("ceil", self));
  }

  /** The smallest whole number not below, in place. */
  public static Tensor ceilInPlace(Tensor self) {
    return Mapped.keptInPlace(CEIL, numeric("ceil", self));
  }

  /** The whole part. */
  public static Tensor trunc(Tensor self) {
    return Mapped.kept(TRUNC, numeric("trunc", self));
  }

  /** The whole part, in place. */
  public static Tensor truncInPlace(Tensor self) {
    return Mapped.keptInPlace(TRUNC, numeric("trunc", self));
  }

  /** The nearest whole number, halves to the even one. */
  public static Tensor round(Tensor self) {
    return Mapped.kept(ROUND, numeric("round", self));
  }

  /** The nearest whole number, halves to the even one, in place. */
  public static Tensor roundInPlace(Tensor self) {
    return Mapped.keptInPlace(ROUND, numeric("round", self));
  }

  /** What the whole part leaves. */
  public static Tensor frac(Tensor self) {
    return Mapped.real(FRAC, floating(self));
  }

  /** What the whole part leaves, in place. */
  public static Tensor fracInPlace(Tensor self) {
    return Mapped.realInPlace(FRAC, self);
  }

  /** -1, 0 or 1 by sign. */
  public static Tensor sgn(Tensor self) {
    return self.dtype().isFloatingPoint() ? Mapped.real(SGN, self) : self.sign();
  }

  /** -1, 0 or 1 by sign, in place. */
  public static Tensor sgnInPlace(Tensor self) {
    return self.dtype().isFloatingPoint() ? Mapped.realInPlace(SGN, self) : self.sign_();
  }

  /** The tensor itself. */
  public static Tensor positive(Tensor self) {
    return numeric("positive", self);
  }

  private static Tensor numeric(String name, Tensor self) {
    if (self.dtype() == DType.BOOL) {
      throw new UnsupportedOperationException("\"%s\" not implemented for 'Bool'".formatted(name));
    }
    return self;
  }

  private static Tensor floating(Tensor self) {
    if (!self.dtype().isFloatingPoint()) {
      throw new UnsupportedOperationException(
          "\"frac\" not implemented for '%s'".formatted(self.dtype().title()));
    }
    return self;
  }
}
