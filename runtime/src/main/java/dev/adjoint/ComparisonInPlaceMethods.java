package dev.adjoint;

import dev.adjoint.kernels.CompareOp;
import dev.adjoint.ops.Elements;
import dev.adjoint.ops.Scalar;

/** Comparisons that write their outcome, 1 or 0, over the tensor in its own type. */
public sealed interface ComparisonInPlaceMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * Writes 1 where the element is equal, else 0. Derivative: zero.
   *
   * @param other broadcast to this shape
   * @return this tensor
   */
  default Tensor eq_(Tensor other) {
    return Elements.compare(CompareOp.EQ, self(), other);
  }

  /**
   * Writes 1 where the element is equal, else 0. Derivative: zero.
   *
   * @param other a number
   * @return this tensor
   */
  default Tensor eq_(double other) {
    return Elements.compare(CompareOp.EQ, self(), Scalar.of(other));
  }

  /**
   * Writes 1 where the element is different, else 0. Derivative: zero.
   *
   * @param other broadcast to this shape
   * @return this tensor
   */
  default Tensor ne_(Tensor other) {
    return Elements.compare(CompareOp.NE, self(), other);
  }

  /**
   * Writes 1 where the element is different, else 0. Derivative: zero.
   *
   * @param other a number
   * @return this tensor
   */
  default Tensor ne_(double other) {
    return Elements.compare(CompareOp.NE, self(), Scalar.of(other));
  }

  /**
   * Writes 1 where the element is smaller, else 0. Derivative: zero.
   *
   * @param other broadcast to this shape
   * @return this tensor
   */
  default Tensor lt_(Tensor other) {
    return Elements.compare(CompareOp.LT, self(), other);
  }

  /**
   * Writes 1 where the element is smaller, else 0. Derivative: zero.
   *
   * @param other a number
   * @return this tensor
   */
  default Tensor lt_(double other) {
    return Elements.compare(CompareOp.LT, self(), Scalar.of(other));
  }

  /**
   * Writes 1 where the element is smaller or equal, else 0. Derivative: zero.
   *
   * @param other broadcast to this shape
   * @return this tensor
   */
  default Tensor le_(Tensor other) {
    return Elements.compare(CompareOp.LE, self(), other);
  }

  /**
   * Writes 1 where the element is smaller or equal, else 0. Derivative: zero.
   *
   * @param other a number
   * @return this tensor
   */
  default Tensor le_(double other) {
    return Elements.compare(CompareOp.LE, self(), Scalar.of(other));
  }

  /**
   * Writes 1 where the element is larger, else 0. Derivative: zero.
   *
   * @param other broadcast to this shape
   * @return this tensor
   */
  default Tensor gt_(Tensor other) {
    return Elements.compare(CompareOp.GT, self(), other);
  }

  /**
   * Writes 1 where the element is larger, else 0. Derivative: zero.
   *
   * @param other a number
   * @return this tensor
   */
  default Tensor gt_(double other) {
    return Elements.compare(CompareOp.GT, self(), Scalar.of(other));
  }

  /**
   * Writes 1 where the element is larger or equal, else 0. Derivative: zero.
   *
   * @param other broadcast to this shape
   * @return this tensor
   */
  default Tensor ge_(Tensor other) {
    return Elements.compare(CompareOp.GE, self(), other);
  }

  /**
   * Writes 1 where the element is larger or equal, else 0. Derivative: zero.
   *
   * @param other a number
   * @return this tensor
   */
  default Tensor ge_(double other) {
    return Elements.compare(CompareOp.GE, self(), Scalar.of(other));
  }
}
