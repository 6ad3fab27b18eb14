package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.MaxResult;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavedTensor;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.ReductionDerivatives;
import dev.adjoint.kernels.Extremes;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Lookup;
import dev.adjoint.kernels.RowExtremes;
import java.util.Arrays;

/** The largest and the smallest elements over some or all dimensions, and where they are. */
public final class Extrema {
  private Extrema() {}

  /** The largest element, or the smallest. */
  public static Tensor extreme(Tensor self, boolean largest) {
    String name = largest ? "max" : "min";
    if (self.numel() == 0) {
      throw new IllegalArgumentException(
          name
              + "(): Expected reduction dim to be specified for input.numel() == 0. Specify the"
              + " reduction dim with the 'dim' argument.");
    }
    Tensor result = reduced(self, Dims.of(self.layout()), false, largest);
    return Recording.isNeeded(self)
        ? new UnaryNode(
                largest ? "MaxBackward1" : "MinBackward1",
                Reads.SELF_AND_RESULT,
                (g, s, r) -> ReductionDerivatives.extremeSelf(g, s, r),
                self)
            .record(result)
        : result;
  }

  /** The largest, or smallest, elements along a dimension and the first place of each. */
  public static MaxResult extreme(Tensor self, int dim, boolean keepdim, boolean largest) {
    int at = Views.dimension(dim, self.dim());
    Tensor indices = argExtreme(self, dim, true, largest);
    Tensor values = self.dim() == 0 ? self.clone() : picked(self, at, indices);
    Tensor result = keepdim || self.dim() == 0 ? values : dropped(values, at);
    Tensor places = keepdim || self.dim() == 0 ? indices : dropped(indices, at);
    if (!Recording.isNeeded(self)) {
      return new MaxResult(Conversions.detach(result), places);
    }
    SavedTensor kept = SavedTensor.of(indices);
    UnaryNode node =
        new UnaryNode(
            largest ? "MaxBackward0" : "MinBackward0",
            Reads.NOTHING,
            (g, s, r) -> ReductionDerivatives.pickedSelf(g, s, at, kept.unpack(), keepdim),
            self);
    return new MaxResult(node.record(Conversions.detach(result)), places);
  }

  private static Tensor picked(Tensor self, int dim, Tensor indices) {
    return Indexing.gather(Conversions.detach(self), dim, indices);
  }

  private static Tensor dropped(Tensor tensor, int dim) {
    return new Tensor(
        tensor.storage(), Layout.dense(Strides.removed(tensor.layout().sizes(), dim)));
  }

  /** The first place of the largest, or smallest, element along a dimension. */
  public static Tensor argExtreme(Tensor self, int dim, boolean keepdim, boolean largest) {
    int at = Views.dimension(dim, self.dim());
    if (self.dim() > 0 && self.layout().sizes()[at] == 0) {
      throw new IndexOutOfBoundsException(
          "%s(): Expected reduction dim %d to have non-zero size."
              .formatted(largest ? "max" : "min", at));
    }
    Dims dims = Dims.of(self.layout(), dim);
    Tensor ordered = Reductions.ordered(self, dims);
    long[] places = places(ordered, dims, largest);
    return Dense.tensor(places, DType.INT64, dims.result(keepdim));
  }

  /** The place of the largest, or smallest, element of all, counted in row-major order. */
  public static Tensor argExtreme(Tensor self, boolean largest) {
    String name = largest ? "argmax" : "argmin";
    if (self.dtype() == DType.BOOL) {
      throw new UnsupportedOperationException(name + "(): does not support bool input");
    }
    if (self.numel() == 0) {
      throw new IllegalArgumentException(
          name + "(): Expected reduction dim to be specified for input.numel() == 0.");
    }
    if (self.numel() == 0) {
      throw new IndexOutOfBoundsException(
          "%s(): Expected reduction dim to be specified for input.numel() == 0."
              .formatted(largest ? "argmax" : "argmin"));
    }
    long[] places = places(self, Dims.of(self.layout()), largest);
    return Dense.tensor(places, DType.INT64, Layout.dense());
  }

  static Tensor amax(Tensor self, int[] dim, boolean keepdim) {
    return reduced(self, Dims.of(self.layout(), dim), keepdim, true);
  }

  static Tensor reduced(Tensor self, Dims dims, boolean keepdim, boolean largest) {
    Tensor ordered = Reductions.ordered(self, dims);
    if (self.dtype().isFloatingPoint()) {
      return Dense.tensor(values(ordered, dims, largest), self.dtype(), dims.result(keepdim));
    }
    long[] columns = places(ordered, dims, largest);
    int[] places = new int[columns.length];
    Arrays.setAll(places, row -> row * dims.columns() + (int) columns[row]);
    Object values = Dense.array(ordered, ordered.layout(), self.dtype());
    Object picked = Lookup.gather(values, places, self.dtype());
    return Dense.tensor(picked, self.dtype(), dims.result(keepdim));
  }

  private static Object values(Tensor ordered, Dims dims, boolean largest) {
    Layout shape = ordered.layout();
    return ordered.dtype() == DType.FLOAT32
        ? RowExtremes.of(Dense.floats(ordered, shape), dims.rows(), dims.columns(), largest)
        : RowExtremes.of(Dense.doubles(ordered, shape), dims.rows(), dims.columns(), largest);
  }

  private static long[] places(Tensor ordered, Dims dims, boolean largest) {
    int rows = dims.rows();
    int columns = dims.columns();
    Layout shape = ordered.layout();
    return switch (ordered.dtype()) {
      case FLOAT32 -> {
        float[] values = Dense.floats(ordered, shape);
        yield largest
            ? Extremes.largest(values, rows, columns)
            : Extremes.smallest(values, rows, columns);
      }
      case FLOAT64 -> {
        double[] values = Dense.doubles(ordered, shape);
        yield largest
            ? Extremes.largest(values, rows, columns)
            : Extremes.smallest(values, rows, columns);
      }
      case INT64, INT32, INT16, INT8, UINT8, BOOL -> {
        long[] values = Dense.longs(ordered, shape);
        yield largest
            ? Extremes.largest(values, rows, columns)
            : Extremes.smallest(values, rows, columns);
      }
    };
  }
}
