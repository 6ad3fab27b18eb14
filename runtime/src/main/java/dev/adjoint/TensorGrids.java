package dev.adjoint;

import dev.adjoint.ops.Grids;
import dev.adjoint.ops.Ranges;
import dev.adjoint.ops.Rank;

/** Ranges, grids, blocks and least ranks; a superclass of {@link Tensor}. */
public abstract sealed class TensorGrids extends TensorLiterals permits TensorSearches {
  TensorGrids() {}

  /**
   * A tensor of one dimension at least.
   *
   * @param tensor any tensor
   * @return a scalar as a vector, others as they are
   */
  public static Tensor atleast1d(Tensor tensor) {
    return Rank.atLeast1d(tensor);
  }

  /**
   * A tensor of two dimensions at least.
   *
   * @param tensor any tensor
   * @return a vector as a row, a matrix and larger ones as they are
   */
  public static Tensor atleast2d(Tensor tensor) {
    return Rank.atLeast2d(tensor);
  }

  /**
   * A tensor of three dimensions at least.
   *
   * @param tensor any tensor
   * @return a vector as a row and a matrix with a last dimension of size 1, others as they are
   */
  public static Tensor atleast3d(Tensor tensor) {
    return Rank.atLeast3d(tensor);
  }

  /**
   * Tensors stretched to their common shape.
   *
   * @param tensors of shapes that broadcast
   * @return views of one shape
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static Tensor[] broadcastTensors(Tensor... tensors) {
    return Grids.broadcast(tensors);
  }

  /**
   * Vectors as the coordinates of a grid.
   *
   * @param tensors vectors or scalars of one type
   * @param indexing {@code "ij"}, or {@code "xy"} to exchange the first two dimensions
   * @return one view per vector, of the shape of the grid
   * @throws IllegalArgumentException if there are none, or their types or ranks do not fit
   */
  public static Tensor[] meshgrid(Tensor[] tensors, String indexing) {
    return Grids.mesh(tensors, indexing);
  }

  /**
   * All combinations of one element of each vector.
   *
   * @param vectors vectors of one type
   * @return a matrix with a combination in each row; a single vector as it is
   * @throws IllegalArgumentException if one is not a vector
   */
  public static Tensor cartesianProd(Tensor... vectors) {
    return Grids.cartesianProduct(vectors);
  }

  /**
   * All combinations of elements of a vector, in the order of their places.
   *
   * @param vector a vector
   * @param r how many elements each has
   * @param withReplacement whether an element may come again
   * @return a matrix with a combination in each row
   * @throws IllegalArgumentException unless it is a vector and {@code r} is not negative
   */
  public static Tensor combinations(Tensor vector, int r, boolean withReplacement) {
    return Grids.combinations(vector, r, withReplacement);
  }

  /**
   * Matrices along the diagonal of a larger one, zeros elsewhere. Derivative: each block's part of
   * {@code gradOutput}.
   *
   * @param tensors matrices; vectors count as rows
   * @return a matrix
   * @throws IllegalArgumentException above two dimensions
   */
  public static Tensor blockDiag(Tensor... tensors) {
    return Grids.blockDiagonal(tensors);
  }

  /**
   * Numbers from start to end, both included, in equal steps.
   *
   * @param start the first
   * @param end the last
   * @param steps how many
   * @return a float32 vector
   * @throws IllegalArgumentException if {@code steps} is negative
   */
  public static Tensor linspace(double start, double end, long steps) {
    return Ranges.linspace(start, end, steps, DType.FLOAT32);
  }

  /**
   * Numbers from start to end, both included, in equal steps.
   *
   * @param start the first
   * @param end the last
   * @param steps how many
   * @param dtype their type
   * @return a vector
   * @throws IllegalArgumentException if {@code steps} is negative
   */
  public static Tensor linspace(double start, double end, long steps, DType dtype) {
    return Ranges.linspace(start, end, steps, dtype);
  }

  /**
   * {@link #linspace(double, double, long, DType)} between the values of scalar tensors.
   *
   * @param start the first
   * @param end the last
   * @param steps how many
   * @param dtype their type
   * @return a vector
   * @throws IllegalArgumentException if {@code steps} is negative or a bound has dimensions
   */
  public static Tensor linspace(Tensor start, Tensor end, long steps, DType dtype) {
    double from = Ranges.bound("linspace", start, end, start);
    return Ranges.linspace(from, Ranges.bound("linspace", start, end, end), steps, dtype);
  }

  /**
   * Powers of a base whose exponents go from start to end in equal steps.
   *
   * @param start the first exponent
   * @param end the last exponent
   * @param steps how many
   * @param base the base
   * @param dtype their type
   * @return a vector
   * @throws IllegalArgumentException if {@code steps} is negative
   */
  public static Tensor logspace(double start, double end, long steps, double base, DType dtype) {
    return Ranges.logspace(start, end, steps, base, dtype);
  }

  /**
   * {@link #logspace(double, double, long, double, DType)} between the values of scalar tensors.
   *
   * @param start the first exponent
   * @param end the last exponent
   * @param steps how many
   * @param base the base
   * @param dtype their type
   * @return a vector
   * @throws IllegalArgumentException if {@code steps} is negative or a bound has dimensions
   */
  public static Tensor logspace(Tensor start, Tensor end, long steps, double base, DType dtype) {
    double from = Ranges.bound("logspace", start, end, start);
    return Ranges.logspace(from, Ranges.bound("logspace", start, end, end), steps, base, dtype);
  }

  /**
   * Where the elements on and below a diagonal are.
   *
   * @param row the number of rows
   * @param col the number of columns
   * @param offset which diagonal; above the main one if positive
   * @return an int64 matrix of two rows: their row and their column
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor trilIndices(long row, long col, long offset) {
    return Ranges.triangle(row, col, offset, true, DType.INT64);
  }

  /**
   * Where the elements on and above a diagonal are.
   *
   * @param row the number of rows
   * @param col the number of columns
   * @param offset which diagonal; above the main one if positive
   * @return an int64 matrix of two rows: their row and their column
   * @throws IllegalArgumentException if a size is negative
   */
  public static Tensor triuIndices(long row, long col, long offset) {
    return Ranges.triangle(row, col, offset, false, DType.INT64);
  }

  /**
   * A number without dimensions.
   *
   * @param value the number
   * @param dtype its type
   * @return a scalar tensor
   */
  public static Tensor scalarTensor(double value, DType dtype) {
    return tensor(value, dtype);
  }

  /**
   * A number without dimensions.
   *
   * @param value the number
   * @param dtype its type
   * @return a scalar tensor
   */
  public static Tensor scalarTensor(long value, DType dtype) {
    return tensor(value, dtype);
  }
}
