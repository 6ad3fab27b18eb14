package dev.adjoint;

import dev.adjoint.ops.Pointwise;

/**
 * Elementwise functions: the result has the shape of the tensor, and its type, except that
 * functions with real values turn integers into {@code float32}.
 */
public sealed interface PointwiseMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The negated elements. Derivative: {@code -gradOutput}.
   *
   * @return a new tensor
   */
  default Tensor neg() {
    return Pointwise.neg(self());
  }

  /**
   * The negated elements, in place; derivative as of {@link #neg}.
   *
   * @return this tensor
   */
  default Tensor neg_() {
    return Pointwise.negInPlace(self());
  }

  /**
   * The absolute values. Derivative: {@code gradOutput * sign(self)}, 0 at 0.
   *
   * @return a new tensor
   */
  default Tensor abs() {
    return Pointwise.abs(self());
  }

  /**
   * The absolute values, in place; derivative as of {@link #abs}.
   *
   * @return this tensor
   */
  default Tensor abs_() {
    return Pointwise.absInPlace(self());
  }

  /**
   * -1, 0 or 1 by sign. Derivative: zero.
   *
   * @return a new tensor
   */
  default Tensor sign() {
    return Pointwise.sign(self());
  }

  /**
   * -1, 0 or 1 by sign, in place; derivative as of {@link #sign}.
   *
   * @return this tensor
   */
  default Tensor sign_() {
    return Pointwise.signInPlace(self());
  }

  /**
   * The exponential. Derivative: {@code gradOutput * result}.
   *
   * @return a new tensor
   */
  default Tensor exp() {
    return Pointwise.exp(self());
  }

  /**
   * The exponential, in place; derivative as of {@link #exp}.
   *
   * @return this tensor
   */
  default Tensor exp_() {
    return Pointwise.expInPlace(self());
  }

  /**
   * The exponential less one. Derivative: {@code gradOutput * (result + 1)}.
   *
   * @return a new tensor
   */
  default Tensor expm1() {
    return Pointwise.expm1(self());
  }

  /**
   * The exponential less one, in place; derivative as of {@link #expm1}.
   *
   * @return this tensor
   */
  default Tensor expm1_() {
    return Pointwise.expm1InPlace(self());
  }

  /**
   * The natural logarithm. Derivative: {@code gradOutput / self}.
   *
   * @return a new tensor
   */
  default Tensor log() {
    return Pointwise.log(self());
  }

  /**
   * The natural logarithm, in place; derivative as of {@link #log}.
   *
   * @return this tensor
   */
  default Tensor log_() {
    return Pointwise.logInPlace(self());
  }

  /**
   * The logarithm of one plus the element. Derivative: {@code gradOutput / (self + 1)}.
   *
   * @return a new tensor
   */
  default Tensor log1p() {
    return Pointwise.log1p(self());
  }

  /**
   * The logarithm of one plus the element, in place; derivative as of {@link #log1p}.
   *
   * @return this tensor
   */
  default Tensor log1p_() {
    return Pointwise.log1pInPlace(self());
  }

  /**
   * The square root. Derivative: {@code gradOutput / (2 * result)}.
   *
   * @return a new tensor
   */
  default Tensor sqrt() {
    return Pointwise.sqrt(self());
  }

  /**
   * The square root, in place; derivative as of {@link #sqrt}.
   *
   * @return this tensor
   */
  default Tensor sqrt_() {
    return Pointwise.sqrtInPlace(self());
  }

  /**
   * One over the square root. Derivative: {@code -gradOutput / 2 * result^3}.
   *
   * @return a new tensor
   */
  default Tensor rsqrt() {
    return Pointwise.rsqrt(self());
  }

  /**
   * One over the square root, in place; derivative as of {@link #rsqrt}.
   *
   * @return this tensor
   */
  default Tensor rsqrt_() {
    return Pointwise.rsqrtInPlace(self());
  }

  /**
   * One over the element. Derivative: {@code -gradOutput * result^2}.
   *
   * @return a new tensor
   */
  default Tensor reciprocal() {
    return Pointwise.reciprocal(self());
  }

  /**
   * One over the element, in place; derivative as of {@link #reciprocal}.
   *
   * @return this tensor
   */
  default Tensor reciprocal_() {
    return Pointwise.reciprocalInPlace(self());
  }

  /**
   * The element times itself. Derivative: {@code 2 * gradOutput * self}.
   *
   * @return a new tensor
   */
  default Tensor square() {
    return Pointwise.square(self());
  }

  /**
   * The element times itself, in place; derivative as of {@link #square}.
   *
   * @return this tensor
   */
  default Tensor square_() {
    return Pointwise.squareInPlace(self());
  }

  /**
   * The sine. Derivative: {@code gradOutput * cos(self)}.
   *
   * @return a new tensor
   */
  default Tensor sin() {
    return Pointwise.sin(self());
  }

  /**
   * The sine, in place; derivative as of {@link #sin}.
   *
   * @return this tensor
   */
  default Tensor sin_() {
    return Pointwise.sinInPlace(self());
  }

  /**
   * The cosine. Derivative: {@code -gradOutput * sin(self)}.
   *
   * @return a new tensor
   */
  default Tensor cos() {
    return Pointwise.cos(self());
  }

  /**
   * The cosine, in place; derivative as of {@link #cos}.
   *
   * @return this tensor
   */
  default Tensor cos_() {
    return Pointwise.cosInPlace(self());
  }

  /**
   * The hyperbolic tangent. Derivative: {@code gradOutput * (1 - result^2)}.
   *
   * @return a new tensor
   */
  default Tensor tanh() {
    return Pointwise.tanh(self());
  }

  /**
   * The hyperbolic tangent, in place; derivative as of {@link #tanh}.
   *
   * @return this tensor
   */
  default Tensor tanh_() {
    return Pointwise.tanhInPlace(self());
  }

  /**
   * The logistic function. Derivative: {@code gradOutput * result * (1 - result)}.
   *
   * @return a new tensor
   */
  default Tensor sigmoid() {
    return Pointwise.sigmoid(self());
  }

  /**
   * The logistic function, in place; derivative as of {@link #sigmoid}.
   *
   * @return this tensor
   */
  default Tensor sigmoid_() {
    return Pointwise.sigmoidInPlace(self());
  }

  /**
   * The positive part. Derivative: {@code gradOutput} where the element is positive, else 0.
   *
   * @return a new tensor
   */
  default Tensor relu() {
    return Pointwise.relu(self());
  }

  /**
   * The positive part, in place; derivative as of {@link #relu}.
   *
   * @return this tensor
   */
  default Tensor relu_() {
    return Pointwise.reluInPlace(self());
  }
}
