package dev.adjoint;

import dev.adjoint.ops.Rank;

/** Joins of tensors that are given a least rank first. Derivative: to each its part. */
public abstract sealed class TensorStacks extends TensorSearches permits RandomFactories {
  TensorStacks() {}

  /**
   * Tensors side by side, along the second dimension; vectors end to end.
   *
   * @param tensors what to join, at least one
   * @return a new tensor
   * @throws IllegalArgumentException if the other sizes differ
   */
  public static Tensor hstack(Tensor... tensors) {
    return Rank.horizontally(tensors);
  }

  /**
   * Tensors one above the other, along the first dimension; vectors are rows.
   *
   * @param tensors what to join, at least one
   * @return a new tensor
   * @throws IllegalArgumentException if the other sizes differ
   */
  public static Tensor vstack(Tensor... tensors) {
    return Rank.vertically(tensors);
  }

  /**
   * Tensors one behind the other, along the third dimension.
   *
   * @param tensors what to join, at least one
   * @return a new tensor
   * @throws IllegalArgumentException if the other sizes differ
   */
  public static Tensor dstack(Tensor... tensors) {
    return Rank.inDepth(tensors);
  }

  /**
   * Vectors as the columns of a matrix, matrices side by side.
   *
   * @param tensors what to join, at least one
   * @return a new tensor
   * @throws IllegalArgumentException if the other sizes differ
   */
  public static Tensor columnStack(Tensor... tensors) {
    return Rank.asColumns(tensors);
  }
}
