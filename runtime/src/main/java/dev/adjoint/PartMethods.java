package dev.adjoint;

import dev.adjoint.ops.Partition;

/** Parts of tensors, and dimensions merged, split and moved. */
public sealed interface PartMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * Views of equal parts along a dimension. Derivative: the gradients side by side.
   *
   * @param size the length of each part but the last
   * @param dim the dimension; negative ones count from the end
   * @return the parts
   */
  default Tensor[] split(long size, int dim) {
    return Partition.split(self(), size, dim);
  }

  /**
   * Views of parts along a dimension. Derivative: the gradients side by side.
   *
   * @param sizes the lengths of the parts
   * @param dim the dimension; negative ones count from the end
   * @return the parts
   */
  default Tensor[] split(long[] sizes, int dim) {
    return Partition.split(self(), sizes, dim);
  }

  /**
   * Views of about equal parts along a dimension. Derivative: the gradients side by side.
   *
   * @param chunks how many at most
   * @param dim the dimension; negative ones count from the end
   * @return the parts
   */
  default Tensor[] chunk(long chunks, int dim) {
    return Partition.chunk(self(), chunks, dim);
  }

  /**
   * Views of parts whose lengths differ by at most one. Derivative: the gradients side by side.
   *
   * @param sections how many
   * @param dim the dimension; negative ones count from the end
   * @return the parts
   */
  default Tensor[] tensorSplit(long sections, int dim) {
    return Partition.tensorSplit(self(), sections, dim);
  }

  /**
   * Views of parts between indices. Derivative: the gradients side by side.
   *
   * @param indices where parts begin
   * @param dim the dimension; negative ones count from the end
   * @return the parts
   */
  default Tensor[] tensorSplit(long[] indices, int dim) {
    return Partition.tensorSplit(self(), indices, dim);
  }

  /**
   * Parts side by side: along the second dimension, or the only one.
   *
   * @param sections how many; they divide the size
   * @return views of equal size
   * @throws IllegalArgumentException if they do not divide it, or there is no dimension
   */
  default Tensor[] hsplit(long sections) {
    return Partition.splitAlong("hsplit", self(), sections, 1);
  }

  /**
   * Parts side by side that begin at indices.
   *
   * @param indices where the second and later parts begin
   * @return views
   * @throws IllegalArgumentException if there is no dimension
   */
  default Tensor[] hsplit(long[] indices) {
    return Partition.splitAlong("hsplit", self(), indices, 1);
  }

  /**
   * Parts one above the other: along the first dimension.
   *
   * @param sections how many; they divide the size
   * @return views of equal size
   * @throws IllegalArgumentException if they do not divide it, or below two dimensions
   */
  default Tensor[] vsplit(long sections) {
    return Partition.splitAlong("vsplit", self(), sections, 0);
  }

  /**
   * Parts one above the other that begin at indices.
   *
   * @param indices where the second and later parts begin
   * @return views
   * @throws IllegalArgumentException below two dimensions
   */
  default Tensor[] vsplit(long[] indices) {
    return Partition.splitAlong("vsplit", self(), indices, 0);
  }

  /**
   * Parts one behind the other: along the third dimension.
   *
   * @param sections how many; they divide the size
   * @return views of equal size
   * @throws IllegalArgumentException if they do not divide it, or below three dimensions
   */
  default Tensor[] dsplit(long sections) {
    return Partition.splitAlong("dsplit", self(), sections, 2);
  }

  /**
   * Parts one behind the other that begin at indices.
   *
   * @param indices where the second and later parts begin
   * @return views
   * @throws IllegalArgumentException below three dimensions
   */
  default Tensor[] dsplit(long[] indices) {
    return Partition.splitAlong("dsplit", self(), indices, 2);
  }

  /**
   * A view of windows along a dimension, each as a new last dimension. Derivative: the gradient
   * added up where windows overlap.
   *
   * @param dim the dimension; negative ones count from the end
   * @param size the length of a window
   * @param step the distance between windows
   * @return a view
   */
  default Tensor unfold(int dim, long size, long step) {
    return Partition.unfold(self(), dim, size, step);
  }

  /**
   * Dimensions merged into one, a view if strides allow it. Derivative: the gradient in the old
   * shape.
   *
   * @param startDim the first merged dimension
   * @param endDim the last merged dimension
   * @return a view or a copy
   */
  default Tensor flatten(int startDim, int endDim) {
    return Partition.flatten(self(), startDim, endDim);
  }

  /**
   * A dimension split into several. Derivative: the gradient in the old shape.
   *
   * @param dim the dimension; negative ones count from the end
   * @param sizes the new sizes; one may be -1
   * @return a view
   */
  default Tensor unflatten(int dim, long... sizes) {
    return Partition.unflatten(self(), dim, sizes);
  }

  /**
   * Dimensions moved, the others in order. Derivative: the gradient with them moved back.
   *
   * @param source dimensions
   * @param destination their new positions
   * @return a view
   */
  default Tensor movedim(int[] source, int[] destination) {
    return Partition.movedim(self(), source, destination);
  }

  /**
   * Without those of the dimensions that have size 1. Derivative: the gradient in the old shape.
   *
   * @param dims the dimensions
   * @return a view
   */
  default Tensor squeeze(int[] dims) {
    return Partition.squeeze(self(), dims);
  }

  /**
   * All elements as a vector. Derivative: the gradient in the old shape.
   *
   * @return a view or a copy
   */
  default Tensor ravel() {
    return self().reshape(-1);
  }

  /**
   * Stretched to a shape. Derivative: the gradient summed over the copies.
   *
   * @param shape the new shape
   * @return a view
   */
  default Tensor broadcastTo(long... shape) {
    return self().expand(shape);
  }

  /**
   * Stretched to the shape of another tensor. Derivative: the gradient summed over the copies.
   *
   * @param other gives the shape
   * @return a view
   */
  default Tensor expandAs(Tensor other) {
    return self().expand(other.shape());
  }

  /**
   * Seen in the shape of another tensor. Derivative: the gradient in the old shape.
   *
   * @param other gives the shape
   * @return a view
   */
  default Tensor viewAs(Tensor other) {
    return self().view(other.shape());
  }

  /**
   * In the shape of another tensor. Derivative: the gradient in the old shape.
   *
   * @param other gives the shape
   * @return a view or a copy
   */
  default Tensor reshapeAs(Tensor other) {
    return self().reshape(other.shape());
  }

  /**
   * The transposes of matrices. Derivative: the transposed gradient.
   *
   * @return a view
   */
  default Tensor mT() {
    return Partition.matrixTranspose(self());
  }

  /**
   * The transposes of matrices; the same as {@link #mT} for real numbers.
   *
   * @return a view
   */
  default Tensor mH() {
    return mT();
  }
}
