package dev.adjoint.nn;

import dev.adjoint.Tensor;
import dev.adjoint.ops.Convolutions;
import dev.adjoint.ops.Folding;

/** Convolutions, and windows of images as columns. */
abstract sealed class ConvolutionFunctions extends ResizingFunctions permits LayerFunctions {
  ConvolutionFunctions() {}

  /**
   * A convolution: the inner products of weights and windows of the input. Derivative: the
   * transposed convolution of the gradient, and gradients of windows times their elements.
   *
   * @param input {@code (channels, width)}, or a batch of such
   * @param weight {@code (filters, channels / groups, width)}
   * @param options how windows move
   * @return {@code (filters, width)}, or a batch of such
   * @throws IllegalArgumentException if shapes and options do not go together
   */
  public static Tensor conv1d(Tensor input, Tensor weight, Convolution options) {
    return Convolutions.convolve(input, weight, null, options, 1);
  }

  /**
   * A convolution: the inner products of weights and windows of the input. Derivative: the
   * transposed convolution of the gradient, and gradients of windows times their elements.
   *
   * @param input {@code (channels, width)}, or a batch of such
   * @param weight {@code (filters, channels / groups, width)}
   * @param bias what is added to each filter, {@code (filters)}
   * @param options how windows move
   * @return {@code (filters, width)}, or a batch of such
   * @throws IllegalArgumentException if shapes and options do not go together
   */
  public static Tensor conv1d(Tensor input, Tensor weight, Tensor bias, Convolution options) {
    return Convolutions.convolve(input, weight, bias, options, 1);
  }

  /**
   * A transposed convolution: each value of the input times the weights, added up where its window
   * lies. Derivative: the convolution of the gradient, and values of windows times the gradient in
   * them.
   *
   * @param input {@code (channels, width)}, or a batch of such
   * @param weight {@code (channels, filters / groups, width)}
   * @param options how windows move
   * @return {@code (filters, width)}, or a batch of such
   * @throws IllegalArgumentException if shapes and options do not go together
   */
  public static Tensor convTranspose1d(Tensor input, Tensor weight, Convolution options) {
    return Convolutions.convolveTransposed(input, weight, null, options, 1);
  }

  /**
   * A transposed convolution: each value of the input times the weights, added up where its window
   * lies. Derivative: the convolution of the gradient, and values of windows times the gradient in
   * them.
   *
   * @param input {@code (channels, width)}, or a batch of such
   * @param weight {@code (channels, filters / groups, width)}
   * @param bias what is added to each filter, {@code (filters)}
   * @param options how windows move
   * @return {@code (filters, width)}, or a batch of such
   * @throws IllegalArgumentException if shapes and options do not go together
   */
  public static Tensor convTranspose1d(
      Tensor input, Tensor weight, Tensor bias, Convolution options) {
    return Convolutions.convolveTransposed(input, weight, bias, options, 1);
  }

  /**
   * A convolution: the inner products of weights and windows of the input. Derivative: the
   * transposed convolution of the gradient, and gradients of windows times their elements.
   *
   * @param input {@code (channels, height, width)}, or a batch of such
   * @param weight {@code (filters, channels / groups, height, width)}
   * @param options how windows move
   * @return {@code (filters, height, width)}, or a batch of such
   * @throws IllegalArgumentException if shapes and options do not go together
   */
  public static Tensor conv2d(Tensor input, Tensor weight, Convolution options) {
    return Convolutions.convolve(input, weight, null, options, 2);
  }

  /**
   * A convolution: the inner products of weights and windows of the input. Derivative: the
   * transposed convolution of the gradient, and gradients of windows times their elements.
   *
   * @param input {@code (channels, height, width)}, or a batch of such
   * @param weight {@code (filters, channels / groups, height, width)}
   * @param bias what is added to each filter, {@code (filters)}
   * @param options how windows move
   * @return {@code (filters, height, width)}, or a batch of such
   * @throws IllegalArgumentException if shapes and options do not go together
   */
  public static Tensor conv2d(Tensor input, Tensor weight, Tensor bias, Convolution options) {
    return Convolutions.convolve(input, weight, bias, options, 2);
  }

  /**
   * A transposed convolution: each value of the input times the weights, added up where its window
   * lies. Derivative: the convolution of the gradient, and values of windows times the gradient in
   * them.
   *
   * @param input {@code (channels, height, width)}, or a batch of such
   * @param weight {@code (channels, filters / groups, height, width)}
   * @param options how windows move
   * @return {@code (filters, height, width)}, or a batch of such
   * @throws IllegalArgumentException if shapes and options do not go together
   */
  public static Tensor convTranspose2d(Tensor input, Tensor weight, Convolution options) {
    return Convolutions.convolveTransposed(input, weight, null, options, 2);
  }

  /**
   * A transposed convolution: each value of the input times the weights, added up where its window
   * lies. Derivative: the convolution of the gradient, and values of windows times the gradient in
   * them.
   *
   * @param input {@code (channels, height, width)}, or a batch of such
   * @param weight {@code (channels, filters / groups, height, width)}
   * @param bias what is added to each filter, {@code (filters)}
   * @param options how windows move
   * @return {@code (filters, height, width)}, or a batch of such
   * @throws IllegalArgumentException if shapes and options do not go together
   */
  public static Tensor convTranspose2d(
      Tensor input, Tensor weight, Tensor bias, Convolution options) {
    return Convolutions.convolveTransposed(input, weight, bias, options, 2);
  }

  /**
   * A convolution: the inner products of weights and windows of the input. Derivative: the
   * transposed convolution of the gradient, and gradients of windows times their elements.
   *
   * @param input {@code (channels, depth, height, width)}, or a batch of such
   * @param weight {@code (filters, channels / groups, depth, height, width)}
   * @param options how windows move
   * @return {@code (filters, depth, height, width)}, or a batch of such
   * @throws IllegalArgumentException if shapes and options do not go together
   */
  public static Tensor conv3d(Tensor input, Tensor weight, Convolution options) {
    return Convolutions.convolve(input, weight, null, options, 3);
  }

  /**
   * A convolution: the inner products of weights and windows of the input. Derivative: the
   * transposed convolution of the gradient, and gradients of windows times their elements.
   *
   * @param input {@code (channels, depth, height, width)}, or a batch of such
   * @param weight {@code (filters, channels / groups, depth, height, width)}
   * @param bias what is added to each filter, {@code (filters)}
   * @param options how windows move
   * @return {@code (filters, depth, height, width)}, or a batch of such
   * @throws IllegalArgumentException if shapes and options do not go together
   */
  public static Tensor conv3d(Tensor input, Tensor weight, Tensor bias, Convolution options) {
    return Convolutions.convolve(input, weight, bias, options, 3);
  }

  /**
   * A transposed convolution: each value of the input times the weights, added up where its window
   * lies. Derivative: the convolution of the gradient, and values of windows times the gradient in
   * them.
   *
   * @param input {@code (channels, depth, height, width)}, or a batch of such
   * @param weight {@code (channels, filters / groups, depth, height, width)}
   * @param options how windows move
   * @return {@code (filters, depth, height, width)}, or a batch of such
   * @throws IllegalArgumentException if shapes and options do not go together
   */
  public static Tensor convTranspose3d(Tensor input, Tensor weight, Convolution options) {
    return Convolutions.convolveTransposed(input, weight, null, options, 3);
  }

  /**
   * A transposed convolution: each value of the input times the weights, added up where its window
   * lies. Derivative: the convolution of the gradient, and values of windows times the gradient in
   * them.
   *
   * @param input {@code (channels, depth, height, width)}, or a batch of such
   * @param weight {@code (channels, filters / groups, depth, height, width)}
   * @param bias what is added to each filter, {@code (filters)}
   * @param options how windows move
   * @return {@code (filters, depth, height, width)}, or a batch of such
   * @throws IllegalArgumentException if shapes and options do not go together
   */
  public static Tensor convTranspose3d(
      Tensor input, Tensor weight, Tensor bias, Convolution options) {
    return Convolutions.convolveTransposed(input, weight, bias, options, 3);
  }

  /**
   * The windows of images as columns: a row for each channel and place in the window. Derivative:
   * {@link #fold} of the gradient.
   *
   * @param input {@code (channels, height, width)}, or a batch of such
   * @param window the window, at every position if no stride is given
   * @return {@code (channels * places, windows)}, or a batch of such
   * @throws IllegalArgumentException if the window does not fit the input
   */
  public static Tensor unfold(Tensor input, Window window) {
    return Folding.unfold(input, window);
  }

  /**
   * Columns of windows, added up to images. Derivative: {@link #unfold} of the gradient.
   *
   * @param input {@code (channels * places, windows)}, or a batch of such
   * @param outputSize height and width of the images, or one number for both
   * @param window the window, at every position if no stride is given
   * @return {@code (channels, height, width)}, or a batch of such
   * @throws IllegalArgumentException if images of that size have other windows
   */
  public static Tensor fold(Tensor input, long[] outputSize, Window window) {
    return Folding.fold(input, outputSize, window);
  }
}
