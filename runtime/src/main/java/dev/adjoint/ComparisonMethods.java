package dev.adjoint;

import dev.adjoint.kernels.CompareOp;
import dev.adjoint.ops.Comparisons;
import dev.adjoint.ops.Scalar;

/** Comparisons, which have no derivative. */
public sealed interface ComparisonMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * {@code this == other}, element by element. Has no derivative.
   *
   * @param other the other operand, broadcast
   * @return a new {@code bool} tensor of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  @NoDiff
  default Tensor eq(Tensor other) {
    return Comparisons.compare(CompareOp.EQ, self(), other);
  }

  /**
   * {@code this == other}, element by element. Has no derivative.
   *
   * @param other a number
   * @return a new {@code bool} tensor of the same shape
   */
  @NoDiff
  default Tensor eq(double other) {
    return Comparisons.compare(CompareOp.EQ, self(), Scalar.of(other));
  }

  /**
   * {@code this == other}, element by element. Has no derivative.
   *
   * @param other a number
   * @return a new {@code bool} tensor of the same shape
   */
  @NoDiff
  default Tensor eq(long other) {
    return Comparisons.compare(CompareOp.EQ, self(), Scalar.of(other));
  }

  /**
   * {@code this != other}, element by element. Has no derivative.
   *
   * @param other the other operand, broadcast
   * @return a new {@code bool} tensor of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  @NoDiff
  default Tensor ne(Tensor other) {
    return Comparisons.compare(CompareOp.NE, self(), other);
  }

  /**
   * {@code this != other}, element by element. Has no derivative.
   *
   * @param other a number
   * @return a new {@code bool} tensor of the same shape
   */
  @NoDiff
  default Tensor ne(double other) {
    return Comparisons.compare(CompareOp.NE, self(), Scalar.of(other));
  }

  /**
   * {@code this != other}, element by element. Has no derivative.
   *
   * @param other a number
   * @return a new {@code bool} tensor of the same shape
   */
  @NoDiff
  default Tensor ne(long other) {
    return Comparisons.compare(CompareOp.NE, self(), Scalar.of(other));
  }

  /**
   * {@code this < other}, element by element. Has no derivative.
   *
   * @param other the other operand, broadcast
   * @return a new {@code bool} tensor of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  @NoDiff
  default Tensor lt(Tensor other) {
    return Comparisons.compare(CompareOp.LT, self(), other);
  }

  /**
   * {@code this < other}, element by element. Has no derivative.
   *
   * @param other a number
   * @return a new {@code bool} tensor of the same shape
   */
  @NoDiff
  default Tensor lt(double other) {
    return Comparisons.compare(CompareOp.LT, self(), Scalar.of(other));
  }

  /**
   * {@code this < other}, element by element. Has no derivative.
   *
   * @param other a number
   * @return a new {@code bool} tensor of the same shape
   */
  @NoDiff
  default Tensor lt(long other) {
    return Comparisons.compare(CompareOp.LT, self(), Scalar.of(other));
  }

  /**
   * {@code this <= other}, element by element. Has no derivative.
   *
   * @param other the other operand, broadcast
   * @return a new {@code bool} tensor of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  @NoDiff
  default Tensor le(Tensor other) {
    return Comparisons.compare(CompareOp.LE, self(), other);
  }

  /**
   * {@code this <= other}, element by element. Has no derivative.
   *
   * @param other a number
   * @return a new {@code bool} tensor of the same shape
   */
  @NoDiff
  default Tensor le(double other) {
    return Comparisons.compare(CompareOp.LE, self(), Scalar.of(other));
  }

  /**
   * {@code this <= other}, element by element. Has no derivative.
   *
   * @param other a number
   * @return a new {@code bool} tensor of the same shape
   */
  @NoDiff
  default Tensor le(long other) {
    return Comparisons.compare(CompareOp.LE, self(), Scalar.of(other));
  }

  /**
   * {@code this > other}, element by element. Has no derivative.
   *
   * @param other the other operand, broadcast
   * @return a new {@code bool} tensor of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  @NoDiff
  default Tensor gt(Tensor other) {
    return Comparisons.compare(CompareOp.GT, self(), other);
  }

  /**
   * {@code this > other}, element by element. Has no derivative.
   *
   * @param other a number
   * @return a new {@code bool} tensor of the same shape
   */
  @NoDiff
  default Tensor gt(double other) {
    return Comparisons.compare(CompareOp.GT, self(), Scalar.of(other));
  }

  /**
   * {@code this > other}, element by element. Has no derivative.
   *
   * @param other a number
   * @return a new {@code bool} tensor of the same shape
   */
  @NoDiff
  default Tensor gt(long other) {
    return Comparisons.compare(CompareOp.GT, self(), Scalar.of(other));
  }

  /**
   * {@code this >= other}, element by element. Has no derivative.
   *
   * @param other the other operand, broadcast
   * @return a new {@code bool} tensor of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  @NoDiff
  default Tensor ge(Tensor other) {
    return Comparisons.compare(CompareOp.GE, self(), other);
  }

  /**
   * {@code this >= other}, element by element. Has no derivative.
   *
   * @param other a number
   * @return a new {@code bool} tensor of the same shape
   */
  @NoDiff
  default Tensor ge(double other) {
    return Comparisons.compare(CompareOp.GE, self(), Scalar.of(other));
  }

  /**
   * {@code this >= other}, element by element. Has no derivative.
   *
   * @param other a number
   * @return a new {@code bool} tensor of the same shape
   */
  @NoDiff
  default Tensor ge(long other) {
    return Comparisons.compare(CompareOp.GE, self(), Scalar.of(other));
  }

  /**
   * Whether shapes and elements are the same.
   *
   * @param other another tensor
   * @return one truth value
   */
  @NoDiff
  default boolean equal(Tensor other) {
    return Comparisons.equal(self(), other);
  }

  /**
   * Whether all elements are true, that is, not zero.
   *
   * @return a {@code bool} tensor without dimensions
   */
  @NoDiff
  default Tensor all() {
    return Comparisons.all(self());
  }

  /**
   * Whether some element is true, that is, not zero.
   *
   * @return a {@code bool} tensor without dimensions
   */
  @NoDiff
  default Tensor any() {
    return Comparisons.any(self());
  }

  /**
   * The elements negated as truth values.
   *
   * @return a new {@code bool} tensor of the same shape
   */
  @NoDiff
  default Tensor logicalNot() {
    return Comparisons.logicalNot(self());
  }

  /**
   * Whether both elements are true, that is, not zero.
   *
   * @param other the other operand, broadcast
   * @return a new {@code bool} tensor of the broadcast shape
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  @NoDiff
  default Tensor logicalAnd(Tensor other) {
    return self().ne(0).mul(other.ne(0));
  }
}
