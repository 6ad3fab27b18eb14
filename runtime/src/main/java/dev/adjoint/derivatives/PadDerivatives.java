package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Padding;
import dev.adjoint.ops.Pads;
import java.util.Arrays;

/** Derivatives of elements put around a tensor. */
public final class PadDerivatives {
  private PadDerivatives() {}

  /** Of {@code pad}: the gradient added up at the places that the elements come from. */
  @DerivativeOf(type = Functional.class, method = "pad", wrt = "input")
  public static Tensor padInput(Tensor gradOutput, Tensor input, long[] widths, Padding mode) {
    if (mode == Padding.CONSTANT) {
      long[] opposite = Arrays.stream(widths).map(width -> -width).toArray();
      return Functional.pad(gradOutput, opposite, Padding.CONSTANT, 0);
    }
    Tensor gradient = gradOutput;
    for (int k = widths.length / 2 - 1; k >= 0; k--) {
      int dim = input.dim() - 1 - k;
      long[] source = Pads.source(input, dim, Arrays.copyOfRange(widths, 2 * k, 2 * k + 2), mode);
      long[] shape = gradient.shape();
      shape[dim] = input.size(dim);
      Tensor zeros = Tensor.zeros(gradient.dtype(), shape);
      gradient = zeros.indexAdd(dim, Tensor.tensor(source), gradient, 1);
    }
    return gradient;
  }
}
