package dev.adjoint.derivatives;

import dev.adjoint.DType;
import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** Derivatives of windows along a dimension. */
public final class PartitionDerivatives {

  private PartitionDerivatives() {}

  /** Of {@code split}: the gradients of the parts side by side, zero where none arrived. */
  public static Tensor splitSelf(
      @Nullable Tensor[] gradOutputs, DType dtype, long[] shape, long[] sizes, int dim) {
    Tensor[] parts = new Tensor[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      Tensor part = gradOutputs[i];
      long[] partShape = shape.clone();
      partShape[dim < 0 ? dim + shape.length : dim] = sizes[i];
      parts[i] = part == null ? Tensor.zeros(dtype, partShape) : part;
    }
    return Tensor.cat(parts, dim);
  }

  /** Of {@code unfold}: the gradients of the windows, added up where they overlap. */
  @DerivativeOf(type = Tensor.class, method = "unfold", wrt = "self")
  public static Tensor unfoldSelf(Tensor gradOutput, Tensor self, int dim, long step) {
    if (self.dim() == 0) {
      return gradOutput.sum().reshape();
    }
    int last = self.dim();
    long size = gradOutput.size(last);
    long windows = gradOutput.size(dim);
    Tensor gradient = Tensor.zeros(gradOutput.dtype(), self.shape());
    for (long at = 0; at < size && windows > 0; at++) {
      long end = at + (windows - 1) * step + 1;
      gradient.slice(dim, at, end, step).add_(gradOutput.select(last, at));
    }
    return gradient;
  }
}
