package dev.adjoint.nn;

import dev.adjoint.MaxResult;
import dev.adjoint.Tensor;
import dev.adjoint.ops.Pools;

/** Averages and largest elements of windows over images. */
abstract sealed class PoolingFunctions extends NormalisationFunctions permits ResizingFunctions {
  PoolingFunctions() {}

  /**
   * The average of each window. Derivative: the gradient shared out to the elements of each window.
   *
   * @param input {@code (channels, width)}, or a batch of such
   * @param window the window; a dilation is not used
   * @return one number per window
   * @throws IllegalArgumentException if the window does not fit the input
   */
  public static Tensor avgPool1d(Tensor input, Window window) {
    return avgPool1d(input, window, Divisor.WINDOW);
  }

  /**
   * The sum of each window over a divisor. Derivative: the gradient shared out to the elements of
   * each window.
   *
   * @param input {@code (channels, width)}, or a batch of such
   * @param window the window; a dilation is not used
   * @param divisor what sums are divided by
   * @return one number per window
   * @throws IllegalArgumentException if the window does not fit the input, or the divisor is 0
   */
  public static Tensor avgPool1d(Tensor input, Window window, Divisor divisor) {
    return Pools.average(input, 1, window, divisor);
  }

  /**
   * The largest element of each window. Derivative: the gradient at the place of that element.
   *
   * @param input {@code (channels, width)}, or a batch of such
   * @param window the window
   * @return one element per window
   * @throws IllegalArgumentException if the window does not fit the input
   */
  public static Tensor maxPool1d(Tensor input, Window window) {
    return maxPool1dWithIndices(input, window).values();
  }

  /**
   * The largest element of each window and its row-major place in its image. Derivative: that of
   * {@link #maxPool1d}.
   *
   * @param input {@code (channels, width)}, or a batch of such
   * @param window the window
   * @return one element and one place per window: of equal elements the first, of NaN the last
   * @throws IllegalArgumentException if the window does not fit the input
   */
  public static MaxResult maxPool1dWithIndices(Tensor input, Window window) {
    return Pools.max(input, 1, window);
  }

  /**
   * Averages of windows that share the elements out evenly. Derivative: the gradient shared out to
   * the elements of each window.
   *
   * @param input {@code (channels, width)}, or a batch of such
   * @param outputSize how many windows, one number for all dimensions or one for each; a dimension
   *     that stays as it is has its own size
   * @return one number per window
   * @throws IllegalArgumentException if there are no elements, or a size is negative
   */
  public static Tensor adaptiveAvgPool1d(Tensor input, long... outputSize) {
    return Pools.adaptiveAverage(input, 1, outputSize);
  }

  /**
   * Largest elements of windows that share the elements out evenly. Derivative: the gradient at the
   * places of those elements.
   *
   * @param input {@code (channels, width)}, or a batch of such
   * @param outputSize how many windows, one number for all dimensions or one for each
   * @return one element per window
   * @throws IllegalArgumentException if there are no elements, or a size is negative
   */
  public static Tensor adaptiveMaxPool1d(Tensor input, long... outputSize) {
    return adaptiveMaxPool1dWithIndices(input, outputSize).values();
  }

  /**
   * Largest elements of windows that share the elements out evenly, and their row-major places in
   * their images. Derivative: that of {@link #adaptiveMaxPool1d}.
   *
   * @param input {@code (channels, width)}, or a batch of such
   * @param outputSize how many windows, one number for all dimensions or one for each
   * @return one element and one place per window: of equal elements the first, of NaN the last
   * @throws IllegalArgumentException if there are no elements, or a size is negative
   */
  public static MaxResult adaptiveMaxPool1dWithIndices(Tensor input, long... outputSize) {
    return Pools.adaptiveMax(input, 1, outputSize);
  }

  /**
   * The average of each window. Derivative: the gradient shared out to the elements of each window.
   *
   * @param input {@code (channels, height, width)}, or a batch of such
   * @param window the window; a dilation is not used
   * @return one number per window
   * @throws IllegalArgumentException if the window does not fit the input
   */
  public static Tensor avgPool2d(Tensor input, Window window) {
    return avgPool2d(input, window, Divisor.WINDOW);
  }

  /**
   * The sum of each window over a divisor. Derivative: the gradient shared out to the elements of
   * each window.
   *
   * @param input {@code (channels, height, width)}, or a batch of such
   * @param window the window; a dilation is not used
   * @param divisor what sums are divided by
   * @return one number per window
   * @throws IllegalArgumentException if the window does not fit the input, or the divisor is 0
   */
  public static Tensor avgPool2d(Tensor input, Window window, Divisor divisor) {
    return Pools.average(input, 2, window, divisor);
  }

  /**
   * The largest element of each window. Derivative: the gradient at the place of that element.
   *
   * @param input {@code (channels, height, width)}, or a batch of such
   * @param window the window
   * @return one element per window
   * @throws IllegalArgumentException if the window does not fit the input
   */
  public static Tensor maxPool2d(Tensor input, Window window) {
    return maxPool2dWithIndices(input, window).values();
  }

  /**
   * The largest element of each window and its row-major place in its image. Derivative: that of
   * {@link #maxPool2d}.
   *
   * @param input {@code (channels, height, width)}, or a batch of such
   * @param window the window
   * @return one element and one place per window: of equal elements the first, of NaN the last
   * @throws IllegalArgumentException if the window does not fit the input
   */
  public static MaxResult maxPool2dWithIndices(Tensor input, Window window) {
    return Pools.max(input, 2, window);
  }

  /**
   * Averages of windows that share the elements out evenly. Derivative: the gradient shared out to
   * the elements of each window.
   *
   * @param input {@code (channels, height, width)}, or a batch of such
   * @param outputSize how many windows, one number for all dimensions or one for each; a dimension
   *     that stays as it is has its own size
   * @return one number per window
   * @throws IllegalArgumentException if there are no elements, or a size is negative
   */
  public static Tensor adaptiveAvgPool2d(Tensor input, long... outputSize) {
    return Pools.adaptiveAverage(input, 2, outputSize);
  }

  /**
   * Largest elements of windows that share the elements out evenly. Derivative: the gradient at the
   * places of those elements.
   *
   * @param input {@code (channels, height, width)}, or a batch of such
   * @param outputSize how many windows, one number for all dimensions or one for each
   * @return one element per window
   * @throws IllegalArgumentException if there are no elements, or a size is negative
   */
  public static Tensor adaptiveMaxPool2d(Tensor input, long... outputSize) {
    return adaptiveMaxPool2dWithIndices(input, outputSize).values();
  }

  /**
   * Largest elements of windows that share the elements out evenly, and their row-major places in
   * their images. Derivative: that of {@link #adaptiveMaxPool2d}.
   *
   * @param input {@code (channels, height, width)}, or a batch of such
   * @param outputSize how many windows, one number for all dimensions or one for each
   * @return one element and one place per window: of equal elements the first, of NaN the last
   * @throws IllegalArgumentException if there are no elements, or a size is negative
   */
  public static MaxResult adaptiveMaxPool2dWithIndices(Tensor input, long... outputSize) {
    return Pools.adaptiveMax(input, 2, outputSize);
  }

  /**
   * The average of each window. Derivative: the gradient shared out to the elements of each window.
   *
   * @param input {@code (channels, depth, height, width)}, or a batch of such
   * @param window the window; a dilation is not used
   * @return one number per window
   * @throws IllegalArgumentException if the window does not fit the input
   */
  public static Tensor avgPool3d(Tensor input, Window window) {
    return avgPool3d(input, window, Divisor.WINDOW);
  }

  /**
   * The sum of each window over a divisor. Derivative: the gradient shared out to the elements of
   * each window.
   *
   * @param input {@code (channels, depth, height, width)}, or a batch of such
   * @param window the window; a dilation is not used
   * @param divisor what sums are divided by
   * @return one number per window
   * @throws IllegalArgumentException if the window does not fit the input, or the divisor is 0
   */
  public static Tensor avgPool3d(Tensor input, Window window, Divisor divisor) {
    return Pools.average(input, 3, window, divisor);
  }

  /**
   * The largest element of each window. Derivative: the gradient at the place of that element.
   *
   * @param input {@code (channels, depth, height, width)}, or a batch of such
   * @param window the window
   * @return one element per window
   * @throws IllegalArgumentException if the window does not fit the input
   */
  public static Tensor maxPool3d(Tensor input, Window window) {
    return maxPool3dWithIndices(input, window).values();
  }

  /**
   * The largest element of each window and its row-major place in its image. Derivative: that of
   * {@link #maxPool3d}.
   *
   * @param input {@code (channels, depth, height, width)}, or a batch of such
   * @param window the window
   * @return one element and one place per window: of equal elements the first, of NaN the last
   * @throws IllegalArgumentException if the window does not fit the input
   */
  public static MaxResult maxPool3dWithIndices(Tensor input, Window window) {
    return Pools.max(input, 3, window);
  }

  /**
   * Averages of windows that share the elements out evenly. Derivative: the gradient shared out to
   * the elements of each window.
   *
   * @param input {@code (channels, depth, height, width)}, or a batch of such
   * @param outputSize how many windows, one number for all dimensions or one for each; a dimension
   *     that stays as it is has its own size
   * @return one number per window
   * @throws IllegalArgumentException if there are no elements, or a size is negative
   */
  public static Tensor adaptiveAvgPool3d(Tensor input, long... outputSize) {
    return Pools.adaptiveAverage(input, 3, outputSize);
  }

  /**
   * Largest elements of windows that share the elements out evenly. Derivative: the gradient at the
   * places of those elements.
   *
   * @param input {@code (channels, depth, height, width)}, or a batch of such
   * @param outputSize how many windows, one number for all dimensions or one for each
   * @return one element per window
   * @throws IllegalArgumentException if there are no elements, or a size is negative
   */
  public static Tensor adaptiveMaxPool3d(Tensor input, long... outputSize) {
    return adaptiveMaxPool3dWithIndices(input, outputSize).values();
  }

  /**
   * Largest elements of windows that share the elements out evenly, and their row-major places in
   * their images. Derivative: that of {@link #adaptiveMaxPool3d}.
   *
   * @param input {@code (channels, depth, height, width)}, or a batch of such
   * @param outputSize how many windows, one number for all dimensions or one for each
   * @return one element and one place per window: of equal elements the first, of NaN the last
   * @throws IllegalArgumentException if there are no elements, or a size is negative
   */
  public static MaxResult adaptiveMaxPool3dWithIndices(Tensor input, long... outputSize) {
    return Pools.adaptiveMax(input, 3, outputSize);
  }
}
