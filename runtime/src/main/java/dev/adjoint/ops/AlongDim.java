package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Convert;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.RowOrder;

/**
 * A tensor as a dense matrix whose rows run along one dimension, for kernels that work row by row.
 *
 * @param self the tensor, without history
 * @param dim the dimension, counted from the start
 * @param rows the tensor with that dimension last
 * @param columns the size of that dimension, 1 for a scalar
 */
record AlongDim(Tensor self, int dim, Tensor rows, int columns) {

  static AlongDim of(Tensor self, int dim) {
    int at = Views.dimension(dim, self.dim());
    Tensor bare = Conversions.detach(self);
    Tensor rows = self.dim() == 0 ? bare : bare.transpose(at, -1);
    return new AlongDim(bare, at, rows, self.dim() == 0 ? 1 : (int) self.size(at));
  }

  /** Integers in the order of the elements, NaN last. */
  long[] keys() {
    return self.dtype().isFloatingPoint() ? RowOrder.keys(doubles()) : longs();
  }

  /** The rows as doubles. */
  double[] doubles() {
    return (double[]) Dense.copy(rows, DType.FLOAT64);
  }

  /** The rows as integers. */
  long[] longs() {
    return (long[]) Dense.copy(rows, DType.INT64);
  }

  /** Computed rows in the original order of dimensions. */
  Tensor tensor(double[] values, DType dtype) {
    return back(Convert.convert(values, DType.FLOAT64, dtype, values.length), dtype, columns);
  }

  /** Computed rows of integers in the original order of dimensions. */
  Tensor tensor(long[] values, DType dtype) {
    return back(Convert.fromLongs(values, dtype), dtype, columns);
  }

  /** Computed rows of another length in the original order of dimensions. */
  Tensor tensor(long[] values, DType dtype, int length) {
    return back(Convert.fromLongs(values, dtype), dtype, length);
  }

  /** Computed rows of another length in the original order of dimensions. */
  Tensor tensor(double[] values, DType dtype, int length) {
    return back(Convert.convert(values, DType.FLOAT64, dtype, values.length), dtype, length);
  }

  private Tensor back(Object values, DType dtype, int length) {
    int[] sizes = rows.layout().sizes().clone();
    if (sizes.length == 0) {
      return Dense.tensor(values, dtype, Layout.dense());
    }
    sizes[sizes.length - 1] = length;
    Tensor computed = Dense.tensor(values, dtype, Layout.dense(sizes));
    return Conversions.contiguous(computed.transpose(dim, -1));
  }
}
