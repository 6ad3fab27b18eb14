package dev.adjoint;

import dev.adjoint.ops.PairFunctions;

/** Elementwise functions of two operands beyond arithmetic. */
public sealed interface PairMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The angle of the point (other, self). Derivatives: {@code x / (x^2 + y^2)}, 0 at the origin
   * with respect to this tensor, {@code -y / (x^2 + y^2)}, 0 at the origin with respect to the
   * other.
   *
   * @param other the second operand, broadcast
   * @return a new tensor of the promoted type
   */
  default Tensor atan2(Tensor other) {
    return PairFunctions.atan2(self(), other);
  }

  /**
   * The angle of the point (other, self), in place; derivatives as of {@link #atan2}.
   *
   * @param other the second operand, broadcast to this tensor
   * @return this tensor
   */
  default Tensor atan2_(Tensor other) {
    return PairFunctions.atan2InPlace(self(), other);
  }

  /**
   * The length of the vector (self, other). Derivatives: {@code self / result} with respect to this
   * tensor, {@code other / result} with respect to the other.
   *
   * @param other the second operand, broadcast
   * @return a new tensor of the promoted type
   */
  default Tensor hypot(Tensor other) {
    return PairFunctions.hypot(self(), other);
  }

  /**
   * The length of the vector (self, other), in place; derivatives as of {@link #hypot}.
   *
   * @param other the second operand, broadcast to this tensor
   * @return this tensor
   */
  default Tensor hypot_(Tensor other) {
    return PairFunctions.hypotInPlace(self(), other);
  }

  /**
   * The magnitude of the first with the sign of the second. Derivatives: {@code result / self}, 0
   * at zero with respect to this tensor, zero with respect to the other.
   *
   * @param other the second operand, broadcast
   * @return a new tensor of the promoted type
   */
  default Tensor copysign(Tensor other) {
    return PairFunctions.copysign(self(), other);
  }

  /**
   * The magnitude of the first with the sign of the second, in place; derivatives as of {@link
   * #copysign}.
   *
   * @param other the second operand, broadcast to this tensor
   * @return this tensor
   */
  default Tensor copysign_(Tensor other) {
    return PairFunctions.copysignInPlace(self(), other);
  }

  /**
   * The logarithm of the sum of the exponentials. Derivatives: the share of the first exponential
   * with respect to this tensor, the share of the second exponential with respect to the other.
   *
   * @param other the second operand, broadcast
   * @return a new tensor of the promoted type
   */
  default Tensor logaddexp(Tensor other) {
    return PairFunctions.logaddexp(self(), other);
  }

  /**
   * The binary logarithm of the sum of the powers of two. Derivatives: the share of the first power
   * with respect to this tensor, the share of the second power with respect to the other.
   *
   * @param other the second operand, broadcast
   * @return a new tensor of the promoted type
   */
  default Tensor logaddexp2(Tensor other) {
    return PairFunctions.logaddexp2(self(), other);
  }

  /**
   * The product of the first and the logarithm of the second, 0 where the first is 0. Derivatives:
   * {@code log(other)}, 0 where the product is 0 by convention with respect to this tensor, {@code
   * self / other} with respect to the other.
   *
   * @param other the second operand, broadcast
   * @return a new tensor of the promoted type
   */
  default Tensor xlogy(Tensor other) {
    return PairFunctions.xlogy(self(), other);
  }

  /**
   * The product of the first and the logarithm of the second, 0 where the first is 0, in place;
   * derivatives as of {@link #xlogy}.
   *
   * @param other the second operand, broadcast to this tensor
   * @return this tensor
   */
  default Tensor xlogy_(Tensor other) {
    return PairFunctions.xlogyInPlace(self(), other);
  }

  /**
   * The product of the first and the logarithm of one plus the second, 0 where the first is 0.
   * Derivatives: {@code log1p(other)}, 0 where the product is 0 by convention with respect to this
   * tensor, {@code self / (other + 1)} with respect to the other.
   *
   * @param other the second operand, broadcast
   * @return a new tensor of the promoted type
   */
  default Tensor xlog1py(Tensor other) {
    return PairFunctions.xlog1py(self(), other);
  }

  /**
   * The larger of two elements; NaN only if both are. Derivatives: the gradient where the first is
   * taken with respect to this tensor, the gradient where the second is taken with respect to the
   * other.
   *
   * @param other the second operand, broadcast
   * @return a new tensor of the promoted type
   */
  default Tensor fmax(Tensor other) {
    return PairFunctions.fmax(self(), other);
  }

  /**
   * The smaller of two elements; NaN only if both are. Derivatives: the gradient where the first is
   * taken with respect to this tensor, the gradient where the second is taken with respect to the
   * other.
   *
   * @param other the second operand, broadcast
   * @return a new tensor of the promoted type
   */
  default Tensor fmin(Tensor other) {
    return PairFunctions.fmin(self(), other);
  }
}
