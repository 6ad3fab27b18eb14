package dev.adjoint;

import dev.adjoint.kernels.Layout;
import dev.adjoint.ops.ViewsInPlace;

/**
 * Changes of a tensor's own geometry: the elements stay where they are. Gradients pass as through
 * the view of the same name. A change counts as a write, so that a value saved for the backward
 * pass before it is found stale.
 */
public sealed interface ViewInPlaceMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * Transposes this matrix.
   *
   * @return this tensor; of fewer than two dimensions unchanged
   * @throws IllegalArgumentException above two dimensions
   */
  default Tensor t_() {
    return ViewsInPlace.t(self());
  }

  /**
   * Exchanges two dimensions.
   *
   * @param dim0 a dimension; negative ones count from the end
   * @param dim1 another
   * @return this tensor
   */
  default Tensor transpose_(int dim0, int dim1) {
    return ViewsInPlace.transpose(self(), dim0, dim1);
  }

  /**
   * Exchanges two dimensions; another name of {@link #transpose_}.
   *
   * @param axis0 a dimension; negative ones count from the end
   * @param axis1 another
   * @return this tensor
   */
  default Tensor swapaxes_(int axis0, int axis1) {
    return ViewsInPlace.transpose(self(), axis0, axis1);
  }

  /**
   * Exchanges two dimensions; another name of {@link #transpose_}.
   *
   * @param dim0 a dimension; negative ones count from the end
   * @param dim1 another
   * @return this tensor
   */
  default Tensor swapdims_(int dim0, int dim1) {
    return ViewsInPlace.transpose(self(), dim0, dim1);
  }

  /**
   * Drops all dimensions of size 1.
   *
   * @return this tensor
   */
  default Tensor squeeze_() {
    return ViewsInPlace.squeeze(self());
  }

  /**
   * Drops a dimension if its size is 1.
   *
   * @param dim the dimension; negative ones count from the end
   * @return this tensor
   */
  default Tensor squeeze_(int dim) {
    return ViewsInPlace.squeeze(self(), dim);
  }

  /**
   * Drops those of some dimensions whose size is 1.
   *
   * @param dims the dimensions; negative ones count from the end
   * @return this tensor
   */
  default Tensor squeeze_(int[] dims) {
    return ViewsInPlace.squeeze(self(), dims);
  }

  /**
   * Adds a dimension of size 1.
   *
   * @param dim where; negative ones count from the end of the result
   * @return this tensor
   */
  default Tensor unsqueeze_(int dim) {
    return ViewsInPlace.unsqueeze(self(), dim);
  }

  /**
   * Gives this tensor any sizes and strides over its storage.
   *
   * @param size one size per dimension
   * @param stride one stride per dimension, in elements
   * @param storageOffset the index of the first element
   * @return this tensor
   * @throws IllegalArgumentException if elements would lie outside of the storage
   */
  default Tensor asStrided_(long[] size, long[] stride, long storageOffset) {
    return ViewsInPlace.asStrided(self(), size, stride, storageOffset);
  }

  /**
   * Gives this tensor another shape over its storage, in row-major order, whatever the count of
   * elements. What it had no room for is zero.
   *
   * @param shape the sizes
   * @return this tensor
   * @throws IllegalStateException if the tensor requires a gradient
   */
  default Tensor resize_(long... shape) {
    return ViewsInPlace.resize(self(), shape);
  }

  /**
   * {@link #resize_} to the shape of another tensor.
   *
   * @param other gives the shape
   * @return this tensor
   * @throws IllegalStateException if the tensor requires a gradient
   */
  default Tensor resizeAs_(Tensor other) {
    return ViewsInPlace.resize(self(), other.shape());
  }

  /**
   * Makes this tensor share the elements and the shape of another one. Backward through it fails:
   * there is no derivative.
   *
   * @param source a tensor of the same type
   * @return this tensor
   * @throws IllegalArgumentException if the types differ
   */
  default Tensor set_(Tensor source) {
    return ViewsInPlace.set(self(), source);
  }

  /**
   * Makes this tensor an empty vector of its type.
   *
   * @return this tensor
   */
  default Tensor set_() {
    Storage nothing = Storage.allocate(self().dtype(), 0);
    return ViewsInPlace.set(self(), new Tensor(nothing, Layout.dense(0)));
  }
}
