package dev.adjoint;

import dev.adjoint.ops.Arithmetic;
import dev.adjoint.ops.InPlace;
import dev.adjoint.ops.Powers;
import dev.adjoint.ops.Scalar;

/** Changes in place: they return this tensor and count as a new version of its storage. */
public sealed interface InPlaceMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * {@code this += other}; derivative as of {@code add}.
   *
   * @param other the other operand, broadcast
   * @return this tensor
   * @throws IllegalArgumentException if the shapes do not broadcast
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor add_(Tensor other) {
    return Arithmetic.addInPlace(self(), other, Scalar.of(1L));
  }

  /**
   * {@code this += alpha * other}; derivative as of {@code add}.
   *
   * @param other the other operand, broadcast
   * @param alpha factor of {@code other}
   * @return this tensor
   * @throws IllegalArgumentException if the shapes do not broadcast
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor add_(Tensor other, double alpha) {
    return Arithmetic.addInPlace(self(), other, Scalar.of(alpha));
  }

  /**
   * {@code this += other}; derivative as of {@code add}.
   *
   * @param other a number
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor add_(double other) {
    return Arithmetic.addInPlace(self(), Scalar.of(other));
  }

  /**
   * {@code this += alpha * other}; derivative as of {@code add}.
   *
   * @param other the other operand, broadcast
   * @param alpha factor of {@code other}
   * @return this tensor
   * @throws IllegalArgumentException if the shapes do not broadcast
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor add_(Tensor other, long alpha) {
    return Arithmetic.addInPlace(self(), other, Scalar.of(alpha));
  }

  /**
   * {@code this += other}; derivative as of {@code add}.
   *
   * @param other a number
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor add_(long other) {
    return Arithmetic.addInPlace(self(), Scalar.of(other));
  }

  /**
   * {@code this -= other}; derivative as of {@code sub}.
   *
   * @param other the other operand, broadcast
   * @return this tensor
   * @throws IllegalArgumentException if the shapes do not broadcast
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor sub_(Tensor other) {
    return Arithmetic.subInPlace(self(), other, Scalar.of(1L));
  }

  /**
   * {@code this -= alpha * other}; derivative as of {@code sub}.
   *
   * @param other the other operand, broadcast
   * @param alpha factor of {@code other}
   * @return this tensor
   * @throws IllegalArgumentException if the shapes do not broadcast
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor sub_(Tensor other, double alpha) {
    return Arithmetic.subInPlace(self(), other, Scalar.of(alpha));
  }

  /**
   * {@code this -= other}; derivative as of {@code sub}.
   *
   * @param other a number
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor sub_(double other) {
    return Arithmetic.subInPlace(self(), Scalar.of(other));
  }

  /**
   * {@code this -= alpha * other}; derivative as of {@code sub}.
   *
   * @param other the other operand, broadcast
   * @param alpha factor of {@code other}
   * @return this tensor
   * @throws IllegalArgumentException if the shapes do not broadcast
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor sub_(Tensor other, long alpha) {
    return Arithmetic.subInPlace(self(), other, Scalar.of(alpha));
  }

  /**
   * {@code this -= other}; derivative as of {@code sub}.
   *
   * @param other a number
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor sub_(long other) {
    return Arithmetic.subInPlace(self(), Scalar.of(other));
  }

  /**
   * {@code this *= other}; derivative as of {@code mul}.
   *
   * @param other the other operand, broadcast
   * @return this tensor
   * @throws IllegalArgumentException if the shapes do not broadcast
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor mul_(Tensor other) {
    return Arithmetic.mulInPlace(self(), other);
  }

  /**
   * {@code this *= other}; derivative as of {@code mul}.
   *
   * @param other a number
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor mul_(double other) {
    return Arithmetic.mulInPlace(self(), Scalar.of(other));
  }

  /**
   * {@code this *= other}; derivative as of {@code mul}.
   *
   * @param other a number
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor mul_(long other) {
    return Arithmetic.mulInPlace(self(), Scalar.of(other));
  }

  /**
   * {@code this /= other}; derivative as of {@code div}.
   *
   * @param other the other operand, broadcast
   * @return this tensor
   * @throws IllegalArgumentException if the shapes do not broadcast
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor div_(Tensor other) {
    return Arithmetic.divInPlace(self(), other);
  }

  /**
   * {@code this /= other}; derivative as of {@code div}.
   *
   * @param other a number
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor div_(double other) {
    return Arithmetic.divInPlace(self(), Scalar.of(other));
  }

  /**
   * {@code this /= other}; derivative as of {@code div}.
   *
   * @param other a number
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor div_(long other) {
    return Arithmetic.divInPlace(self(), Scalar.of(other));
  }

  /**
   * {@code this = this ^ exponent}; derivative as of {@code pow}.
   *
   * @param exponent the exponents, broadcast
   * @return this tensor
   * @throws IllegalArgumentException if the shapes do not broadcast
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor pow_(Tensor exponent) {
    return Powers.powInPlace(self(), exponent);
  }

  /**
   * {@code this = this ^ exponent}; derivative as of {@code pow}.
   *
   * @param exponent a number
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor pow_(double exponent) {
    return Powers.powInPlace(self(), Scalar.of(exponent));
  }

  /**
   * {@code this = this ^ exponent}; derivative as of {@code pow}.
   *
   * @param exponent a number
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor pow_(long exponent) {
    return Powers.powInPlace(self(), Scalar.of(exponent));
  }

  /**
   * Sets every element to zero; the old values get no gradient.
   *
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor zero_() {
    return InPlace.zero(self());
  }

  /**
   * Sets every element to a number; the old values get no gradient.
   *
   * @param value the number
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor fill_(double value) {
    return InPlace.fill(self(), Scalar.of(value));
  }

  /**
   * Sets every element to a number; the old values get no gradient.
   *
   * @param value the number
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor fill_(long value) {
    return InPlace.fill(self(), Scalar.of(value));
  }

  /**
   * Sets every element to the value of a scalar tensor, which gets the summed gradient.
   *
   * @param value a tensor without dimensions
   * @return this tensor
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor fill_(Tensor value) {
    return InPlace.fill(self(), value);
  }

  /**
   * Copies another tensor's elements, broadcast and converted; that tensor gets the gradient.
   *
   * @param source the elements
   * @return this tensor
   * @throws IllegalArgumentException if the shapes do not broadcast
   * @throws IllegalStateException for a leaf that requires a gradient while gradients are on
   */
  default Tensor copy_(Tensor source) {
    return InPlace.copy(self(), source);
  }
}
