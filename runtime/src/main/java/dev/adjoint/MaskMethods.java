package dev.adjoint;

import dev.adjoint.ops.Masks;
import dev.adjoint.ops.Scalar;

/** Tests of elements, and elements replaced or picked where a test holds. */
public sealed interface MaskMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * Whether elements are NaN. No derivative.
   *
   * @return a boolean tensor
   */
  @NoDiff
  default Tensor isnan() {
    return Masks.test(self(), Double::isNaN);
  }

  /**
   * Whether elements are infinite. No derivative.
   *
   * @return a boolean tensor
   */
  @NoDiff
  default Tensor isinf() {
    return Masks.test(self(), Double::isInfinite);
  }

  /**
   * Whether elements are neither infinite nor NaN. No derivative.
   *
   * @return a boolean tensor
   */
  @NoDiff
  default Tensor isfinite() {
    return Masks.test(self(), Double::isFinite);
  }

  /**
   * Whether elements are positive infinity. No derivative.
   *
   * @return a boolean tensor
   */
  @NoDiff
  default Tensor isposinf() {
    return Masks.test(self(), x -> x == Double.POSITIVE_INFINITY);
  }

  /**
   * Whether elements are negative infinity. No derivative.
   *
   * @return a boolean tensor
   */
  @NoDiff
  default Tensor isneginf() {
    return Masks.test(self(), x -> x == Double.NEGATIVE_INFINITY);
  }

  /**
   * Whether elements carry a minus sign, as a negative zero does. No derivative.
   *
   * @return a boolean tensor
   */
  @NoDiff
  default Tensor signbit() {
    return Masks.test(self(), x -> Math.copySign(1, x) < 0);
  }

  /**
   * Whether either element is not zero. No derivative.
   *
   * @param other the other operand, broadcast
   * @return a boolean tensor
   */
  @NoDiff
  default Tensor logicalOr(Tensor other) {
    return Masks.logicalOr(self(), other);
  }

  /**
   * Whether exactly one element is not zero. No derivative.
   *
   * @param other the other operand, broadcast
   * @return a boolean tensor
   */
  @NoDiff
  default Tensor logicalXor(Tensor other) {
    return Masks.logicalXor(self(), other);
  }

  /**
   * A number where the mask holds, else the element. Derivative: {@code gradOutput} where the mask
   * does not hold.
   *
   * @param mask a boolean tensor, broadcast
   * @param value the number
   * @return a new tensor
   * @throws IllegalArgumentException if the mask is not boolean
   */
  default Tensor maskedFill(Tensor mask, double value) {
    return Masks.maskedFill(self(), mask, Scalar.of(value));
  }

  /**
   * A scalar tensor where the mask holds, else the element. Derivatives: {@code gradOutput} where
   * the mask does not hold, and the sum of the rest.
   *
   * @param mask a boolean tensor, broadcast
   * @param value a tensor without dimensions
   * @return a new tensor
   * @throws IllegalArgumentException if the mask is not boolean or the value has dimensions
   */
  default Tensor maskedFill(Tensor mask, Tensor value) {
    return Masks.maskedFill(self(), mask, value);
  }

  /**
   * A number where the mask holds, in place; derivative as of {@link #maskedFill(Tensor, double)}.
   *
   * @param mask a boolean tensor, broadcast to this one
   * @param value the number
   * @return this tensor
   */
  default Tensor maskedFill_(Tensor mask, double value) {
    return Masks.maskedFillInPlace(self(), mask, Scalar.of(value));
  }

  /**
   * A scalar tensor where the mask holds, in place; derivatives as of {@link #maskedFill(Tensor,
   * Tensor)}.
   *
   * @param mask a boolean tensor, broadcast to this one
   * @param value a tensor without dimensions
   * @return this tensor
   */
  default Tensor maskedFill_(Tensor mask, Tensor value) {
    return Masks.maskedFillInPlace(self(), mask, value);
  }

  /**
   * The elements where the mask holds, in row-major order. Derivative: {@code gradOutput} at their
   * places.
   *
   * @param mask a boolean tensor, broadcast
   * @return a vector
   * @throws IllegalArgumentException if the mask is not boolean
   */
  default Tensor maskedSelect(Tensor mask) {
    return Masks.maskedSelect(self(), mask);
  }
}
