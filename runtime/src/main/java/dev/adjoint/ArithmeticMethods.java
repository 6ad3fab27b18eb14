package dev.adjoint;

import dev.adjoint.ops.Arithmetic;
import dev.adjoint.ops.Powers;
import dev.adjoint.ops.Scalar;

/** Sums, differences, products, quotients and powers with tensors and numbers. */
public sealed interface ArithmeticMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * {@code this + other}. Derivative: {@code gradOutput} for both, summed over broadcast
   * dimensions.
   *
   * @param other the other operand, broadcast
   * @return a new tensor of the broadcast shape and promoted type
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default Tensor add(Tensor other) {
    return Arithmetic.add(self(), other);
  }

  /**
   * {@code this + alpha * other}. Derivative: {@code gradOutput} for both, the latter times alpha.
   *
   * @param other the other operand, broadcast
   * @param alpha factor of {@code other}
   * @return a new tensor of the broadcast shape and promoted type
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default Tensor add(Tensor other, double alpha) {
    return Arithmetic.add(self(), other, Scalar.of(alpha));
  }

  /**
   * {@code this + other}. Derivative: {@code gradOutput}.
   *
   * @param other a number
   * @return a new tensor of the same shape and promoted type
   */
  default Tensor add(double other) {
    return Arithmetic.add(self(), other);
  }

  /**
   * {@code this + alpha * other}. Derivative: {@code gradOutput} for both, the latter times alpha.
   *
   * @param other the other operand, broadcast
   * @param alpha factor of {@code other}
   * @return a new tensor of the broadcast shape and promoted type
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default Tensor add(Tensor other, long alpha) {
    return Arithmetic.add(self(), other, Scalar.of(alpha));
  }

  /**
   * {@code this + other}. Derivative: {@code gradOutput}.
   *
   * @param other a number
   * @return a new tensor of the same shape and promoted type
   */
  default Tensor add(long other) {
    return Arithmetic.add(self(), Scalar.of(other));
  }

  /**
   * {@code this - other}. Derivative: {@code gradOutput} and {@code -gradOutput}, summed over
   * broadcast dimensions.
   *
   * @param other the other operand, broadcast
   * @return a new tensor of the broadcast shape and promoted type
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default Tensor sub(Tensor other) {
    return Arithmetic.sub(self(), other);
  }

  /**
   * {@code this - alpha * other}. Derivative: {@code gradOutput} and {@code -gradOutput}, the
   * latter times alpha.
   *
   * @param other the other operand, broadcast
   * @param alpha factor of {@code other}
   * @return a new tensor of the broadcast shape and promoted type
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default Tensor sub(Tensor other, double alpha) {
    return Arithmetic.sub(self(), other, Scalar.of(alpha));
  }

  /**
   * {@code this - other}. Derivative: {@code gradOutput}.
   *
   * @param other a number
   * @return a new tensor of the same shape and promoted type
   */
  default Tensor sub(double other) {
    return Arithmetic.sub(self(), other);
  }

  /**
   * {@code this - alpha * other}. Derivative: {@code gradOutput} and {@code -gradOutput}, the
   * latter times alpha.
   *
   * @param other the other operand, broadcast
   * @param alpha factor of {@code other}
   * @return a new tensor of the broadcast shape and promoted type
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default Tensor sub(Tensor other, long alpha) {
    return Arithmetic.sub(self(), other, Scalar.of(alpha));
  }

  /**
   * {@code this - other}. Derivative: {@code gradOutput}.
   *
   * @param other a number
   * @return a new tensor of the same shape and promoted type
   */
  default Tensor sub(long other) {
    return Arithmetic.sub(self(), Scalar.of(other));
  }

  /**
   * {@code other - this}. Derivative: {@code -gradOutput}.
   *
   * @param other a number
   * @return a new tensor of the same shape and promoted type
   */
  default Tensor rsub(double other) {
    return Arithmetic.rsub(self(), Scalar.of(other));
  }

  /**
   * {@code other - this}. Derivative: {@code -gradOutput}.
   *
   * @param other a number
   * @return a new tensor of the same shape and promoted type
   */
  default Tensor rsub(long other) {
    return Arithmetic.rsub(self(), Scalar.of(other));
  }

  /**
   * {@code this * other}. Derivative: {@code gradOutput} times the other operand, summed over
   * broadcast dimensions.
   *
   * @param other the other operand, broadcast
   * @return a new tensor of the broadcast shape and promoted type
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default Tensor mul(Tensor other) {
    return Arithmetic.mul(self(), other);
  }

  /**
   * {@code this * other}. Derivative: {@code gradOutput * other}.
   *
   * @param other a number
   * @return a new tensor of the same shape and promoted type
   */
  default Tensor mul(double other) {
    return Arithmetic.mul(self(), other);
  }

  /**
   * {@code this * other}. Derivative: {@code gradOutput * other}.
   *
   * @param other a number
   * @return a new tensor of the same shape and promoted type
   */
  default Tensor mul(long other) {
    return Arithmetic.mul(self(), Scalar.of(other));
  }

  /**
   * {@code this / other}, a real quotient also of integers. Derivative: {@code gradOutput / other}
   * and {@code -gradOutput * this / other^2}.
   *
   * @param other the other operand, broadcast
   * @return a new tensor of the broadcast shape and floating type
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default Tensor div(Tensor other) {
    return Arithmetic.div(self(), other);
  }

  /**
   * {@code this / other}, a real quotient also of integers. Derivative: {@code gradOutput / other}.
   *
   * @param other a number
   * @return a new tensor of the same shape and floating type
   */
  default Tensor div(double other) {
    return Arithmetic.div(self(), other);
  }

  /**
   * {@code other / this}. Derivative: {@code -gradOutput * other / this^2}.
   *
   * @param other a number
   * @return a new tensor of the same shape and floating type
   */
  default Tensor rdiv(double other) {
    return self().reciprocal().mul(other);
  }

  /**
   * {@code this / other}, a real quotient also of integers. Derivative: {@code gradOutput / other}.
   *
   * @param other a number
   * @return a new tensor of the same shape and floating type
   */
  default Tensor div(long other) {
    return Arithmetic.div(self(), Scalar.of(other));
  }

  /**
   * {@code other / this}. Derivative: {@code -gradOutput * other / this^2}.
   *
   * @param other a number
   * @return a new tensor of the same shape and floating type
   */
  default Tensor rdiv(long other) {
    return self().reciprocal().mul(other);
  }

  /**
   * {@code this ^ exponent}. Derivative: {@code gradOutput * exponent * this^(exponent - 1)} and
   * {@code gradOutput * result * log(this)}; 0 where the limit is.
   *
   * @param exponent the exponents, broadcast
   * @return a new tensor of the broadcast shape and promoted type
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default Tensor pow(Tensor exponent) {
    return Powers.pow(self(), exponent);
  }

  /**
   * {@code this ^ exponent}. Derivative: {@code gradOutput * exponent * this^(exponent - 1)}, 0 for
   * exponent 0.
   *
   * @param exponent a number
   * @return a new tensor of the same shape and promoted type
   */
  default Tensor pow(double exponent) {
    return Powers.pow(self(), Scalar.of(exponent));
  }

  /**
   * {@code base ^ this}. Derivative: {@code gradOutput * result * log(base)}.
   *
   * @param base a number
   * @return a new tensor of the same shape and promoted type
   */
  default Tensor rpow(double base) {
    return Powers.rpow(self(), Scalar.of(base));
  }

  /**
   * {@code this ^ exponent}. Derivative: {@code gradOutput * exponent * this^(exponent - 1)}, 0 for
   * exponent 0.
   *
   * @param exponent a number
   * @return a new tensor of the same shape and promoted type
   * @throws IllegalArgumentException for integers and a negative integer exponent
   */
  default Tensor pow(long exponent) {
    return Powers.pow(self(), Scalar.of(exponent));
  }

  /**
   * {@code this ^ exponent} with a truth value: the first power, or ones. Derivative: {@code
   * gradOutput}, or 0.
   *
   * @param exponent 1 or 0
   * @return a new tensor of the same shape and type, truth values included
   */
  default Tensor pow(boolean exponent) {
    return Powers.pow(self(), exponent);
  }

  /**
   * {@code base ^ this}. Derivative: {@code gradOutput * result * log(base)}.
   *
   * @param base a number
   * @return a new tensor of the same shape and promoted type
   */
  default Tensor rpow(long base) {
    return Powers.rpow(self(), Scalar.of(base));
  }

  /**
   * The larger element of two. Derivative: {@code gradOutput} for the larger, half each for equals.
   *
   * @param other the other operand, broadcast
   * @return a new tensor of the broadcast shape and promoted type
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default Tensor maximum(Tensor other) {
    return Arithmetic.maximum(self(), other);
  }

  /**
   * The smaller element of two. Derivative: {@code gradOutput} for the smaller, half each for
   * equals.
   *
   * @param other the other operand, broadcast
   * @return a new tensor of the broadcast shape and promoted type
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  default Tensor minimum(Tensor other) {
    return Arithmetic.minimum(self(), other);
  }
}
