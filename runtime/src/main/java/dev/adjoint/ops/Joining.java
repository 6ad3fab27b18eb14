package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.JoinNode;
import dev.adjoint.autograd.Recording;
import dev.adjoint.derivatives.JoinDerivatives;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Scatter;
import java.util.Arrays;

/** Several tensors in one. */
public final class Joining {
  private Joining() {}

  /** Tensors joined along an existing dimension; empty vectors count as nothing. */
  public static Tensor cat(Tensor[] tensors, int dim) {
    if (tensors.length == 0) {
      throw new IllegalArgumentException("torch.cat(): expected a non-empty list of Tensors");
    }
    Tensor model = model(tensors);
    int at = Views.dimension(dim, model.dim());
    DType dtype = model.dtype();
    long[] sizes = model.shape();
    sizes[at] = 0;
    for (int i = 0; i < tensors.length; i++) {
      if (!isNothing(tensors[i])) {
        checkSizes(model, tensors[i], at, i);
        sizes[at] += tensors[i].layout().sizes()[at];
      }
      dtype = DType.promote(dtype, tensors[i].dtype());
    }
    Tensor result = Creation.zeros(dtype, Creation.sizes(sizes));
    fill(result, tensors, at);
    return Recording.isNeeded(tensors)
        ? Recording.attach(result, JoinDerivatives.catNode(tensors, at))
        : result;
  }

  /** Whether a tensor is an empty vector, which may be joined to anything. */
  static boolean isNothing(Tensor tensor) {
    return tensor.dim() == 1 && tensor.numel() == 0;
  }

  private static Tensor model(Tensor[] tensors) {
    Tensor model = tensors[0];
    for (int i = tensors.length - 1; i >= 0; i--) {
      if (tensors[i].dim() == 0) {
        throw new IllegalArgumentException(
            "zero-dimensional tensor (at position %d) cannot be concatenated"
                .formatted(firstScalar(tensors)));
      }
      model = isNothing(tensors[i]) ? model : tensors[i];
    }
    return model;
  }

  private static int firstScalar(Tensor[] tensors) {
    int at = 0;
    while (tensors[at].dim() != 0) {
      at++;
    }
    return at;
  }

  private static void checkSizes(Tensor model, Tensor tensor, int dim, int position) {
    if (model.dim() != tensor.dim()) {
      throw new IllegalArgumentException(
          "Tensors must have same number of dimensions: got %d and %d"
              .formatted(model.dim(), tensor.dim()));
    }
    for (int d = 0; d < model.dim(); d++) {
      if (d != dim && model.size(d) != tensor.size(d)) {
        throw new IllegalArgumentException(
            "Sizes of tensors must match except in dimension %d. Expected size %d but got size %d for tensor number %d in the list."
                .formatted(dim, model.size(d), tensor.size(d), position));
      }
    }
  }

  private static void fill(Tensor result, Tensor[] tensors, int dim) {
    Layout whole = result.layout();
    int offset = 0;
    for (Tensor tensor : tensors) {
      if (!isNothing(tensor)) {
        Layout part = Layout.of(tensor.layout().sizes(), whole.strides(), offset);
        Object values = Dense.copy(tensor, result.dtype());
        Scatter.scatter(values, result.storage().array(), part, result.dtype());
        offset += tensor.layout().sizes()[dim] * whole.strides()[dim];
      }
    }
  }

  /** Tensors of equal shape joined along a new dimension. */
  public static Tensor stack(Tensor[] tensors, int dim) {
    if (tensors.length == 0) {
      throw new IllegalArgumentException("stack expects a non-empty TensorList");
    }
    int at = Views.dimension(dim, tensors[0].dim() + 1);
    Tensor[] parts = new Tensor[tensors.length];
    for (int i = 0; i < tensors.length; i++) {
      if (!tensors[i].layout().sameShape(tensors[0].layout())) {
        throw new IllegalArgumentException(
            "stack expects each tensor to be equal size, but got %s at entry 0 and %s at entry %d"
                .formatted(
                    Arrays.toString(tensors[0].shape()), Arrays.toString(tensors[i].shape()), i));
      }
      parts[i] = Views.unsqueeze(Conversions.detach(tensors[i]), at);
    }
    Tensor result = cat(parts, at);
    DType[] types = Arrays.stream(tensors).map(Tensor::dtype).toArray(DType[]::new);
    return Recording.isNeeded(tensors)
        ? Recording.attach(
            result,
            new JoinNode(
                "StackBackward0",
                (g, input) -> JoinDerivatives.stackTensor(g, types[input], at, input),
                tensors))
        : result;
  }
}
