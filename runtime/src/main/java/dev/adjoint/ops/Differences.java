package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** Differences of neighbours, and sums of the trapezoids between them. */
public final class Differences {
  private Differences() {}

  /** Differences of neighbours along a dimension, taken several times. */
  public static Tensor diff(
      Tensor self, long n, int dim, @Nullable Tensor prepend, @Nullable Tensor append) {
    if (self.dim() == 0) {
      throw new IllegalArgumentException("diff expects input to be at least one-dimensional");
    }
    if (n < 0) {
      throw new IllegalArgumentException("order must be non-negative but got " + n);
    }
    if (n == 0 && prepend == null && append == null) {
      return self.clone();
    }
    int at = Views.dimension(dim, self.dim());
    Tensor joined = joined(self, at, prepend, append);
    if (n == 0) {
      return self.clone();
    }
    Tensor result = joined;
    for (long i = Math.min(n, joined.size(at)); i > 0; i--) {
      Tensor later = result.narrow(at, Math.min(1, result.size(at)), rest(result, at));
      Tensor earlier = result.narrow(at, 0, rest(result, at));
      boolean isTruth = result.dtype() == DType.BOOL;
      result = isTruth ? later.logicalXor(earlier) : later.sub(earlier);
    }
    return result;
  }

  private static long rest(Tensor tensor, int dim) {
    return Math.max(0, tensor.size(dim) - 1);
  }

  private static Tensor joined(
      Tensor self, int dim, @Nullable Tensor prepend, @Nullable Tensor append) {
    Tensor result = self;
    if (prepend != null) {
      checkJoined(self, prepend, dim);
      result = Tensor.cat(new Tensor[] {prepend, result}, dim);
    }
    if (append != null) {
      checkJoined(self, append, dim);
      result = Tensor.cat(new Tensor[] {result, append}, dim);
    }
    return result;
  }

  private static void checkJoined(Tensor self, Tensor joined, int dim) {
    if (joined.dim() != self.dim()) {
      throw new IllegalArgumentException(
          "diff expects prepend or append to be the same dimension as input");
    }
    for (int d = 0; d < self.dim(); d++) {
      if (d != dim && joined.size(d) != self.size(d)) {
        throw new IllegalArgumentException(
            "diff expects the shape of tensor to prepend or append to match that of input except along the differencing dimension; input.size(%d) = %d, but got tensor.size(%d) = %d"
                .formatted(d, self.size(d), d, joined.size(d)));
      }
    }
  }

  /** The area under values at equal distances. */
  public static Tensor trapezoid(Tensor y, double dx, int dim) {
    int at = check("trapezoid", y, dim);
    if (y.size(at) == 0) {
      return y.sum(at, false);
    }
    Tensor ends = PlainNumbers.mul(y.select(at, 0).add(y.select(at, -1)), 0.5);
    return PlainNumbers.mul(y.sum(at, false).sub(ends), dx);
  }

  /** The area under values at given places. */
  public static Tensor trapezoid(Tensor y, Tensor x, int dim) {
    int at = check("trapezoid", y, dim);
    Tensor width = widths("trapezoid", y, x, at);
    return PlainNumbers.div(heights(y, at).mul(width).sum(at, false), 2);
  }

  /** The areas under values at equal distances, up to each of them. */
  public static Tensor cumulativeTrapezoid(Tensor y, double dx, int dim) {
    int at = check("cumulative_trapezoid", y, dim);
    return PlainNumbers.mul(heights(y, at), dx / 2).cumsum(at);
  }

  /** The areas under values at given places, up to each of them. */
  public static Tensor cumulativeTrapezoid(Tensor y, Tensor x, int dim) {
    int at = check("cumulative_trapezoid", y, dim);
    Tensor width = widths("cumulative_trapezoid", y, x, at);
    return PlainNumbers.div(heights(y, at).mul(width).cumsum(at), 2);
  }

  private static int check(String name, Tensor y, int dim) {
    if (y.dtype() == DType.BOOL) {
      throw new IllegalArgumentException(
          name + ": received a bool input for `y`, but bool is not supported");
    }
    if (y.dim() == 0) {
      throw new IndexOutOfBoundsException(
          "Dimension specified as " + dim + " but tensor has no dimensions");
    }
    return Views.dimension(dim, y.dim());
  }

  /** Twice the mean height of each trapezoid. */
  private static Tensor heights(Tensor y, int dim) {
    long count = rest(y, dim);
    return y.narrow(dim, 0, count).add(y.narrow(dim, Math.min(1, y.size(dim)), count));
  }

  private static Tensor widths(String name, Tensor y, Tensor x, int dim) {
    if (x.dtype() == DType.BOOL) {
      throw new IllegalArgumentException(
          name + ": received a bool input for `x` or `y`, but bool is not supported");
    }
    if (x.dim() != 1) {
      return diff(x, 1, dim - y.dim(), null, null);
    }
    if (x.size(0) != y.size(dim)) {
      throw new IllegalArgumentException(
          name + ": There must be one `x` value for each sample point");
    }
    long[] shape = new long[y.dim()];
    java.util.Arrays.fill(shape, 1);
    shape[dim] = x.size(0);
    return diff(x.view(shape), 1, dim, null, null);
  }
}
