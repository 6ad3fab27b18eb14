package dev.adjoint.ops;

import dev.adjoint.Tensor;
import java.util.Arrays;

/** Linear maps of the last dimension. */
public final class LinearMaps {

  private LinearMaps() {}

  /** {@code input weight^T + bias}, as one product and sum where the rows lie one by one. */
  public static Tensor linear(Tensor input, Tensor weight, Tensor bias) {
    boolean isOne =
        weight.dim() == 2
            && bias.dim() == 1
            && bias.dtype() == weight.dtype()
            && input.dim() > 0
            && input.size(-1) > 0
            && (input.dim() == 2 || input.isContiguous());
    if (!isOne) {
      return input.matmul(weight.t()).add(bias);
    }
    if (input.dim() == 2) {
      return bias.addmm(input, weight.t(), 1, 1);
    }
    long[] shape = Arrays.copyOf(input.shape(), input.dim());
    shape[shape.length - 1] = weight.size(0);
    Tensor rows = input.view(-1, input.size(-1));
    return bias.addmm(rows, weight.t(), 1, 1).view(shape);
  }
}
