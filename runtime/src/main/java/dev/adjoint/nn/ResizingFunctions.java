package dev.adjoint.nn;

import dev.adjoint.Tensor;
import dev.adjoint.ops.Resizing;

/** Images brought to another size. */
abstract sealed class ResizingFunctions extends PoolingFunctions permits ConvolutionFunctions {
  ResizingFunctions() {}

  /**
   * A batch of images brought to another size. Derivative: the gradient shared out to the elements
   * that each result was made of.
   *
   * @param input {@code (n, channels, width)}, with up to two more spatial dimensions
   * @param options the mode, and sizes or factors
   * @return a tensor of the same batch and channels
   * @throws IllegalArgumentException if mode, sizes and input do not go together
   */
  public static Tensor interpolate(Tensor input, Interpolation options) {
    return Resizing.interpolate(input, options);
  }

  /**
   * Channels turned into positions. Derivative: the gradient turned back.
   *
   * @param input {@code (..., channels * factor^2, height, width)}
   * @param upscaleFactor by what height and width grow
   * @return {@code (..., channels, height * factor, width * factor)}
   * @throws IllegalArgumentException if the channels cannot be divided like that
   */
  public static Tensor pixelShuffle(Tensor input, long upscaleFactor) {
    return Resizing.pixelShuffle(input, upscaleFactor);
  }

  /**
   * Positions turned into channels: the inverse of {@link #pixelShuffle}. Derivative: the gradient
   * turned back.
   *
   * @param input {@code (..., channels, height * factor, width * factor)}
   * @param downscaleFactor by what height and width shrink
   * @return {@code (..., channels * factor^2, height, width)}
   * @throws IllegalArgumentException if height or width cannot be divided
   */
  public static Tensor pixelUnshuffle(Tensor input, long downscaleFactor) {
    return Resizing.pixelUnshuffle(input, downscaleFactor);
  }
}
