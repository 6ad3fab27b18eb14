package dev.adjoint.kernels;

/**
 * A matrix in an array, in any direction: a transposed one is read where it lies.
 *
 * @param values the array
 * @param offset index of the first element
 * @param rowStride distance between rows
 * @param columnStride distance between columns
 * @param <T> the type of the array
 */
public record Matrix<T>(T values, int offset, int rowStride, int columnStride) {

  /**
   * The transpose over the same array.
   *
   * @return a matrix with rows and columns exchanged
   */
  public Matrix<T> transposed() {
    return new Matrix<>(values, offset, columnStride, rowStride);
  }
}
