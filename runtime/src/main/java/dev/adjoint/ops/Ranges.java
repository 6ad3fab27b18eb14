package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.function.DoubleUnaryOperator;

/** Evenly spaced numbers, and the indices of triangles of a matrix. */
public final class Ranges {
  private Ranges() {}

  /** Numbers from start to end, both included, in equal steps. */
  public static Tensor linspace(double start, double end, long steps, DType dtype) {
    return spaced("linspace_cpu", start, end, steps, dtype, x -> x);
  }

  /** Powers of a base whose exponents are spaced equally. */
  public static Tensor logspace(double start, double end, long steps, double base, DType dtype) {
    return spaced("logspace_cpu", start, end, steps, dtype, x -> Math.pow(base, x));
  }

  /** Counted from the nearer end, so that both ends are exact. */
  private static Tensor spaced(
      String name, double start, double end, long steps, DType dtype, DoubleUnaryOperator f) {
    if (steps < 0) {
      throw new IllegalArgumentException("number of steps must be non-negative");
    }
    if (dtype == DType.BOOL) {
      throw new UnsupportedOperationException("\"" + name + "\" not implemented for 'Bool'");
    }
    int n = Creation.sizes(steps)[0];
    double from = dtype.isFloatingPoint() ? start : (double) (long) start;
    double to = dtype.isFloatingPoint() ? end : (double) (long) end;
    double step = (to - from) / (n - 1);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] =
          f.applyAsDouble(n == 1 ? from : i < n / 2 ? from + step * i : to - step * (n - 1 - i));
    }
    return Creation.of(values, dtype, n);
  }

  /** The value of a scalar tensor that bounds a range. */
  public static double bound(String name, Tensor start, Tensor end, Tensor wanted) {
    if (start.dim() != 0 || end.dim() != 0) {
      throw new IllegalArgumentException(
          "%s only supports 0-dimensional start and end tensors, but got start with %d dimension(s) and end with %d dimension(s)."
              .formatted(name, start.dim(), end.dim()));
    }
    return wanted.item();
  }

  /** Row and column of every element on and below a diagonal, or on and above it. */
  public static Tensor triangle(long rows, long columns, long offset, boolean lower, DType dtype) {
    checkNonNegative("row", rows);
    checkNonNegative("col", columns);
    Creation.sizes(rows, columns);
    long total = 0;
    for (long r = 0; r < rows; r++) {
      total = Limits.sum(total, end(r, columns, offset, lower) - begin(r, columns, offset, lower));
    }
    long[] indices = new long[Limits.elements("the indices", 2, total)];
    int count = (int) total;
    int at = 0;
    for (long r = 0; r < rows; r++) {
      long end = end(r, columns, offset, lower);
      for (long c = begin(r, columns, offset, lower); c < end; c++, at++) {
        indices[at] = r;
        indices[count + at] = c;
      }
    }
    return Creation.of(indices, dtype, 2, count);
  }

  private static long begin(long row, long columns, long offset, boolean lower) {
    return lower ? 0 : Math.clamp(Limits.sum(row, offset), 0, columns);
  }

  private static long end(long row, long columns, long offset, boolean lower) {
    return lower ? Math.clamp(Limits.sum(row + 1, offset), 0, columns) : columns;
  }

  private static void checkNonNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must be non-negative, got" + value);
    }
  }
}
