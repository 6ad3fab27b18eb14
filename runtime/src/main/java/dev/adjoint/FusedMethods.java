package dev.adjoint;

import dev.adjoint.ops.Fused;
import dev.adjoint.ops.Scalar;

/** Short elementwise formulas of three operands. */
public sealed interface FusedMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * {@code self + value * first * second}. Derivatives by the product rule.
   *
   * @param first the first factor, broadcast
   * @param second the second factor, broadcast
   * @param value a factor of the product
   * @return a new tensor
   */
  default Tensor addcmul(Tensor first, Tensor second, double value) {
    return Fused.addcmul(self(), first, second, Scalar.of(value));
  }

  /**
   * As {@link #addcmul}, in place.
   *
   * @param first the first factor, broadcast
   * @param second the second factor, broadcast
   * @param value a factor of the product
   * @return this tensor
   */
  default Tensor addcmul_(Tensor first, Tensor second, double value) {
    return Fused.addcmulInPlace(self(), first, second, Scalar.of(value));
  }

  /**
   * {@code self + value * first / second}. Derivatives by the quotient rule.
   *
   * @param first the dividend, broadcast
   * @param second the divisor, broadcast
   * @param value a factor of the product
   * @return a new tensor
   */
  default Tensor addcdiv(Tensor first, Tensor second, double value) {
    return Fused.addcdiv(self(), first, second, Scalar.of(value));
  }

  /**
   * As {@link #addcdiv}, in place.
   *
   * @param first the dividend, broadcast
   * @param second the divisor, broadcast
   * @param value a factor of the product
   * @return this tensor
   */
  default Tensor addcdiv_(Tensor first, Tensor second, double value) {
    return Fused.addcdivInPlace(self(), first, second, Scalar.of(value));
  }

  /**
   * {@code self + weight * (end - self)}. Derivatives: the shares, and the distance.
   *
   * @param end the other end, broadcast
   * @param weight the share of the other end, broadcast
   * @return a new tensor
   */
  default Tensor lerp(Tensor end, Tensor weight) {
    return Fused.lerp(self(), end, weight);
  }

  /**
   * As {@link #lerp(Tensor, Tensor)}, in place.
   *
   * @param end the other end, broadcast
   * @param weight the share of the other end, broadcast
   * @return this tensor
   */
  default Tensor lerp_(Tensor end, Tensor weight) {
    return Fused.lerpInPlace(self(), end, weight);
  }

  /**
   * {@code self + weight * (end - self)}. Derivatives: the shares.
   *
   * @param end the other end, broadcast
   * @param weight the share of the other end
   * @return a new tensor
   */
  default Tensor lerp(Tensor end, double weight) {
    return Fused.lerp(self(), end, weight);
  }

  /**
   * As {@link #lerp(Tensor, double)}, in place.
   *
   * @param end the other end, broadcast
   * @param weight the share of the other end
   * @return this tensor
   */
  default Tensor lerp_(Tensor end, double weight) {
    return Fused.lerpInPlace(self(), end, weight);
  }
}
