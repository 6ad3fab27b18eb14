package dev.adjoint;

import dev.adjoint.ops.Rounding;

/** Whole parts and signs: integers stay as they are. */
public sealed interface RoundingMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * This tensor, as {@code +x} in Python.
   *
   * @return this tensor
   * @throws UnsupportedOperationException for booleans
   */
  default Tensor positive() {
    return Rounding.positive(self());
  }

  /**
   * The largest whole number not above. Derivative: zero.
   *
   * @return a new tensor
   */
  default Tensor floor() {
    return Rounding.floor(self());
  }

  /**
   * The largest whole number not above, in place; derivative as of {@link #floor}.
   *
   * @return this tensor
   */
  default Tensor floor_() {
    return Rounding.floorInPlace(self());
  }

  /**
   * The smallest whole number not below. Derivative: zero.
   *
   * @return a new tensor
   */
  default Tensor ceil() {
    return Rounding.ceil(self());
  }

  /**
   * The smallest whole number not below, in place; derivative as of {@link #ceil}.
   *
   * @return this tensor
   */
  default Tensor ceil_() {
    return Rounding.ceilInPlace(self());
  }

  /**
   * The whole part. Derivative: zero.
   *
   * @return a new tensor
   */
  default Tensor trunc() {
    return Rounding.trunc(self());
  }

  /**
   * The whole part, in place; derivative as of {@link #trunc}.
   *
   * @return this tensor
   */
  default Tensor trunc_() {
    return Rounding.truncInPlace(self());
  }

  /**
   * The nearest whole number, halves to the even one. Derivative: zero.
   *
   * @return a new tensor
   */
  default Tensor round() {
    return Rounding.round(self());
  }

  /**
   * The nearest whole number, halves to the even one, in place; derivative as of {@link #round}.
   *
   * @return this tensor
   */
  default Tensor round_() {
    return Rounding.roundInPlace(self());
  }

  /**
   * What the whole part leaves. Derivative: {@code gradOutput}.
   *
   * @return a new tensor
   */
  default Tensor frac() {
    return Rounding.frac(self());
  }

  /**
   * What the whole part leaves, in place; derivative as of {@link #frac}.
   *
   * @return this tensor
   */
  default Tensor frac_() {
    return Rounding.fracInPlace(self());
  }

  /**
   * -1, 0 or 1 by sign. Derivative: zero.
   *
   * @return a new tensor
   */
  default Tensor sgn() {
    return Rounding.sgn(self());
  }

  /**
   * -1, 0 or 1 by sign, in place; derivative as of {@link #sgn}.
   *
   * @return this tensor
   */
  default Tensor sgn_() {
    return Rounding.sgnInPlace(self());
  }
}
