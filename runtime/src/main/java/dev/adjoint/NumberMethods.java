package dev.adjoint;

import dev.adjoint.ops.Fill;
import dev.adjoint.ops.Neighbours;
import dev.adjoint.ops.Scalar;

/** Floating-point numbers taken apart and put together, their neighbours, steps and powers. */
public sealed interface NumberMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * Mantissas and exponents of two. Derivative of the mantissa: {@code gradOutput / 2^exponent}.
   *
   * @return both, of this shape
   * @throws IllegalArgumentException of integers
   */
  default FrexpResult frexp() {
    return Neighbours.frexp(self());
  }

  /**
   * {@code this * 2^other}. Derivative: {@code gradOutput * 2^other}, and {@code gradOutput *
   * result * log(2)}.
   *
   * @param other the exponents; shapes broadcast
   * @return a new tensor
   */
  default Tensor ldexp(Tensor other) {
    return Neighbours.ldexp(self(), other);
  }

  /**
   * {@link #ldexp} in place.
   *
   * @param other the exponents; broadcast to this shape
   * @return this tensor
   */
  default Tensor ldexp_(Tensor other) {
    return Neighbours.ldexpInPlace(self(), other);
  }

  /**
   * The next floating-point number towards another one. Derivative: {@code gradOutput}, zero where
   * both are equal; for the other the reverse.
   *
   * @param other where to go; shapes broadcast
   * @return a new tensor
   * @throws UnsupportedOperationException of integers
   */
  default Tensor nextafter(Tensor other) {
    return Neighbours.nextafter(self(), other);
  }

  /**
   * {@link #nextafter} in place.
   *
   * @param other where to go; broadcast to this shape
   * @return this tensor
   * @throws UnsupportedOperationException of integers
   */
  default Tensor nextafter_(Tensor other) {
    return Neighbours.nextafterInPlace(self(), other);
  }

  /**
   * 0 below zero, 1 above it. There is no derivative: backward through it fails.
   *
   * @param values the result at zero, of this type; shapes broadcast
   * @return a new tensor
   * @throws IllegalArgumentException if the types differ
   */
  default Tensor heaviside(Tensor values) {
    return Neighbours.heaviside(self(), values);
  }

  /**
   * {@link #heaviside} in place.
   *
   * @param values the result at zero, of this type; broadcast to this shape
   * @return this tensor
   * @throws IllegalArgumentException if the types differ
   */
  default Tensor heaviside_(Tensor values) {
    return Neighbours.heavisideInPlace(self(), values);
  }

  /**
   * {@code this^exponent} in double precision. Derivative: that of {@code pow}.
   *
   * @param exponent shapes broadcast
   * @return a float64 tensor
   */
  default Tensor floatPower(Tensor exponent) {
    return Neighbours.floatPower(self(), exponent);
  }

  /**
   * {@code this^exponent} in double precision. Derivative: that of {@code pow}.
   *
   * @param exponent a number
   * @return a float64 tensor
   */
  default Tensor floatPower(double exponent) {
    return Neighbours.floatPower(self(), Tensor.tensor(exponent, DType.FLOAT64));
  }

  /**
   * {@link #floatPower(Tensor)} in place.
   *
   * @param exponent broadcast to this shape
   * @return this tensor
   * @throws IllegalArgumentException unless this is a float64 tensor
   */
  default Tensor floatPower_(Tensor exponent) {
    return Neighbours.floatPowerInPlace(self(), exponent);
  }

  /**
   * {@link #floatPower(double)} in place.
   *
   * @param exponent a number
   * @return this tensor
   * @throws IllegalArgumentException unless this is a float64 tensor
   */
  default Tensor floatPower_(double exponent) {
    return Neighbours.floatPowerInPlace(self(), Tensor.tensor(exponent, DType.FLOAT64));
  }

  /**
   * A tensor of this shape and type with one number everywhere. Derivative: zero.
   *
   * @param value the number
   * @return a new tensor
   */
  default Tensor fill(double value) {
    return Fill.fill(self(), Scalar.of(value));
  }

  /**
   * A tensor of this shape and type with one integer everywhere. Derivative: zero.
   *
   * @param value the integer
   * @return a new tensor
   */
  default Tensor fill(long value) {
    return Fill.fill(self(), Scalar.of(value));
  }

  /**
   * A tensor of this shape and type with one element everywhere. Derivative: zero; of the value the
   * sum of {@code gradOutput}.
   *
   * @param value a tensor without dimensions
   * @return a new tensor
   * @throws IllegalArgumentException if the value has dimensions
   */
  default Tensor fill(Tensor value) {
    return Fill.fill(self(), value);
  }
}
