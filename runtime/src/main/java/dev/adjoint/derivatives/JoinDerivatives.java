package dev.adjoint.derivatives;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.JoinNode;
import java.util.Arrays;

/** Derivatives of joining: to each its part of the gradient. */
public final class JoinDerivatives {
  private JoinDerivatives() {}

  /** The node of {@code cat}: it knows where each tensor begins. */
  public static JoinNode catNode(Tensor[] tensors, int dim) {
    long[] starts = new long[tensors.length];
    long[] lengths = new long[tensors.length];
    long start = 0;
    for (int i = 0; i < tensors.length; i++) {
      boolean nothing = tensors[i].dim() == 1 && tensors[i].numel() == 0;
      lengths[i] = nothing ? -1 : tensors[i].size(dim);
      starts[i] = start;
      start += Math.max(0, lengths[i]);
    }
    DType[] types = Arrays.stream(tensors).map(Tensor::dtype).toArray(DType[]::new);
    return new JoinNode(
        "CatBackward0",
        (gradOutput, input) ->
            lengths[input] < 0
                ? Tensor.zeros(types[input], 0)
                : gradOutput.narrow(dim, starts[input], lengths[input]).to(types[input]),
        tensors);
  }

  /** Of {@code stack} with respect to one tensor: its slice of the gradient. */
  public static Tensor stackTensor(Tensor gradOutput, DType dtype, int dim, int input) {
    return gradOutput.select(dim, input).to(dtype);
  }
}
