package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Interpolation;
import dev.adjoint.nn.Window;
import dev.adjoint.ops.Resizing;

/** Derivatives of images brought to another size. */
public final class ResizingDerivatives {
  private ResizingDerivatives() {}

  /** Of interpolated elements: the gradient shared out to the elements that each was made of. */
  @DerivativeOf(type = Functional.class, method = "interpolate", wrt = "input")
  public static Tensor interpolateInput(Tensor gradOutput, Tensor input, Interpolation options) {
    return Resizing.interpolateBack(gradOutput, input, options);
  }

  /** Of channels turned into positions: the gradient turned back. */
  @DerivativeOf(type = Functional.class, method = "pixelShuffle", wrt = "input")
  public static Tensor pixelShuffleInput(Tensor gradOutput, long upscaleFactor) {
    return Functional.pixelUnshuffle(gradOutput, upscaleFactor);
  }

  /** Of positions turned into channels: the gradient turned back. */
  @DerivativeOf(type = Functional.class, method = "pixelUnshuffle", wrt = "input")
  public static Tensor pixelUnshuffleInput(Tensor gradOutput, long downscaleFactor) {
    return Functional.pixelShuffle(gradOutput, downscaleFactor);
  }

  /** Of windows as columns: the gradient added up to images. */
  @DerivativeOf(type = Functional.class, method = "unfold", wrt = "input")
  public static Tensor unfoldInput(Tensor gradOutput, Tensor input, Window window) {
    long[] size = {input.size(-2), input.size(-1)};
    return Functional.fold(gradOutput, size, window);
  }

  /** Of columns added up to images: the windows of the gradient. */
  @DerivativeOf(type = Functional.class, method = "fold", wrt = "input")
  public static Tensor foldInput(Tensor gradOutput, Window window) {
    return Functional.unfold(gradOutput, window);
  }
}
