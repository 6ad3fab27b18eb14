package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Bisection;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.RowOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Places of values among sorted ones, and whether they are among others at all. */
public final class Buckets {
  private Buckets() {}

  /**
   * How places are given.
   *
   * @param outInt32 as int32 instead of int64
   * @param right behind equal values instead of before them
   */
  public record Request(boolean outInt32, boolean right) {}

  /** Where values would be inserted into each row of sorted values to keep it sorted. */
  public static Tensor searchsorted(
      Tensor sorted, Tensor values, Request request, @Nullable Tensor sorter) {
    check(sorted, values, sorter);
    Tensor bounds = Conversions.detach(sorted);
    Tensor ordered = sorter == null ? bounds : bounds.gather(-1, sorter);
    int width = (int) sorted.size(-1);
    Layout shape = Broadcast.dense(values.layout());
    int perRow = sorted.dim() == 1 ? shape.count() : values.dim() == 0 ? 1 : (int) values.size(-1);
    Bisection rows = new Bisection(width, Math.max(1, perRow), request.right());
    DType common = DType.promote(sorted.dtype(), values.dtype());
    long[] places =
        common.isFloatingPoint()
            ? rows.places(doubles(ordered), doubles(Conversions.detach(values)))
            : rows.places(longs(ordered), longs(values));
    return Dense.ofLongs(places, request.outInt32() ? DType.INT32 : DType.INT64, shape);
  }

  private static double[] doubles(Tensor tensor) {
    return (double[]) Dense.copy(tensor, DType.FLOAT64);
  }

  private static long[] longs(Tensor tensor) {
    return (long[]) Dense.copy(tensor, DType.INT64);
  }

  private static void check(Tensor sorted, Tensor values, @Nullable Tensor sorter) {
    if (sorted.dim() == 0) {
      throw refused("boundaries tensor should have positive dimension, but got 0 dimension");
    }
    if (values.dim() == 0 && sorted.dim() != 1) {
      throw refused(
          "input value can be a scalar only when boundaries tensor dimension is 1, but we got boundaries tensor dim(%d) and input value's dim(0) numel(1)"
              .formatted(sorted.dim()));
    }
    if (sorted.dim() != 1 && !sameLead(sorted, values)) {
      throw refused(
          "boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor %s and input value tensor %s"
              .formatted(Arrays.toString(sorted.shape()), Arrays.toString(values.shape())));
    }
    if (sorter != null && !Arrays.equals(sorter.shape(), sorted.shape())) {
      throw refused(
          "boundary and sorter must have the same size, but got boundary tensor %sand got sorter tensor %s"
              .formatted(Arrays.toString(sorted.shape()), Arrays.toString(sorter.shape())));
    }
    if (sorter != null && sorter.dtype() != DType.INT64) {
      throw refused(
          "sorter must be a tensor of long dtype but got dtype " + sorter.dtype().title());
    }
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("torch.searchsorted(): " + why);
  }

  private static boolean sameLead(Tensor sorted, Tensor values) {
    int lead = sorted.dim() - 1;
    return values.dim() == sorted.dim()
        && Arrays.equals(sorted.shape(), 0, lead, values.shape(), 0, lead);
  }

  /** The bucket of each value between sorted boundaries. */
  public static Tensor bucketize(Tensor values, Tensor boundaries, Request request) {
    if (boundaries.dim() != 1) {
      throw new IllegalArgumentException(
          "boundaries tensor must be 1 dimension, but got dim(" + boundaries.dim() + ")");
    }
    return searchsorted(boundaries, values, request, null);
  }

  /** Whether each element is, or is not, among others. */
  public static Tensor isin(Tensor elements, Tensor others, boolean invert) {
    requireNumbers(elements);
    requireNumbers(others);
    boolean floating = elements.dtype().isFloatingPoint() || others.dtype().isFloatingPoint();
    DType common = floating ? DType.FLOAT64 : DType.INT64;
    Tensor known = Conversions.detach(others).to(common).reshape(-1);
    Tensor values = Conversions.detach(elements).to(common);
    if (known.numel() == 0) {
      return Tensor.full(elements.shape(), invert ? 1 : 0, DType.BOOL);
    }
    int count = (int) known.numel();
    int[] order = RowOrder.sorted(Distinct.keys(known), count, 1);
    Tensor sorted = Selection.atPlaces("", known, order);
    Tensor places = searchsorted(sorted, values, new Request(false, false), null);
    Tensor last = Tensor.tensor(sorted.numel() - 1);
    Tensor nearest = sorted.take(places.minimum(last));
    return invert ? nearest.ne(values) : nearest.eq(values);
  }

  private static void requireNumbers(Tensor tensor) {
    if (tensor.dtype() == DType.BOOL) {
      throw new IllegalArgumentException("Unsupported input type encountered for isin(): Bool");
    }
  }
}
