package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.HistogramResult;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Bisection;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How often numbers occur, one by one or in intervals. */
public final class Counting {
  private Counting() {}

  /** How often, or with what weight, each number from zero on occurs. */
  public static Tensor bincount(Tensor self, @Nullable Tensor weights, long minlength) {
    checkNumbers(self, minlength);
    if (self.numel() == 0) {
      return Creation.zeros(DType.INT64, Creation.sizes(minlength));
    }
    if (weights != null && (weights.dim() != 1 || weights.numel() != self.numel())) {
      throw new IllegalArgumentException("weights should be 1-d and have the same length as input");
    }
    long[] numbers = (long[]) Dense.copy(self, DType.INT64);
    long size = minlength;
    for (long number : numbers) {
      if (number < 0) {
        throw new IllegalArgumentException(
            "bincount only supports 1-d non-negative integral inputs.");
      }
      size = Math.max(size, Limits.sum(number, 1));
    }
    int n = Creation.sizes(size)[0];
    return weights == null ? counted(numbers, n) : weighed(numbers, n, weights);
  }

  private static void checkNumbers(Tensor self, long minlength) {
    if (self.dim() != 1) {
      throw new IllegalArgumentException(
          "bincount only supports 1-d non-negative integral inputs.");
    }
    if (self.dtype().isFloatingPoint() || self.dtype() == DType.BOOL) {
      throw new UnsupportedOperationException(
          "\"bincount_cpu\" not implemented for '" + self.dtype().title() + "'");
    }
    if (minlength < 0) {
      throw new IllegalArgumentException("minlength should be >= 0");
    }
  }

  private static Tensor counted(long[] numbers, int n) {
    long[] counts = new long[n];
    for (long number : numbers) {
      counts[(int) number]++;
    }
    return Dense.ofLongs(counts, DType.INT64, Layout.dense(n));
  }

  private static Tensor weighed(long[] numbers, int n, Tensor weights) {
    double[] each = (double[]) Dense.copy(weights, DType.FLOAT64);
    double[] sums = new double[n];
    for (int i = 0; i < numbers.length; i++) {
      sums[(int) numbers[i]] += each[i];
    }
    DType dtype = weights.dtype() == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
    return Creation.of(sums, dtype, n);
  }

  /**
   * Counts in intervals of equal width; equal bounds stand for the smallest and largest element.
   */
  public static Tensor histc(Tensor self, long bins, double min, double max) {
    requireFloating("histogram_cpu", self);
    requireBins(bins);
    double[] bounds = bounds(self, min, max);
    if (!Double.isFinite(bounds[0]) || !Double.isFinite(bounds[1])) {
      throw new IllegalArgumentException(
          "torch.histc: range of [%s, %s] is not finite"
              .formatted(number(bounds[0]), number(bounds[1])));
    }
    if (bounds[0] > bounds[1]) {
      throw new IllegalArgumentException("torch.histc: max must be larger than min");
    }
    int intervals = Creation.sizes(bins)[0];
    double[] values = (double[]) Dense.copy(self, DType.FLOAT64);
    double[] counts = spread(values, intervals, bounds[0], bounds[1]);
    return Creation.of(counts, self.dtype(), intervals);
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? "nan"
        : Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : "" + (float) value;
  }

  private static double[] bounds(Tensor self, double min, double max) {
    double low = min;
    double high = max;
    if (min == max && self.numel() > 0) {
      low = Conversions.detach(self).min().item();
      high = Conversions.detach(self).max().item();
    }
    return low == high ? new double[] {low - 1, high + 1} : new double[] {low, high};
  }

  private static double[] spread(double[] values, int bins, double low, double high) {
    double[] counts = new double[bins];
    for (double value : values) {
      if (value >= low && value <= high) {
        int bin = (int) ((value - low) * bins / (high - low));
        counts[Math.min(bin, bins - 1)]++;
      }
    }
    return counts;
  }

  /** The spread of elements over intervals of equal width. */
  public static HistogramResult histogram(
      Tensor self, long bins, double @Nullable [] range, @Nullable Tensor weight, boolean density) {
    requireFloating("histogramdd", self);
    requireBins(bins);
    double[] bounds = range == null ? outer(self) : range;
    if (bounds.length != 2) {
      throw new IllegalArgumentException(
          "torch.histogramdd: for a 1-dimensional histogram range should have 2 elements, but got "
              + bounds.length);
    }
    if (!Double.isFinite(bounds[0]) || !Double.isFinite(bounds[1])) {
      throw new IllegalArgumentException(
          "torch.histogramdd: dimension 0's range [%s, %s] is not finite"
              .formatted(number(bounds[0]), number(bounds[1])));
    }
    if (bounds[0] > bounds[1]) {
      throw new IllegalArgumentException(
          "torch.histogramdd: min should not exceed max, but got min %s max %s for dimension 0"
              .formatted(number(bounds[0]), number(bounds[1])));
    }
    if (bounds[0] == bounds[1]) {
      bounds = new double[] {bounds[0] - 0.5, bounds[1] + 0.5};
    }
    Tensor edges = Ranges.linspace(bounds[0], bounds[1], Limits.sum(bins, 1), self.dtype());
    return histogram(self, edges, weight, density);
  }

  private static double[] outer(Tensor self) {
    Tensor bare = Conversions.detach(self);
    return self.numel() == 0
        ? new double[] {0, 1}
        : new double[] {bare.min().item(), bare.max().item()};
  }

  /** The spread of elements over intervals between given bounds. */
  public static HistogramResult histogram(
      Tensor self, Tensor edges, @Nullable Tensor weight, boolean density) {
    requireFloating("histogramdd", self);
    checkEdges(self, edges, weight);
    double[] bounds = (double[]) Dense.copy(edges, DType.FLOAT64);
    double[] values = (double[]) Dense.copy(self, DType.FLOAT64);
    double[] weights = weight == null ? null : (double[]) Dense.copy(weight, DType.FLOAT64);
    double[] sums = new double[Math.max(0, bounds.length - 1)];
    long[] places =
        new Bisection(bounds.length, Math.max(1, values.length), true).places(bounds, values);
    for (int i = 0; i < values.length; i++) {
      boolean isLast = bounds.length > 0 && values[i] == bounds[bounds.length - 1];
      int bin = (int) places[i] - (isLast ? 2 : 1);
      if (bin >= 0 && bin < sums.length) {
        sums[bin] += weights == null ? 1 : weights[i];
      }
    }
    if (density) {
      normalise(sums, bounds);
    }
    Tensor hist = Creation.of(sums, self.dtype(), sums.length);
    return new HistogramResult(hist, Conversions.clone(Conversions.detach(edges)));
  }

  private static void normalise(double[] sums, double[] bounds) {
    double total = Arrays.stream(sums).sum();
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= total * (bounds[i + 1] - bounds[i]);
    }
  }

  private static void checkEdges(Tensor self, Tensor edges, @Nullable Tensor weight) {
    if (edges.dim() != 1) {
      throw new IllegalArgumentException(
          "torch.histogramdd: bins tensor should have one dimension, but got %d dimensions in the bins tensor for dimension 0"
              .formatted(edges.dim()));
    }
    if (edges.dtype() != self.dtype()) {
      throw new IllegalArgumentException(
          "torch.histogramdd: input tensor and bins tensors should have the same dtype, but got input with dtype %s and bins for dimension 0 with dtype %s"
              .formatted(self.dtype().scalarName(), edges.dtype().scalarName()));
    }
    if (weight != null && weight.numel() != self.numel()) {
      throw new IllegalArgumentException(
          "torch.histogramdd: if weight tensor is provided it should have the same shape as the input tensor excluding its innermost dimension, but got input with shape [%d, 1] and weight with shape [%d]"
              .formatted(self.numel(), weight.numel()));
    }
  }

  private static void requireBins(long bins) {
    if (bins <= 0) {
      throw new IllegalArgumentException(
          "torch.histogram(): bins must be > 0, but got " + bins + " for dimension 0");
    }
  }

  private static void requireFloating(String name, Tensor self) {
    if (!self.dtype().isFloatingPoint()) {
      throw new UnsupportedOperationException(
          "\"" + name + "\" not implemented for '" + self.dtype().title() + "'");
    }
  }
}
