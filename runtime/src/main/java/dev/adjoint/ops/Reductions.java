package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryDerivative;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.ReductionDerivatives;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Sums;

/** Sums, means and norms over some or all dimensions. */
public final class Reductions {
  private static final UnaryDerivative SUM = (g, self, r) -> ReductionDerivatives.sumSelf(g, self);
  private static final UnaryDerivative MEAN =
      (g, self, r) -> ReductionDerivatives.meanSelf(g, self);

  private Reductions() {}

  /** The sum of all elements; integers add up in {@code int64}. */
  public static Tensor sum(Tensor self) {
    Tensor result = summed(self, Dims.of(self.layout()), false);
    return Recording.isNeeded(self)
        ? new UnaryNode("SumBackward0", Reads.NOTHING, SUM, self).record(result)
        : result;
  }

  /** Sums over dimensions, all if none are named; integers add up in {@code int64}. */
  public static Tensor sum(Tensor self, int[] dim, boolean keepdim) {
    Tensor result = summed(self, Dims.of(self.layout(), dim), keepdim);
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "SumBackward1",
                Reads.NOTHING,
                (g, s, r) -> ReductionDerivatives.sumSelf(g, s, dim, keepdim),
                self)
            .record(result)
        : result;
  }

  /** The sum over the dimensions that a smaller shape would be broadcast over. */
  public static Tensor sumToSize(Tensor self, long... shape) {
    int[] sizes = Creation.sizes(shape);
    Layout layout = self.layout();
    int lead = layout.rank() - sizes.length;
    boolean fits = lead >= 0;
    int[] dims = new int[layout.rank()];
    int count = 0;
    for (int d = 0; fits && d < layout.rank(); d++) {
      int size = layout.sizes()[d];
      if (d < lead || (sizes[d - lead] == 1 && size != 1)) {
        dims[count++] = d;
      } else {
        fits = sizes[d - lead] == size;
      }
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "size {%s} is not expandable to size {%s}."
              .formatted(listed(sizes), listed(layout.sizes())));
    }
    if (count == 0) {
      return self;
    }
    int[] summed = java.util.Arrays.copyOf(dims, count);
    return lead == 0 ? sum(self, summed, true) : sum(self, summed, true).view(shape);
  }

  private static String listed(int[] sizes) {
    String text = java.util.Arrays.toString(sizes);
    return text.substring(1, text.length() - 1);
  }

  private static Tensor summed(Tensor self, Dims dims, boolean keepdim) {
    Layout result = dims.result(keepdim);
    int rows = dims.rows();
    return switch (self.dtype()) {
      case FLOAT32 -> Dense.tensor(floats(self, dims, rows), DType.FLOAT32, result);
      case FLOAT64 -> Dense.tensor(doubles(self, dims, rows), DType.FLOAT64, result);
      case INT64, INT32, INT16, INT8, UINT8, BOOL -> {
        Tensor ordered = ordered(self, dims);
        long[] values = Dense.longs(ordered, ordered.layout());
        yield Dense.tensor(Sums.ofRows(values, rows, dims.columns()), DType.INT64, result);
      }
    };
  }

  private static float[] floats(Tensor self, Dims dims, int rows) {
    if (dims.reducesLeading()) {
      return Sums.ofColumns(
          Dense.floats(self, self.layout()), /* rows= */ dims.columns(), /* columns= */ rows);
    }
    Tensor ordered = ordered(self, dims);
    return Sums.ofRows(Dense.floats(ordered, ordered.layout()), rows, dims.columns());
  }

  private static double[] doubles(Tensor self, Dims dims, int rows) {
    if (dims.reducesLeading()) {
      return Sums.ofColumns(
          Dense.doubles(self, self.layout()), /* rows= */ dims.columns(), /* columns= */ rows);
    }
    Tensor ordered = ordered(self, dims);
    return Sums.ofRows(Dense.doubles(ordered, ordered.layout()), rows, dims.columns());
  }

  static Tensor ordered(Tensor self, Dims dims) {
    return new Tensor(self.storage(), dims.ordered(self.layout()));
  }

  /** The mean of all elements. */
  public static Tensor mean(Tensor self) {
    requireFloating(self);
    Tensor result = averaged(self, Dims.of(self.layout()), false);
    return Recording.isNeeded(self)
        ? new UnaryNode("MeanBackward0", Reads.NOTHING, MEAN, self).record(result)
        : result;
  }

  /** Means over dimensions, all if none are named. */
  public static Tensor mean(Tensor self, int[] dim, boolean keepdim) {
    requireFloating(self);
    Tensor result = averaged(self, Dims.of(self.layout(), dim), keepdim);
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "MeanBackward1",
                Reads.NOTHING,
                (g, s, r) -> ReductionDerivatives.meanSelf(g, s, dim, keepdim),
                self)
            .record(result)
        : result;
  }

  private static Tensor averaged(Tensor self, Dims dims, boolean keepdim) {
    Tensor sums = summed(self, dims, keepdim);
    return Arithmetic.divInPlace(sums, Scalar.of((long) dims.columns()));
  }

  private static void requireFloating(Tensor self) {
    if (!self.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "mean(): could not infer output dtype. Input dtype must be either a floating point or"
              + " complex dtype. Got: "
              + self.dtype().title());
    }
  }

  /** The p-norm over dimensions, all if none are named. */
  public static Tensor norm(Tensor self, double p, int[] dim, boolean keepdim) {
    return norm("LinalgVectorNormBackward0", self, p, dim, keepdim);
  }

  static Tensor norm(String name, Tensor self, double p, int[] dim, boolean keepdim) {
    if (!self.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "linalg.vector_norm: Expected a floating point or complex tensor as input. Got "
              + self.dtype().title());
    }
    Tensor result = Norms.values(Conversions.detach(self), p, dim, keepdim);
    return Recording.isNeeded(self)
        ? new UnaryNode(
                name,
                Reads.SELF_AND_RESULT,
                (g, s, r) -> ReductionDerivatives.normSelf(g, s, r, p, dim, keepdim),
                self)
            .record(result)
        : result;
  }
}
