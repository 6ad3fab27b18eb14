package dev.adjoint;

import dev.adjoint.ops.Trigonometry;

/** Trigonometric and hyperbolic functions and their inverses. */
public sealed interface TrigonometryMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The arc cosine. Derivative: {@code -1 / sqrt(1 - x^2)}.
   *
   * @return a new tensor
   */
  default Tensor acos() {
    return Trigonometry.acos(self());
  }

  /**
   * The arc cosine, in place; derivative as of {@link #acos}.
   *
   * @return this tensor
   */
  default Tensor acos_() {
    return Trigonometry.acosInPlace(self());
  }

  /**
   * The inverse hyperbolic cosine. Derivative: {@code 1 / sqrt(x^2 - 1)}.
   *
   * @return a new tensor
   */
  default Tensor acosh() {
    return Trigonometry.acosh(self());
  }

  /**
   * The inverse hyperbolic cosine, in place; derivative as of {@link #acosh}.
   *
   * @return this tensor
   */
  default Tensor acosh_() {
    return Trigonometry.acoshInPlace(self());
  }

  /**
   * The arc sine. Derivative: {@code 1 / sqrt(1 - x^2)}.
   *
   * @return a new tensor
   */
  default Tensor asin() {
    return Trigonometry.asin(self());
  }

  /**
   * The arc sine, in place; derivative as of {@link #asin}.
   *
   * @return this tensor
   */
  default Tensor asin_() {
    return Trigonometry.asinInPlace(self());
  }

  /**
   * The inverse hyperbolic sine. Derivative: {@code 1 / sqrt(x^2 + 1)}.
   *
   * @return a new tensor
   */
  default Tensor asinh() {
    return Trigonometry.asinh(self());
  }

  /**
   * The inverse hyperbolic sine, in place; derivative as of {@link #asinh}.
   *
   * @return this tensor
   */
  default Tensor asinh_() {
    return Trigonometry.asinhInPlace(self());
  }

  /**
   * The arc tangent. Derivative: {@code 1 / (x^2 + 1)}.
   *
   * @return a new tensor
   */
  default Tensor atan() {
    return Trigonometry.atan(self());
  }

  /**
   * The arc tangent, in place; derivative as of {@link #atan}.
   *
   * @return this tensor
   */
  default Tensor atan_() {
    return Trigonometry.atanInPlace(self());
  }

  /**
   * The inverse hyperbolic tangent. Derivative: {@code 1 / (1 - x^2)}.
   *
   * @return a new tensor
   */
  default Tensor atanh() {
    return Trigonometry.atanh(self());
  }

  /**
   * The inverse hyperbolic tangent, in place; derivative as of {@link #atanh}.
   *
   * @return this tensor
   */
  default Tensor atanh_() {
    return Trigonometry.atanhInPlace(self());
  }

  /**
   * The tangent. Derivative: {@code 1 + tan(x)^2}.
   *
   * @return a new tensor
   */
  default Tensor tan() {
    return Trigonometry.tan(self());
  }

  /**
   * The tangent, in place; derivative as of {@link #tan}.
   *
   * @return this tensor
   */
  default Tensor tan_() {
    return Trigonometry.tanInPlace(self());
  }

  /**
   * The hyperbolic sine. Derivative: {@code cosh(x)}.
   *
   * @return a new tensor
   */
  default Tensor sinh() {
    return Trigonometry.sinh(self());
  }

  /**
   * The hyperbolic sine, in place; derivative as of {@link #sinh}.
   *
   * @return this tensor
   */
  default Tensor sinh_() {
    return Trigonometry.sinhInPlace(self());
  }

  /**
   * The hyperbolic cosine. Derivative: {@code sinh(x)}.
   *
   * @return a new tensor
   */
  default Tensor cosh() {
    return Trigonometry.cosh(self());
  }

  /**
   * The hyperbolic cosine, in place; derivative as of {@link #cosh}.
   *
   * @return this tensor
   */
  default Tensor cosh_() {
    return Trigonometry.coshInPlace(self());
  }

  /**
   * The normalised sine {@code sin(pi x) / (pi x)}, 1 at zero. Derivative: {@code (pi x cos(pi x) -
   * sin(pi x)) / (pi x^2)}, 0 at zero.
   *
   * @return a new tensor
   */
  default Tensor sinc() {
    return Trigonometry.sinc(self());
  }

  /**
   * The normalised sine {@code sin(pi x) / (pi x)}, 1 at zero, in place; derivative as of {@link
   * #sinc}.
   *
   * @return this tensor
   */
  default Tensor sinc_() {
    return Trigonometry.sincInPlace(self());
  }

  /**
   * Degrees as radians. Derivative: {@code pi / 180}.
   *
   * @return a new tensor
   */
  default Tensor deg2rad() {
    return Trigonometry.deg2rad(self());
  }

  /**
   * Degrees as radians, in place; derivative as of {@link #deg2rad}.
   *
   * @return this tensor
   */
  default Tensor deg2rad_() {
    return Trigonometry.deg2radInPlace(self());
  }

  /**
   * Radians as degrees. Derivative: {@code 180 / pi}.
   *
   * @return a new tensor
   */
  default Tensor rad2deg() {
    return Trigonometry.rad2deg(self());
  }

  /**
   * Radians as degrees, in place; derivative as of {@link #rad2deg}.
   *
   * @return this tensor
   */
  default Tensor rad2deg_() {
    return Trigonometry.rad2degInPlace(self());
  }
}
