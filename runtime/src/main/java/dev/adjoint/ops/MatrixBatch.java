package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Convert;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Matrix;
import java.util.Arrays;

/**
 * The matrices in the last two dimensions of a tensor, in double precision whatever its type, one
 * after the other in an array that kernels may overwrite.
 *
 * @param values the elements, each matrix in row-major order
 * @param batch the leading sizes
 * @param count the number of matrices
 * @param rows the rows of each
 * @param columns the columns of each
 * @param dtype the tensor's element type, which results get back
 */
record MatrixBatch(double[] values, int[] batch, int count, int rows, int columns, DType dtype) {

  static MatrixBatch copyOf(Tensor tensor) {
    int[] sizes = tensor.layout().sizes();
    int rank = sizes.length;
    int[] batch = Arrays.copyOf(sizes, rank - 2);
    double[] values = (double[]) Dense.copy(tensor, DType.FLOAT64);
    return new MatrixBatch(
        values, batch, Layout.countOf(batch), sizes[rank - 2], sizes[rank - 1], tensor.dtype());
  }

  /** The matrices repeated for larger leading sizes. */
  static MatrixBatch copyOf(Tensor tensor, int[] batch) {
    int[] sizes = tensor.layout().sizes();
    return copyOf(
        Views.expand(
            Conversions.detach(tensor),
            tail(batch, sizes[sizes.length - 2], sizes[sizes.length - 1])));
  }

  private static long[] tail(int[] batch, long... last) {
    long[] shape = Arrays.copyOf(Views.toLongs(batch), batch.length + last.length);
    System.arraycopy(last, 0, shape, batch.length, last.length);
    return shape;
  }

  /** The leading sizes that two tensors of matrices broadcast to. */
  static int[] commonBatch(Tensor first, Tensor second) {
    return Broadcast.of(batchOf(first), batchOf(second)).sizes();
  }

  private static Layout batchOf(Tensor tensor) {
    return Layout.dense(Arrays.copyOf(tensor.layout().sizes(), tensor.dim() - 2));
  }

  int elements() {
    return rows * columns;
  }

  int smaller() {
    return Math.min(rows, columns);
  }

  /** One matrix where it lies. */
  Matrix<double[]> matrix(int index) {
    return new Matrix<>(values, index * elements(), columns, 1);
  }

  /** The values as the kernels left them. */
  Tensor tensor() {
    return tensor(values, rows, columns);
  }

  /** Computed values under the leading sizes and those given. */
  Tensor tensor(double[] computed, int... last) {
    return Dense.tensor(
        Convert.convert(computed, DType.FLOAT64, dtype, computed.length), dtype, shape(last));
  }

  /** Integers under the leading sizes and those given. */
  Tensor integers(int[] computed, int... last) {
    return Dense.tensor(computed, DType.INT32, shape(last));
  }

  private Layout shape(int... last) {
    int[] sizes = Arrays.copyOf(batch, batch.length + last.length);
    System.arraycopy(last, 0, sizes, batch.length, last.length);
    return Layout.dense(sizes);
  }
}
