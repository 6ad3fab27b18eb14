package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Convolution;
import dev.adjoint.nn.Functional;
import dev.adjoint.ops.Convolutions;

/** Derivatives of transposed convolutions: products of the same three factors. */
public final class TransposedConvolutionDerivatives {
  private TransposedConvolutionDerivatives() {}

  /** Of values of windows: the convolution of {@code gradOutput} with the weights. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose1d",
      parameters = {Tensor.class, Tensor.class, Convolution.class},
      wrt = "input")
  public static Tensor convTranspose1dInput(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.transposedInputGradient(gradOutput, input, weight, options);
  }

  /** Of weights: values of windows times {@code gradOutput} in them, summed over windows. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose1d",
      parameters = {Tensor.class, Tensor.class, Convolution.class},
      wrt = "weight")
  public static Tensor convTranspose1dWeight(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.transposedWeightGradient(gradOutput, input, weight, options);
  }

  /** Of values of windows: the convolution of {@code gradOutput} with the weights. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose1d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "input")
  public static Tensor convTranspose1dBiasedInput(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.transposedInputGradient(gradOutput, input, weight, options);
  }

  /** Of weights: values of windows times {@code gradOutput} in them, summed over windows. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose1d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "weight")
  public static Tensor convTranspose1dBiasedWeight(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.transposedWeightGradient(gradOutput, input, weight, options);
  }

  /** Of what is added to a channel: {@code gradOutput}, summed over batch and positions. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose1d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "bias")
  public static Tensor convTranspose1dBias(Tensor gradOutput) {
    return Convolutions.biasGradient(gradOutput, 1);
  }

  /** Of values of windows: the convolution of {@code gradOutput} with the weights. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose2d",
      parameters = {Tensor.class, Tensor.class, Convolution.class},
      wrt = "input")
  public static Tensor convTranspose2dInput(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.transposedInputGradient(gradOutput, input, weight, options);
  }

  /** Of weights: values of windows times {@code gradOutput} in them, summed over windows. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose2d",
      parameters = {Tensor.class, Tensor.class, Convolution.class},
      wrt = "weight")
  public static Tensor convTranspose2dWeight(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.transposedWeightGradient(gradOutput, input, weight, options);
  }

  /** Of values of windows: the convolution of {@code gradOutput} with the weights. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose2d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "input")
  public static Tensor convTranspose2dBiasedInput(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.transposedInputGradient(gradOutput, input, weight, options);
  }

  /** Of weights: values of windows times {@code gradOutput} in them, summed over windows. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose2d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "weight")
  public static Tensor convTranspose2dBiasedWeight(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.transposedWeightGradient(gradOutput, input, weight, options);
  }

  /** Of what is added to a channel: {@code gradOutput}, summed over batch and positions. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose2d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "bias")
  public static Tensor convTranspose2dBias(Tensor gradOutput) {
    return Convolutions.biasGradient(gradOutput, 2);
  }

  /** Of values of windows: the convolution of {@code gradOutput} with the weights. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose3d",
      parameters = {Tensor.class, Tensor.class, Convolution.class},
      wrt = "input")
  public static Tensor convTranspose3dInput(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.transposedInputGradient(gradOutput, input, weight, options);
  }

  /** Of weights: values of windows times {@code gradOutput} in them, summed over windows. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose3d",
      parameters = {Tensor.class, Tensor.class, Convolution.class},
      wrt = "weight")
  public static Tensor convTranspose3dWeight(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.transposedWeightGradient(gradOutput, input, weight, options);
  }

  /** Of values of windows: the convolution of {@code gradOutput} with the weights. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose3d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "input")
  public static Tensor convTranspose3dBiasedInput(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.transposedInputGradient(gradOutput, input, weight, options);
  }

  /** Of weights: values of windows times {@code gradOutput} in them, summed over windows. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose3d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "weight")
  public static Tensor convTranspose3dBiasedWeight(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.transposedWeightGradient(gradOutput, input, weight, options);
  }

  /** Of what is added to a channel: {@code gradOutput}, summed over batch and positions. */
  @DerivativeOf(
      type = Functional.class,
      method = "convTranspose3d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "bias")
  public static Tensor convTranspose3dBias(Tensor gradOutput) {
    return Convolutions.biasGradient(gradOutput, 3);
  }
}
