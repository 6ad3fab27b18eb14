package dev.adjoint.nn;

import dev.adjoint.Tensor;
import dev.adjoint.ops.Activations;

/** Activation functions, elementwise but for those that name a dimension. */
abstract sealed class ActivationFunctions extends DistanceFunctions permits LossFunctions {
  ActivationFunctions() {}

  /**
   * The element, kept between two bounds. Derivative: the gradient strictly between the bounds.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor hardtanh(Tensor input) {
    return hardtanh(input, -1, 1);
  }

  /**
   * The element, kept between two bounds. Derivative: the gradient strictly between the bounds.
   *
   * @param input the argument
   * @param minVal the lower bound
   * @param maxVal the upper bound
   * @return a tensor of the same shape
   */
  public static Tensor hardtanh(Tensor input, double minVal, double maxVal) {
    return Activations.hardtanh(input, minVal, maxVal);
  }

  /**
   * The element, kept between 0 and 6. Derivative: the gradient strictly between 0 and 6.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor relu6(Tensor input) {
    return Activations.relu6(input);
  }

  /**
   * The element, scaled below zero. Derivative: the gradient, scaled below zero.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor leakyRelu(Tensor input) {
    return leakyRelu(input, 0.01);
  }

  /**
   * The element, scaled below zero. Derivative: the gradient, scaled below zero.
   *
   * @param input the argument
   * @param negativeSlope the slope below zero
   * @return a tensor of the same shape
   */
  public static Tensor leakyRelu(Tensor input, double negativeSlope) {
    return Activations.leakyRelu(input, negativeSlope);
  }

  /**
   * The element above zero, {@code alpha (exp(x) - 1)} below. Derivative: 1 above zero, {@code
   * alpha exp(x)} below.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor elu(Tensor input) {
    return elu(input, 1);
  }

  /**
   * The element above zero, {@code alpha (exp(x) - 1)} below. Derivative: 1 above zero, {@code
   * alpha exp(x)} below.
   *
   * @param input the argument
   * @param alpha the limit, negated, far below zero
   * @return a tensor of the same shape
   */
  public static Tensor elu(Tensor input, double alpha) {
    return Activations.elu(input, alpha);
  }

  /**
   * The element above zero, {@code alpha (exp(x / alpha) - 1)} below. Derivative: 1 above zero,
   * {@code exp(x / alpha)} below.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor celu(Tensor input) {
    return celu(input, 1);
  }

  /**
   * The element above zero, {@code alpha (exp(x / alpha) - 1)} below. Derivative: 1 above zero,
   * {@code exp(x / alpha)} below.
   *
   * @param input the argument
   * @param alpha the limit, negated, far below zero
   * @return a tensor of the same shape
   */
  public static Tensor celu(Tensor input, double alpha) {
    return Activations.celu(input, alpha);
  }

  /**
   * The self-normalising exponential unit. Derivative: that of the exponential unit, scaled.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor selu(Tensor input) {
    return Activations.selu(input);
  }

  /**
   * The element times its sigmoid. Derivative: {@code s (1 + x (1 - s))} with the sigmoid {@code
   * s}.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor silu(Tensor input) {
    return Activations.silu(input);
  }

  /**
   * The element times the hyperbolic tangent of its softplus. Derivative: by the product rule.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor mish(Tensor input) {
    return Activations.mish(input);
  }

  /**
   * A smooth form of the rectifier, {@code log(1 + exp(beta x)) / beta}. Derivative: {@code
   * sigmoid(beta x)}, 1 beyond the threshold.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor softplus(Tensor input) {
    return softplus(input, 1, 20);
  }

  /**
   * A smooth form of the rectifier, {@code log(1 + exp(beta x)) / beta}. Derivative: {@code
   * sigmoid(beta x)}, 1 beyond the threshold.
   *
   * @param input the argument
   * @param beta the sharpness
   * @param threshold where the function is taken as linear
   * @return a tensor of the same shape
   */
  public static Tensor softplus(Tensor input, double beta, double threshold) {
    return Activations.softplus(input, beta, threshold);
  }

  /**
   * The element times a clipped line through 1/2. Derivative: 0 up to -3, 1 from 3 on, {@code x / 3
   * + 1 / 2} between.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor hardswish(Tensor input) {
    return Activations.hardswish(input);
  }

  /**
   * A clipped line through 1/2. Derivative: 1/6 strictly between -3 and 3.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor hardsigmoid(Tensor input) {
    return Activations.hardsigmoid(input);
  }

  /**
   * The logarithm of the sigmoid. Derivative: {@code sigmoid(-x)}.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor logsigmoid(Tensor input) {
    return Activations.logsigmoid(input);
  }

  /**
   * The element moved towards zero, zero in the gap. Derivative: the gradient outside of the gap.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor softshrink(Tensor input) {
    return softshrink(input, 0.5);
  }

  /**
   * The element moved towards zero, zero in the gap. Derivative: the gradient outside of the gap.
   *
   * @param input the argument
   * @param lambd the width of the gap
   * @return a tensor of the same shape
   */
  public static Tensor softshrink(Tensor input, double lambd) {
    return Activations.softshrink(input, lambd);
  }

  /**
   * The element outside of a gap around zero, zero inside. Derivative: the gradient outside of the
   * gap.
   *
   * @param input the argument
   * @return a tensor of the same shape
   */
  public static Tensor hardshrink(Tensor input) {
    return hardshrink(input, 0.5);
  }

  /**
   * The element outside of a gap around zero, zero inside. Derivative: the gradient outside of the
   * gap.
   *
   * @param input the argument
   * @param lambd the width of the gap
   * @return a tensor of the same shape
   */
  public static Tensor hardshrink(Tensor input, double lambd) {
    return Activations.hardshrink(input, lambd);
  }

  /**
   * The element above a limit, another value up to it. Derivative: the gradient above the limit.
   *
   * @param input the argument
   * @param threshold the limit
   * @param value what replaces elements up to the limit
   * @return a tensor of the same shape
   */
  public static Tensor threshold(Tensor input, double threshold, double value) {
    return Activations.threshold(input, threshold, value);
  }

  /**
   * The element less its hyperbolic tangent. The derivative is that of the formula.
   *
   * @param input the argument
   * @return the values
   */
  public static Tensor tanhshrink(Tensor input) {
    return input.sub(input.tanh());
  }

  /**
   * The element over one plus its magnitude. The derivative is that of the formula.
   *
   * @param input the argument
   * @return the values
   */
  public static Tensor softsign(Tensor input) {
    return input.div(input.abs().add(1));
  }

  /**
   * Exponentials of the negated elements over their sum. The derivative is that of the formula.
   *
   * @param input the argument
   * @param dim the dimension
   * @return the values
   */
  public static Tensor softmin(Tensor input, int dim) {
    return input.neg().softmax(dim);
  }

  /**
   * The first half along a dimension times the sigmoid of the second. The derivative is that of the
   * formula.
   *
   * @param input the argument
   * @param dim the dimension, of even size
   * @return the values
   */
  public static Tensor glu(Tensor input, int dim) {
    return Activations.glu(input, dim);
  }

  /**
   * The element times the normal distribution function. The derivative is that of the formula.
   *
   * @param input the argument
   * @return the values
   */
  public static Tensor gelu(Tensor input) {
    return Activations.gelu(input);
  }

  /**
   * An approximation of {@link #gelu} by a hyperbolic tangent. The derivative is that of the
   * formula.
   *
   * @param input the argument
   * @return the values
   */
  public static Tensor geluTanh(Tensor input) {
    return Activations.geluTanh(input);
  }

  /**
   * The element, scaled below zero by a weight of its channel. The derivative is that of the
   * formula.
   *
   * @param input the argument
   * @param weight one weight, or one per channel, the second dimension
   * @return the values
   */
  public static Tensor prelu(Tensor input, Tensor weight) {
    return Activations.prelu(input, weight);
  }
}
