package dev.adjoint;

import dev.adjoint.ops.RoundedDivision;

/** Quotients rounded to whole numbers, and remainders. */
public sealed interface DivisionMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The quotient rounded to whole numbers. Derivative: zero.
   *
   * @param other the divisor, broadcast
   * @param roundingMode {@code floor} or {@code trunc}
   * @return a new tensor of the promoted type
   */
  default Tensor div(Tensor other, String roundingMode) {
    return RoundedDivision.apply(RoundedDivision.Operator.of(roundingMode), self(), other);
  }

  /**
   * The quotient rounded to whole numbers, in place. Derivative: zero.
   *
   * @param other the divisor, broadcast
   * @param roundingMode {@code floor} or {@code trunc}
   * @return this tensor
   */
  default Tensor div_(Tensor other, String roundingMode) {
    return RoundedDivision.applyInPlace(RoundedDivision.Operator.of(roundingMode), self(), other);
  }

  /**
   * What rounding the quotient down leaves, with the sign of the divisor. Derivatives: {@code
   * gradOutput} and {@code -gradOutput * floor(self / other)}.
   *
   * @param other the divisor, broadcast
   * @return a new tensor of the promoted type
   */
  default Tensor remainder(Tensor other) {
    return RoundedDivision.apply(RoundedDivision.Operator.REMAINDER, self(), other);
  }

  /**
   * What rounding the quotient down leaves, with the sign of the divisor. Derivative: {@code
   * gradOutput}.
   *
   * @param other the divisor
   * @return a new tensor of the promoted type
   */
  default Tensor remainder(Number other) {
    return RoundedDivision.remainder(RoundedDivision.Operator.REMAINDER, self(), other);
  }

  /**
   * As {@link #remainder(Tensor)}, in place.
   *
   * @param other the divisor, broadcast
   * @return this tensor
   */
  default Tensor remainder_(Tensor other) {
    return RoundedDivision.applyInPlace(RoundedDivision.Operator.REMAINDER, self(), other);
  }

  /**
   * What rounding the quotient towards zero leaves, with the sign of the dividend. Derivatives:
   * {@code gradOutput} and {@code -gradOutput * trunc(self / other)}.
   *
   * @param other the divisor, broadcast
   * @return a new tensor of the promoted type
   */
  default Tensor fmod(Tensor other) {
    return RoundedDivision.apply(RoundedDivision.Operator.FMOD, self(), other);
  }

  /**
   * What rounding the quotient towards zero leaves, with the sign of the dividend. Derivative:
   * {@code gradOutput}.
   *
   * @param other the divisor
   * @return a new tensor of the promoted type
   */
  default Tensor fmod(Number other) {
    return RoundedDivision.remainder(RoundedDivision.Operator.FMOD, self(), other);
  }

  /**
   * As {@link #fmod(Tensor)}, in place.
   *
   * @param other the divisor, broadcast
   * @return this tensor
   */
  default Tensor fmod_(Tensor other) {
    return RoundedDivision.applyInPlace(RoundedDivision.Operator.FMOD, self(), other);
  }

  /**
   * The quotient rounded down. No derivative: backward through it fails.
   *
   * @param other the divisor, broadcast
   * @return a new tensor of the promoted type
   */
  default Tensor floorDivide(Tensor other) {
    return RoundedDivision.floorDivide(self(), other);
  }

  /**
   * The quotient rounded down, in place.
   *
   * @param other the divisor, broadcast
   * @return this tensor
   */
  default Tensor floorDivide_(Tensor other) {
    return RoundedDivision.applyInPlace(RoundedDivision.Operator.FLOOR, self(), other);
  }
}
