package dev.adjoint;

import dev.adjoint.ops.Bitwise;

/** Bit by bit operations on integers and truth values. */
public sealed interface BitMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * Bits set in both. Integers and truth values only; no derivative.
   *
   * @param other the other operand, broadcast
   * @return a new tensor of the promoted type
   */
  @NoDiff
  default Tensor bitwiseAnd(Tensor other) {
    return Bitwise.apply(Bitwise.Operator.AND, self(), other);
  }

  /**
   * Bits set in both, in place.
   *
   * @param other the other operand, broadcast
   * @return this tensor
   */
  default Tensor bitwiseAnd_(Tensor other) {
    return Bitwise.applyInPlace(Bitwise.Operator.AND, self(), other);
  }

  /**
   * Bits set in either. Integers and truth values only; no derivative.
   *
   * @param other the other operand, broadcast
   * @return a new tensor of the promoted type
   */
  @NoDiff
  default Tensor bitwiseOr(Tensor other) {
    return Bitwise.apply(Bitwise.Operator.OR, self(), other);
  }

  /**
   * Bits set in either, in place.
   *
   * @param other the other operand, broadcast
   * @return this tensor
   */
  default Tensor bitwiseOr_(Tensor other) {
    return Bitwise.applyInPlace(Bitwise.Operator.OR, self(), other);
  }

  /**
   * Bits set in one only. Integers and truth values only; no derivative.
   *
   * @param other the other operand, broadcast
   * @return a new tensor of the promoted type
   */
  @NoDiff
  default Tensor bitwiseXor(Tensor other) {
    return Bitwise.apply(Bitwise.Operator.XOR, self(), other);
  }

  /**
   * Bits set in one only, in place.
   *
   * @param other the other operand, broadcast
   * @return this tensor
   */
  default Tensor bitwiseXor_(Tensor other) {
    return Bitwise.applyInPlace(Bitwise.Operator.XOR, self(), other);
  }

  /**
   * Bits moved up. Integers and truth values only; no derivative.
   *
   * @param other the other operand, broadcast
   * @return a new tensor of the promoted type
   */
  @NoDiff
  default Tensor bitwiseLeftShift(Tensor other) {
    return Bitwise.apply(Bitwise.Operator.LEFT_SHIFT, self(), other);
  }

  /**
   * Bits moved up, in place.
   *
   * @param other the other operand, broadcast
   * @return this tensor
   */
  default Tensor bitwiseLeftShift_(Tensor other) {
    return Bitwise.applyInPlace(Bitwise.Operator.LEFT_SHIFT, self(), other);
  }

  /**
   * Bits moved down, keeping the sign. Integers and truth values only; no derivative.
   *
   * @param other the other operand, broadcast
   * @return a new tensor of the promoted type
   */
  @NoDiff
  default Tensor bitwiseRightShift(Tensor other) {
    return Bitwise.apply(Bitwise.Operator.RIGHT_SHIFT, self(), other);
  }

  /**
   * Bits moved down, keeping the sign, in place.
   *
   * @param other the other operand, broadcast
   * @return this tensor
   */
  default Tensor bitwiseRightShift_(Tensor other) {
    return Bitwise.applyInPlace(Bitwise.Operator.RIGHT_SHIFT, self(), other);
  }

  /**
   * All bits turned round; truth values negated. No derivative.
   *
   * @return a new tensor
   */
  @NoDiff
  default Tensor bitwiseNot() {
    return Bitwise.not(self());
  }

  /**
   * All bits turned round, in place.
   *
   * @return this tensor
   */
  default Tensor bitwiseNot_() {
    return Bitwise.notInPlace(self());
  }
}
