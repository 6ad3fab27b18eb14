package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import org.jspecify.annotations.Nullable;

/** Derivatives of parts: the gradient at their place, zero elsewhere. */
public final class IndexDerivatives {
  private IndexDerivatives() {}

  /** Of one slice: the gradient at its index. */
  @DerivativeOf(
      type = Tensor.class,
      method = "select",
      parameters = {int.class, long.class},
      wrt = "self")
  public static Tensor selectSelf(Tensor gradOutput, Tensor self, int dim, long index) {
    Tensor gradient = zeros(gradOutput, self);
    gradient.select(dim, index).copy_(gradOutput);
    return gradient;
  }

  /** Of a range of slices: the gradient at their indices. */
  @DerivativeOf(
      type = Tensor.class,
      method = "slice",
      parameters = {int.class, long.class, long.class, long.class},
      wrt = "self")
  public static Tensor sliceSelf(
      Tensor gradOutput, Tensor self, int dim, long start, long end, long step) {
    Tensor gradient = zeros(gradOutput, self);
    gradient.slice(dim, start, end, step).copy_(gradOutput);
    return gradient;
  }

  /** Of a range of slices: the gradient at their indices. */
  @DerivativeOf(
      type = Tensor.class,
      method = "narrow",
      parameters = {int.class, long.class, long.class},
      wrt = "self")
  public static Tensor narrowSelf(
      Tensor gradOutput, Tensor self, int dim, long start, long length) {
    Tensor gradient = zeros(gradOutput, self);
    gradient.narrow(dim, start, length).copy_(gradOutput);
    return gradient;
  }

  /** Of all slices: their gradients side by side, zero where none arrived. */
  public static Tensor unbindSelf(@Nullable Tensor[] gradOutputs, Tensor self, int dim) {
    Tensor gradient = Tensor.zeros(self.dtype(), self.shape());
    for (int i = 0; i < gradOutputs.length; i++) {
      Tensor part = gradOutputs[i];
      if (part != null) {
        gradient.select(dim, i).copy_(part);
      }
    }
    return gradient;
  }

  /** Of picked elements: the gradient added at the places they were picked from. */
  @DerivativeOf(
      type = Tensor.class,
      method = "gather",
      parameters = {int.class, Tensor.class},
      wrt = "self")
  public static Tensor gatherSelf(Tensor gradOutput, Tensor self, int dim, Tensor index) {
    return zeros(gradOutput, self).scatterAdd(dim, index, gradOutput);
  }

  /** Of elements added to: the gradient. */
  @DerivativeOf(
      type = Tensor.class,
      method = "scatterAdd",
      parameters = {int.class, Tensor.class, Tensor.class},
      wrt = "self")
  public static Tensor scatterAddSelf(Tensor gradOutput) {
    return gradOutput;
  }

  /** Of added elements: the gradient at the places they were added to. */
  @DerivativeOf(
      type = Tensor.class,
      method = "scatterAdd",
      parameters = {int.class, Tensor.class, Tensor.class},
      wrt = "source")
  public static Tensor scatterAddSource(Tensor gradOutput, Tensor source, int dim, Tensor index) {
    Tensor picked = gradOutput.gather(dim, index);
    if (picked.numel() == source.numel()) {
      return picked.reshape(source.shape());
    }
    Tensor gradient = zeros(gradOutput, source);
    Tensor part = gradient;
    for (int d = 0; d < index.dim(); d++) {
      part = part.narrow(d, 0, index.size(d));
    }
    part.copy_(picked);
    return gradient;
  }

  /** Of gradients added at strided places: those places of the gradient. */
  @SuppressWarnings("exports")
  public static Tensor addStridedGradOutput(
      Tensor gradient, Layout own, Layout viewed, int storageSize) {
    Tensor buffer = Tensor.zeros(gradient.dtype(), storageSize);
    Tensor placed = strided(buffer, own).copy_(gradient);
    return strided(placed, viewed);
  }

  private static Tensor strided(Tensor tensor, Layout layout) {
    return tensor.asStrided(longs(layout.sizes()), longs(layout.strides()), layout.offset());
  }

  private static long[] longs(int[] values) {
    return java.util.Arrays.stream(values).asLongStream().toArray();
  }

  private static Tensor zeros(Tensor gradOutput, Tensor self) {
    return Tensor.zeros(gradOutput.dtype(), self.shape());
  }
}
