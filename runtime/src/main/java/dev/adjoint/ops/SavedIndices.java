package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.SavedTensor;
import org.jspecify.annotations.Nullable;

/**
 * Indices kept for the backward pass, found stale if they were changed since.
 *
 * @param tensors one per index; null where there is none
 */
record SavedIndices(@Nullable SavedTensor[] tensors) {

  static SavedIndices of(@Nullable Tensor... indices) {
    @Nullable SavedTensor[] saved = new @Nullable SavedTensor[indices.length];
    for (int i = 0; i < saved.length; i++) {
      Tensor index = indices[i];
      saved[i] = index == null ? null : SavedTensor.of(index);
    }
    return new SavedIndices(saved);
  }

  @Nullable Tensor[] unpack() {
    @Nullable Tensor[] indices = new @Nullable Tensor[tensors.length];
    for (int i = 0; i < indices.length; i++) {
      SavedTensor saved = tensors[i];
      indices[i] = saved == null ? null : saved.unpack();
    }
    return indices;
  }
}
