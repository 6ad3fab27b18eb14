package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.MaxResult;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavedTensor;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.PoolingDerivatives;
import dev.adjoint.kernels.Band;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.MaxPlaces;
import dev.adjoint.kernels.Spans;
import dev.adjoint.nn.Divisor;
import dev.adjoint.nn.Window;
import java.util.Arrays;

/** Averages and largest elements of windows, over the last one to three dimensions. */
public final class Pools {

  private static final int RANKS = 3;

  private Pools() {}

  /** The average of each window. */
  public static Tensor average(Tensor input, int rank, Window window, Divisor divisor) {
    if (divisor instanceof Divisor.Constant(long value) && value == 0) {
      throw new IllegalArgumentException("divisor must be not zero");
    }
    String name = "avg_pool" + rank + "d";
    Spans[] spans = new PoolWindows(name, input, rank).sliding(window.withDilation(1));
    return input.dtype().isFloatingPoint()
        ? resampled("AvgPool", input, averages(spans, divisor))
        : integers(name, input, spans, divisor);
  }

  /** As in PyTorch, lines are images of height 1. */
  private static Tensor resampled(String name, Tensor input, Band... bands) {
    return bands.length == 1
        ? Resampling.apply(name + "2D", input.unsqueeze(-2), bands).squeeze(-2)
        : Resampling.apply(name + bands.length + "D", input, bands);
  }

  /** The transpose of {@link #average}: gradients handed back to the elements of each window. */
  public static Tensor spread(
      Tensor gradOutput, Tensor input, int rank, Window window, Divisor divisor) {
    PoolWindows windows = new PoolWindows("avg_pool" + rank + "d", input, rank);
    Spans[] spans = windows.sliding(window.withDilation(1));
    String name = "AvgPool" + rank + "DBackward";
    return Resampling.apply(name, gradOutput, Resampling.transposed(averages(spans, divisor)));
  }

  /** The divisor is the product of one of each dimension. */
  private static Band[] averages(Spans[] spans, Divisor divisor) {
    Band[] bands = new Band[spans.length];
    for (int d = 0; d < spans.length; d++) {
      bands[d] = spans[d].sums(divisors(spans[d], divisor, d));
    }
    return bands;
  }

  private static double[] divisors(Spans spans, Divisor divisor, int dim) {
    double[] divisors = new double[spans.count()];
    for (int i = 0; i < divisors.length; i++) {
      divisors[i] =
          switch (divisor) {
            case Divisor.Constant(long value) -> dim == 0 ? value : 1;
            case Divisor.Count(boolean countsPadding) ->
                countsPadding ? spans.covered()[i] : Math.max(1, spans.to()[i] - spans.from()[i]);
          };
    }
    return divisors;
  }

  /** Averages of integers, rounded towards zero. */
  private static Tensor integers(String name, Tensor input, Spans[] spans, Divisor divisor) {
    if (input.dtype() != DType.INT64) {
      throw new UnsupportedOperationException(
          "\"%s\" not implemented for '%s'".formatted(name, input.dtype().title()));
    }
    Tensor sums = Resampling.apply(name, input, averages(spans, Divisor.of(1)));
    Tensor counts = Tensor.ones(DType.INT64);
    for (int d = 0; d < spans.length; d++) {
      Tensor each = Tensor.tensor(divisors(spans[d], divisor, d)).to(DType.INT64);
      counts = counts.unsqueeze(-1).mul(each);
    }
    return sums.div(counts, "trunc");
  }

  /** Averages of as many windows as wanted. */
  public static Tensor adaptiveAverage(Tensor input, int rank, long... outputSize) {
    return resampled("AdaptiveAvgPool", input, adaptiveAverages(input, rank, outputSize));
  }

  /** The transpose of {@link #adaptiveAverage}. */
  public static Tensor adaptiveSpread(
      Tensor gradOutput, Tensor input, int rank, long... outputSize) {
    Band[] bands = Resampling.transposed(adaptiveAverages(input, rank, outputSize));
    return Resampling.apply("AdaptiveAvgPool" + rank + "DBackward", gradOutput, bands);
  }

  private static Band[] adaptiveAverages(Tensor input, int rank, long... outputSize) {
    String name = "adaptive_avg_pool" + rank + "d";
    if (rank > 1 && input.dim() <= rank) {
      throw new IllegalArgumentException("Input dimension should be at least " + (rank + 1));
    }
    Spans[] spans = new PoolWindows(name, input, rank).adaptive(outputSize);
    requireFloating(input, name);
    return averages(spans, Divisor.ELEMENTS);
  }

  private static void requireFloating(Tensor input, String name) {
    if (!input.dtype().isFloatingPoint()) {
      throw new UnsupportedOperationException(
          "\"%s\" not implemented for '%s'".formatted(name, input.dtype().title()));
    }
  }

  /** The largest element of each window, and its place. */
  public static MaxResult max(Tensor input, int rank, Window window) {
    Spans[] spans = new PoolWindows("max_pool" + rank + "d", input, rank).sliding(window);
    return largestOf("MaxPool%dDWithIndicesBackward0", input, spans);
  }

  /** The largest element of each of as many windows as wanted, and its place. */
  public static MaxResult adaptiveMax(Tensor input, int rank, long... outputSize) {
    String name = "adaptive_max_pool" + rank + "d";
    Spans[] spans = new PoolWindows(name, input, rank).adaptive(outputSize);
    requireFloating(input, name);
    return largestOf("AdaptiveMaxPool%dDBackward0", input, spans);
  }

  private static MaxResult largestOf(String name, Tensor input, Spans... spans) {
    if (spans.length > 1) {
      return largest(name.formatted(spans.length), input, spans);
    }
    MaxResult found = largest(name.formatted(2), input.unsqueeze(-2), spans);
    return new MaxResult(found.values().squeeze(-2), found.indices().squeeze(-2));
  }

  private static MaxResult largest(String name, Tensor input, Spans... spans) {
    int rank = spans.length;
    int[] sizes = input.layout().sizes().clone();
    int lead = sizes.length - rank;
    int images = Layout.countOf(Arrays.copyOf(sizes, lead));
    double[] elements = Dense.doubles(input, Broadcast.dense(input.layout()));
    long[] places = MaxPlaces.of(elements, images, three(spans));
    for (int d = 0; d < rank; d++) {
      sizes[lead + d] = spans[d].count();
    }
    Tensor indices = Dense.tensor(places, DType.INT64, Layout.dense(sizes));
    Tensor values = picked(Conversions.detach(input), indices, rank);
    if (!Recording.isNeeded(input)) {
      return new MaxResult(values, indices);
    }
    SavedTensor kept = SavedTensor.of(indices);
    UnaryNode node =
        new UnaryNode(
            name,
            Reads.NOTHING,
            (g, s, r) -> PoolingDerivatives.placed(g, s, kept.unpack(), rank),
            input);
    return new MaxResult(node.record(values), indices);
  }

  /** Dimensions that are not there have one window over one element. */
  private static Spans[] three(Spans... spans) {
    Spans[] all = new Spans[RANKS];
    Arrays.fill(all, Spans.single());
    System.arraycopy(spans, 0, all, RANKS - spans.length, spans.length);
    return all;
  }

  private static Tensor picked(Tensor input, Tensor indices, int rank) {
    long[] shape = indices.shape();
    return flat(input, rank).gather(1, flat(indices, rank)).reshape(shape);
  }

  /** Images as rows. */
  public static Tensor flat(Tensor images, int rank) {
    int[] sizes = images.layout().sizes();
    int lead = sizes.length - rank;
    long rows = Layout.countOf(Arrays.copyOf(sizes, lead));
    return images.reshape(rows, Layout.countOf(Arrays.copyOfRange(sizes, lead, sizes.length)));
  }
}
