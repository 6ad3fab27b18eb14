package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Divisor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Window;
import dev.adjoint.ops.Pools;

/** Derivatives of averages and largest elements of windows. */
public final class PoolingDerivatives {
  private PoolingDerivatives() {}

  /** Of picked elements of images: the gradient added at their places, zero elsewhere. */
  public static Tensor placed(Tensor gradOutput, Tensor input, Tensor indices, int rank) {
    Tensor zeros = Pools.flat(Tensor.zeros(gradOutput.dtype(), input.shape()), rank);
    return zeros
        .scatterAdd(1, Pools.flat(indices, rank), Pools.flat(gradOutput, rank))
        .reshape(input.shape());
  }

  /** Of averages: the gradient shared out to the elements of each window. */
  @DerivativeOf(
      type = Functional.class,
      method = "avgPool1d",
      parameters = {Tensor.class, Window.class},
      wrt = "input")
  public static Tensor avgPool1dInput(Tensor gradOutput, Tensor input, Window window) {
    return Pools.spread(gradOutput, input, 1, window, Divisor.WINDOW);
  }

  /** Of averages: the gradient shared out to the elements of each window. */
  @DerivativeOf(
      type = Functional.class,
      method = "avgPool1d",
      parameters = {Tensor.class, Window.class, Divisor.class},
      wrt = "input")
  public static Tensor avgPool1dInput(
      Tensor gradOutput, Tensor input, Window window, Divisor divisor) {
    return Pools.spread(gradOutput, input, 1, window, divisor);
  }

  /** Of averages: the gradient shared out to the elements of each window. */
  @DerivativeOf(type = Functional.class, method = "adaptiveAvgPool1d", wrt = "input")
  public static Tensor adaptiveAvgPool1dInput(Tensor gradOutput, Tensor input, long... outputSize) {
    return Pools.adaptiveSpread(gradOutput, input, 1, outputSize);
  }

  /**
   * Of largest elements: the gradient at their places. At ties the first of equal elements gets it.
   */
  @DerivativeOf(type = Functional.class, method = "maxPool1d", wrt = "input")
  public static Tensor maxPool1dInput(Tensor gradOutput, Tensor input, Window window) {
    return placed(gradOutput, input, Pools.max(input.detach(), 1, window).indices(), 1);
  }

  /**
   * Of largest elements: the gradient at their places. At ties the first of equal elements gets it.
   */
  @DerivativeOf(type = Functional.class, method = "adaptiveMaxPool1d", wrt = "input")
  public static Tensor adaptiveMaxPool1dInput(Tensor gradOutput, Tensor input, long... outputSize) {
    Tensor indices = Pools.adaptiveMax(input.detach(), 1, outputSize).indices();
    return placed(gradOutput, input, indices, 1);
  }

  /** Of averages: the gradient shared out to the elements of each window. */
  @DerivativeOf(
      type = Functional.class,
      method = "avgPool2d",
      parameters = {Tensor.class, Window.class},
      wrt = "input")
  public static Tensor avgPool2dInput(Tensor gradOutput, Tensor input, Window window) {
    return Pools.spread(gradOutput, input, 2, window, Divisor.WINDOW);
  }

  /** Of averages: the gradient shared out to the elements of each window. */
  @DerivativeOf(
      type = Functional.class,
      method = "avgPool2d",
      parameters = {Tensor.class, Window.class, Divisor.class},
      wrt = "input")
  public static Tensor avgPool2dInput(
      Tensor gradOutput, Tensor input, Window window, Divisor divisor) {
    return Pools.spread(gradOutput, input, 2, window, divisor);
  }

  /** Of averages: the gradient shared out to the elements of each window. */
  @DerivativeOf(type = Functional.class, method = "adaptiveAvgPool2d", wrt = "input")
  public static Tensor adaptiveAvgPool2dInput(Tensor gradOutput, Tensor input, long... outputSize) {
    return Pools.adaptiveSpread(gradOutput, input, 2, outputSize);
  }

  /**
   * Of largest elements: the gradient at their places. At ties the first of equal elements gets it.
   */
  @DerivativeOf(type = Functional.class, method = "maxPool2d", wrt = "input")
  public static Tensor maxPool2dInput(Tensor gradOutput, Tensor input, Window window) {
    return placed(gradOutput, input, Pools.max(input.detach(), 2, window).indices(), 2);
  }

  /**
   * Of largest elements: the gradient at their places. At ties the first of equal elements gets it.
   */
  @DerivativeOf(type = Functional.class, method = "adaptiveMaxPool2d", wrt = "input")
  public static Tensor adaptiveMaxPool2dInput(Tensor gradOutput, Tensor input, long... outputSize) {
    Tensor indices = Pools.adaptiveMax(input.detach(), 2, outputSize).indices();
    return placed(gradOutput, input, indices, 2);
  }

  /** Of averages: the gradient shared out to the elements of each window. */
  @DerivativeOf(
      type = Functional.class,
      method = "avgPool3d",
      parameters = {Tensor.class, Window.class},
      wrt = "input")
  public static Tensor avgPool3dInput(Tensor gradOutput, Tensor input, Window window) {
    return Pools.spread(gradOutput, input, 3, window, Divisor.WINDOW);
  }

  /** Of averages: the gradient shared out to the elements of each window. */
  @DerivativeOf(
      type = Functional.class,
      method = "avgPool3d",
      parameters = {Tensor.class, Window.class, Divisor.class},
      wrt = "input")
  public static Tensor avgPool3dInput(
      Tensor gradOutput, Tensor input, Window window, Divisor divisor) {
    return Pools.spread(gradOutput, input, 3, window, divisor);
  }

  /** Of averages: the gradient shared out to the elements of each window. */
  @DerivativeOf(type = Functional.class, method = "adaptiveAvgPool3d", wrt = "input")
  public static Tensor adaptiveAvgPool3dInput(Tensor gradOutput, Tensor input, long... outputSize) {
    return Pools.adaptiveSpread(gradOutput, input, 3, outputSize);
  }

  /**
   * Of largest elements: the gradient at their places. At ties the first of equal elements gets it.
   */
  @DerivativeOf(type = Functional.class, method = "maxPool3d", wrt = "input")
  public static Tensor maxPool3dInput(Tensor gradOutput, Tensor input, Window window) {
    return placed(gradOutput, input, Pools.max(input.detach(), 3, window).indices(), 3);
  }

  /**
   * Of largest elements: the gradient at their places. At ties the first of equal elements gets it.
   */
  @DerivativeOf(type = Functional.class, method = "adaptiveMaxPool3d", wrt = "input")
  public static Tensor adaptiveMaxPool3dInput(Tensor gradOutput, Tensor input, long... outputSize) {
    Tensor indices = Pools.adaptiveMax(input.detach(), 3, outputSize).indices();
    return placed(gradOutput, input, indices, 3);
  }
}
