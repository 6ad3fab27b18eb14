package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.derivatives.TrigonometryDerivatives;
import dev.adjoint.kernels.HyperbolicFunctions;

/** Trigonometric and hyperbolic functions and their inverses. */
public final class Trigonometry {
  private static final MappedRule ACOS =
      new MappedRule(
          "AcosBackward0",
          Math::acos,
          Reads.SELF,
          (g, self, result) -> TrigonometryDerivatives.acosSelf(g, self));
  private static final MappedRule ACOSH =
      new MappedRule(
          "AcoshBackward0",
          HyperbolicFunctions::acosh,
          Reads.SELF,
          (g, self, result) -> TrigonometryDerivatives.acoshSelf(g, self));
  private static final MappedRule ASIN =
      new MappedRule(
          "AsinBackward0",
          Math::asin,
          Reads.SELF,
          (g, self, result) -> TrigonometryDerivatives.asinSelf(g, self));
  private static final MappedRule ASINH =
      new MappedRule(
          "AsinhBackward0",
          HyperbolicFunctions::asinh,
          Reads.SELF,
          (g, self, result) -> TrigonometryDerivatives.asinhSelf(g, self));
  private static final MappedRule ATAN =
      new MappedRule(
          "AtanBackward0",
          Math::atan,
          Reads.SELF,
          (g, self, result) -> TrigonometryDerivatives.atanSelf(g, self));
  private static final MappedRule ATANH =
      new MappedRule(
          "AtanhBackward0",
          HyperbolicFunctions::atanh,
          Reads.SELF,
          (g, self, result) -> TrigonometryDerivatives.atanhSelf(g, self));
  private static final MappedRule TAN =
      new MappedRule(
          "TanBackward0",
          Math::tan,
          Reads.RESULT,
          (g, self, result) -> TrigonometryDerivatives.tanSelf(g, result));
  private static final MappedRule SINH =
      new MappedRule(
          "SinhBackward0",
          Math::sinh,
          Reads.SELF,
          (g, self, result) -> TrigonometryDerivatives.sinhSelf(g, self));
  private static final MappedRule COSH =
      new MappedRule(
          "CoshBackward0",
          Math::cosh,
          Reads.SELF,
          (g, self, result) -> TrigonometryDerivatives.coshSelf(g, self));
  private static final MappedRule SINC =
      new MappedRule(
          "SincBackward0",
          HyperbolicFunctions::sinc,
          Reads.SELF,
          (g, self, result) -> TrigonometryDerivatives.sincSelf(g, self));
  private static final MappedRule DEG2RAD =
      new MappedRule(
          "Deg2RadBackward0",
          Math::toRadians,
          Reads.NOTHING,
          (g, self, result) -> TrigonometryDerivatives.deg2radSelf(g));
  private static final MappedRule RAD2DEG =
      new MappedRule(
          "Rad2DegBackward0",
          Math::toDegrees,
          Reads.NOTHING,
          (g, self, result) -> TrigonometryDerivatives.rad2degSelf(g));

  private Trigonometry() {}

  /** The arc cosine. */
  public static Tensor acos(Tensor self) {
    return Mapped.real(ACOS, self);
  }

  /** The arc cosine, in place. */
  public static Tensor acosInPlace(Tensor self) {
    return Mapped.realInPlace(ACOS, self);
  }

  /** The inverse hyperbolic cosine. */
  public static Tensor acosh(Tensor self) {
    return Mapped.real(ACOSH, self);
  }

  /** The inverse hyperbolic cosine, in place. */
  public static Tensor acoshInPlace(Tensor self) {
    return Mapped.realInPlace(ACOSH.inPlace(), self);
  }

  /** The arc sine. */
  public static Tensor asin(Tensor self) {
    return Mapped.real(ASIN, self);
  }

  /** The arc sine, in place. */
  public static Tensor asinInPlace(Tensor self) {
    return Mapped.realInPlace(ASIN, self);
  }

  /** The inverse hyperbolic sine. */
  public static Tensor asinh(Tensor self) {
    return Mapped.real(ASINH, self);
  }

  /** The inverse hyperbolic sine, in place. */
  public static Tensor asinhInPlace(Tensor self) {
    return Mapped.realInPlace(ASINH.inPlace(), self);
  }

  /** The arc tangent. */
  public static Tensor atan(Tensor self) {
    return Mapped.real(ATAN, self);
  }

  /** The arc tangent, in place. */
  public static Tensor atanInPlace(Tensor self) {
    return Mapped.realInPlace(ATAN, self);
  }

  /** The inverse hyperbolic tangent. */
  public static Tensor atanh(Tensor self) {
    return Mapped.real(ATANH, self);
  }

  /** The inverse hyperbolic tangent, in place. */
  public static Tensor atanhInPlace(Tensor self) {
    return Mapped.realInPlace(ATANH.inPlace(), self);
  }

  /** The tangent. */
  public static Tensor tan(Tensor self) {
    return Mapped.real(TAN, self);
  }

  /** The tangent, in place. */
  public static Tensor tanInPlace(Tensor self) {
    return Mapped.realInPlace(TAN, self);
  }

  /** The hyperbolic sine. */
  public static Tensor sinh(Tensor self) {
    return Mapped.real(SINH, self);
  }

  /** The hyperbolic sine, in place. */
  public static Tensor sinhInPlace(Tensor self) {
    return Mapped.realInPlace(SINH, self);
  }

  /** The hyperbolic cosine. */
  public static Tensor cosh(Tensor self) {
    return Mapped.real(COSH, self);
  }

  /** The hyperbolic cosine, in place. */
  public static Tensor coshInPlace(Tensor self) {
    return Mapped.realInPlace(COSH, self);
  }

  /** The normalised sine {@code sin(pi x) / (pi x)}, 1 at zero. */
  public static Tensor sinc(Tensor self) {
    return Mapped.real(SINC, self);
  }

  /** The normalised sine {@code sin(pi x) / (pi x)}, 1 at zero, in place. */
  public static Tensor sincInPlace(Tensor self) {
    return Mapped.realInPlace(SINC, self);
  }

  /** Degrees as radians. */
  public static Tensor deg2rad(Tensor self) {
    return Mapped.real(DEG2RAD, self);
  }

  /** Degrees as radians, in place. */
  public static Tensor deg2radInPlace(Tensor self) {
    return Mapped.realInPlace(DEG2RAD, self);
  }

  /** Radians as degrees. */
  public static Tensor rad2deg(Tensor self) {
    return Mapped.real(RAD2DEG, self);
  }

  /** Radians as degrees, in place. */
  public static Tensor rad2degInPlace(Tensor self) {
    return Mapped.realInPlace(RAD2DEG, self);
  }
}
