package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;

/** Where elements are that are not zero. */
public final class Search {
  private Search() {}

  /** A row of indices for every element that is not zero. */
  public static Tensor nonzero(Tensor self) {
    int[] places = places(self);
    int rank = self.dim();
    long[] rows = new long[places.length * rank];
    int[] strides = Layout.rowMajorStrides(self.layout().sizes());
    for (int i = 0; i < places.length; i++) {
      int rest = places[i];
      for (int d = 0; d < rank; d++) {
        rows[i * rank + d] = rest / strides[d];
        rest %= strides[d];
      }
    }
    return Dense.ofLongs(rows, DType.INT64, Layout.dense(places.length, rank));
  }

  /** The indices of {@link #nonzero}, one vector per dimension; a scalar counts as a vector. */
  public static Tensor[] nonzeroPerDimension(Tensor self) {
    return self.dim() == 0
        ? nonzero(Conversions.detach(self).reshape(1)).unbind(1)
        : nonzero(self).unbind(1);
  }

  /** Row-major places of the elements that are not zero. */
  static int[] places(Tensor self) {
    byte[] truth = (byte[]) Dense.array(self, Broadcast.dense(self.layout()), DType.BOOL);
    int n = self.layout().count();
    int count = 0;
    for (int i = 0; i < n; i++) {
      count += truth[i] != 0 ? 1 : 0;
    }
    int[] places = new int[count];
    int at = 0;
    for (int i = 0; i < n; i++) {
      if (truth[i] != 0) {
        places[at++] = i;
      }
    }
    return places;
  }

  /** The index in each dimension of row-major positions in a shape. */
  public static Tensor[] unravel(Tensor indices, long... shape) {
    if (indices.dtype().isFloatingPoint() || indices.dtype() == DType.BOOL) {
      throw new IllegalArgumentException(
          "expected 'indices' to be integer dtype, but got " + indices.dtype());
    }
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException(
            "'shape' cannot have negative values, but got " + java.util.Arrays.toString(shape));
      }
      if (size == 0 && indices.numel() > 0) {
        throw new IllegalArgumentException(
            "there are no indices into 'shape' " + java.util.Arrays.toString(shape));
      }
    }
    long[] rest = (long[]) Dense.copy(indices, DType.INT64);
    Tensor[] result = new Tensor[shape.length];
    for (int d = shape.length - 1; d >= 0; d--) {
      long[] own = new long[rest.length];
      for (int i = 0; i < own.length; i++) {
        own[i] = Math.floorMod(rest[i], shape[d]);
        rest[i] = Math.floorDiv(rest[i], shape[d]);
      }
      result[d] = Dense.ofLongs(own, indices.dtype(), Layout.dense(indices.layout().sizes()));
    }
    return result;
  }
}
