package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Convolution;
import dev.adjoint.nn.Functional;
import dev.adjoint.ops.Convolutions;

/** Derivatives of convolutions: products of the same three factors. */
public final class ConvolutionDerivatives {
  private ConvolutionDerivatives() {}

  /** Of windows: the transposed convolution of {@code gradOutput} with the weights. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv1d",
      parameters = {Tensor.class, Tensor.class, Convolution.class},
      wrt = "input")
  public static Tensor conv1dInput(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.inputGradient(gradOutput, input, weight, options);
  }

  /** Of weights: {@code gradOutput} of each window times its elements, summed over windows. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv1d",
      parameters = {Tensor.class, Tensor.class, Convolution.class},
      wrt = "weight")
  public static Tensor conv1dWeight(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.weightGradient(gradOutput, input, weight, options);
  }

  /** Of windows: the transposed convolution of {@code gradOutput} with the weights. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv1d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "input")
  public static Tensor conv1dBiasedInput(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.inputGradient(gradOutput, input, weight, options);
  }

  /** Of weights: {@code gradOutput} of each window times its elements, summed over windows. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv1d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "weight")
  public static Tensor conv1dBiasedWeight(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.weightGradient(gradOutput, input, weight, options);
  }

  /** Of what is added to a channel: {@code gradOutput}, summed over batch and positions. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv1d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "bias")
  public static Tensor conv1dBias(Tensor gradOutput) {
    return Convolutions.biasGradient(gradOutput, 1);
  }

  /** Of windows: the transposed convolution of {@code gradOutput} with the weights. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv2d",
      parameters = {Tensor.class, Tensor.class, Convolution.class},
      wrt = "input")
  public static Tensor conv2dInput(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.inputGradient(gradOutput, input, weight, options);
  }

  /** Of weights: {@code gradOutput} of each window times its elements, summed over windows. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv2d",
      parameters = {Tensor.class, Tensor.class, Convolution.class},
      wrt = "weight")
  public static Tensor conv2dWeight(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.weightGradient(gradOutput, input, weight, options);
  }

  /** Of windows: the transposed convolution of {@code gradOutput} with the weights. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv2d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "input")
  public static Tensor conv2dBiasedInput(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.inputGradient(gradOutput, input, weight, options);
  }

  /** Of weights: {@code gradOutput} of each window times its elements, summed over windows. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv2d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "weight")
  public static Tensor conv2dBiasedWeight(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.weightGradient(gradOutput, input, weight, options);
  }

  /** Of what is added to a channel: {@code gradOutput}, summed over batch and positions. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv2d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "bias")
  public static Tensor conv2dBias(Tensor gradOutput) {
    return Convolutions.biasGradient(gradOutput, 2);
  }

  /** Of windows: the transposed convolution of {@code gradOutput} with the weights. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv3d",
      parameters = {Tensor.class, Tensor.class, Convolution.class},
      wrt = "input")
  public static Tensor conv3dInput(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.inputGradient(gradOutput, input, weight, options);
  }

  /** Of weights: {@code gradOutput} of each window times its elements, summed over windows. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv3d",
      parameters = {Tensor.class, Tensor.class, Convolution.class},
      wrt = "weight")
  public static Tensor conv3dWeight(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.weightGradient(gradOutput, input, weight, options);
  }

  /** Of windows: the transposed convolution of {@code gradOutput} with the weights. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv3d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "input")
  public static Tensor conv3dBiasedInput(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.inputGradient(gradOutput, input, weight, options);
  }

  /** Of weights: {@code gradOutput} of each window times its elements, summed over windows. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv3d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "weight")
  public static Tensor conv3dBiasedWeight(
      Tensor gradOutput, Tensor input, Tensor weight, Convolution options) {
    return Convolutions.weightGradient(gradOutput, input, weight, options);
  }

  /** Of what is added to a channel: {@code gradOutput}, summed over batch and positions. */
  @DerivativeOf(
      type = Functional.class,
      method = "conv3d",
      parameters = {Tensor.class, Tensor.class, Tensor.class, Convolution.class},
      wrt = "bias")
  public static Tensor conv3dBias(Tensor gradOutput) {
    return Convolutions.biasGradient(gradOutput, 3);
  }
}
