package dev.adjoint;

import dev.adjoint.autograd.History;
import dev.adjoint.ops.Views;
import org.jspecify.annotations.Nullable;

/** The same elements under another shape. */
public sealed interface ShapeMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * The elements under another shape. Derivative: {@code gradOutput} in this shape.
   *
   * @param shape the new sizes, of which one may be -1: it follows from the others
   * @return a view that shares storage
   * @throws IllegalArgumentException if the number of elements differs or the strides do not allow
   *     it
   */
  default Tensor view(long... shape) {
    return Views.view(self(), shape);
  }

  /**
   * The elements under another shape, copied if the strides require it. Derivative: {@code
   * gradOutput} in this shape.
   *
   * @param shape the new sizes, of which one may be -1: it follows from the others
   * @return a view if possible, else a new tensor
   * @throws IllegalArgumentException if the number of elements differs
   */
  default Tensor reshape(long... shape) {
    return Views.reshape(self(), shape);
  }

  /**
   * All elements in one dimension. Derivative: {@code gradOutput} in this shape.
   *
   * @return a view if possible, else a new tensor
   */
  default Tensor flatten() {
    return Views.reshape(self(), -1);
  }

  /**
   * The transpose of a matrix; vectors and scalars as they are. Derivative: the transposed
   * gradient.
   *
   * @return a view that shares storage
   * @throws IllegalArgumentException above rank 2
   */
  default Tensor t() {
    return Views.t(self());
  }

  /**
   * Two dimensions exchanged. Derivative: the gradient with the same exchange.
   *
   * @param dim0 a dimension
   * @param dim1 another
   * @return a view that shares storage
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default Tensor transpose(int dim0, int dim1) {
    return Views.transpose(self(), dim0, dim1);
  }

  /**
   * The dimensions in another order. Derivative: the gradient in this order.
   *
   * @param dims every dimension once
   * @return a view that shares storage
   * @throws IllegalArgumentException if a dimension is missing or named twice
   */
  default Tensor permute(int... dims) {
    return Views.permute(self(), dims);
  }

  /**
   * Dimensions of size 1 stretched, and new leading ones, without copying. Derivative: {@code
   * gradOutput} summed over them.
   *
   * @param shape the new sizes; -1 keeps a dimension
   * @return a view that shares storage, in which several indices name one element
   * @throws IllegalArgumentException if this shape does not broadcast to the new one
   */
  default Tensor expand(long... shape) {
    return Views.expand(self(), shape);
  }

  /**
   * Without dimensions of size 1. Derivative: {@code gradOutput} in this shape.
   *
   * @return a view that shares storage
   */
  default Tensor squeeze() {
    return Views.squeeze(self());
  }

  /**
   * Without one dimension, if its size is 1. Derivative: {@code gradOutput} in this shape.
   *
   * @param dim the dimension; negative ones count from the end
   * @return a view that shares storage
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default Tensor squeeze(int dim) {
    return Views.squeeze(self(), dim);
  }

  /**
   * With a new dimension of size 1. Derivative: {@code gradOutput} in this shape.
   *
   * @param dim its place
   * @return a view that shares storage
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  default Tensor unsqueeze(int dim) {
    return Views.unsqueeze(self(), dim);
  }

  /**
   * Any sizes and strides over the storage. Derivative: {@code gradOutput} added up at each place.
   *
   * @param size the sizes
   * @param stride the strides, in elements
   * @param storageOffset index of the first element
   * @return a view that shares storage
   * @throws IllegalArgumentException if a place lies outside the storage
   */
  default Tensor asStrided(long[] size, long[] stride, long storageOffset) {
    return Views.asStrided(self(), size, stride, storageOffset);
  }

  /**
   * Whether this tensor is a view of another that gradients can follow.
   *
   * @return false for bases, copies and detached tensors
   */
  @NoDiff
  default boolean isView() {
    return History.base(self()) != null;
  }

  /**
   * The tensor that this view looks at.
   *
   * @return the base, itself not a view; null if this is not a view
   */
  default @Nullable Tensor base() {
    return History.base(self());
  }
}
