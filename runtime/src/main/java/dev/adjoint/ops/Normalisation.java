package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.autograd.Recording;
import dev.adjoint.kernels.FloatStandard;
import dev.adjoint.kernels.Layout;
import dev.adjoint.nn.BatchStatistics;
import dev.adjoint.nn.Divisor;
import dev.adjoint.nn.Padding;
import dev.adjoint.nn.Window;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Elements brought to mean 0 and variance 1, and other divisions by a norm. */
public final class Normalisation {

  /** Shorter rows are better taken all at once. */
  private static final int LONG_ROW = 32;

  private Normalisation() {}

  /** The last dimensions, of the given sizes. */
  public static int[] last(Tensor input, long... sizes) {
    if (sizes.length == 0) {
      throw new IllegalArgumentException(
          "Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one"
              + " element, but got normalized_shape = []");
    }
    int first = input.dim() - sizes.length;
    boolean fits =
        first >= 0 && Arrays.equals(Arrays.copyOfRange(input.shape(), first, input.dim()), sizes);
    if (!fits) {
      throw new IllegalArgumentException(
          "Given normalized_shape=%s, expected input with shape [*, %s], but got input of size%s"
              .formatted(
                  Arrays.toString(sizes),
                  Arrays.toString(sizes).replaceAll("[\\[\\]]", ""),
                  Arrays.toString(input.shape())));
    }
    return IntStream.range(first, input.dim()).toArray();
  }

  /** Mean 0 and variance 1 over dimensions. */
  public static Tensor standard(Tensor input, int[] dims, double eps) {
    int columns = rowLength(input, dims);
    if (columns >= LONG_ROW && !Recording.isNeeded(input)) {
      return standardRows(input, columns, eps);
    }
    Tensor centred = input.sub(input.mean(dims, true));
    return centred.mul(centred.square().mean(dims, true).add(eps).rsqrt());
  }

  /** The length of a row, if the dimensions are the last ones: one run of elements; else 0. */
  private static int rowLength(Tensor input, int[] dims) {
    int first = input.dim() - dims.length;
    int length = input.dtype() == DType.FLOAT32 ? 1 : 0;
    for (int i = 0; i < dims.length; i++) {
      length = dims[i] == first + i ? length * input.layout().sizes()[dims[i]] : 0;
    }
    return length;
  }

  private static Tensor standardRows(Tensor input, int columns, double eps) {
    Layout shape = Broadcast.dense(input.layout());
    float[] values = Dense.floats(input, shape);
    float[] result = FloatStandard.ofRows(values, shape.count() / columns, columns, eps);
    return Dense.tensor(result, DType.FLOAT32, shape);
  }

  /** One over the root of the mean of squares over dimensions. */
  public static Tensor rootMean(Tensor input, int[] dims, double eps) {
    return PlainNumbers.add(input.square().mean(dims, true), eps).rsqrt();
  }

  /** Scaled and moved, where asked for. */
  public static Tensor affine(Tensor input, @Nullable Tensor weight, @Nullable Tensor bias) {
    Tensor scaled = weight == null ? input : input.mul(weight);
    return bias == null ? scaled : scaled.add(bias);
  }

  /** Groups of channels of each row by themselves. */
  public static Tensor group(Tensor input, int groups, double eps) {
    return input.numel() == 0
        ? input.clone()
        : standard(grouped(input, groups), new int[] {2}, eps).reshape(input.shape());
  }

  /** A batch as rows of groups. */
  public static Tensor grouped(Tensor input, int groups) {
    return input.reshape(input.size(0), groups, input.numel() / input.size(0) / groups);
  }

  /** Channels normalised by running statistics, which are constants. */
  public static Tensor running(Tensor input, BatchStatistics statistics) {
    Tensor mean = required(input, "mean", statistics.mean());
    return input.sub(mean).mul(runningScale(input, statistics));
  }

  /** One over the running standard deviation of each channel. */
  public static Tensor runningScale(Tensor input, BatchStatistics statistics) {
    return required(input, "var", statistics.variance()).add(statistics.eps()).rsqrt();
  }

  private static Tensor required(Tensor input, String name, @Nullable Tensor running) {
    Tensor numbers = channels(input, running);
    if (numbers == null) {
      throw new IllegalArgumentException(
          "running_%s must be defined in evaluation mode".formatted(name));
    }
    return numbers.detach();
  }

  /** Channels over a whole batch; factors and addends are the channels'. */
  public static Tensor batch(
      Tensor input, @Nullable Tensor weight, @Nullable Tensor bias, BatchStatistics statistics) {
    return new BatchNormalisation(input, statistics).apply(weight, bias);
  }

  /** A number for each channel, in a shape that broadcasts. */
  public static @Nullable Tensor channels(Tensor input, @Nullable Tensor numbers) {
    if (numbers == null) {
      return null;
    }
    if (input.dim() < 2) {
      throw new IllegalArgumentException(
          "expected at least 2 dimensions, batch and channels, but got " + input.dim());
    }
    long[] shape = new long[input.dim()];
    Arrays.fill(shape, 1);
    shape[1] = numbers.numel();
    return numbers.reshape(shape);
  }

  /** The cosine of the angle between vectors along a dimension. */
  public static Tensor cosine(Tensor first, Tensor second, int dim, double eps) {
    DType dtype = DType.promote(first.dtype(), second.dtype());
    if (!dtype.isFloatingPoint()) {
      throw new IllegalArgumentException(
          "expected common dtype to be floating point, yet common dtype is " + dtype.title());
    }
    Tensor[] same = Tensor.broadcastTensors(first.to(dtype), second.to(dtype));
    return unit(same[0], dim, eps).mul(unit(same[1], dim, eps)).sum(dim, false);
  }

  /** The bound of the norm is not differentiated, as in PyTorch. */
  private static Tensor unit(Tensor vectors, int dim, double eps) {
    Tensor norm = vectors.norm(2, new int[] {dim}, true).clone();
    try (var _ = GradMode.set(false)) {
      Clamping.clampInPlace(norm, Scalar.of(eps), null);
    }
    return vectors.div(norm);
  }

  /**
   * Divided by a power of the mean of squares over neighbouring channels, those beyond the edge
   * taken as 0.
   */
  public static Tensor localResponse(Tensor input, int size, double alpha, double beta, double k) {
    if (input.dim() < 3) {
      throw new IllegalArgumentException(
          "Expected 3D or higher dimensionality input (got %d dimensions)".formatted(input.dim()));
    }
    if (input.numel() == 0) {
      return input;
    }
    Tensor squares = input.mul(input);
    Tensor means = input.dim() == 3 ? ofLines(squares, size) : ofImages(squares, size);
    return input.div(means.mul(alpha).add(k).pow(beta));
  }

  private static Tensor ofLines(Tensor squares, int size) {
    long[] widths = {0, 0, size / 2, (size - 1) / 2};
    Tensor padded = Pads.pad(squares.unsqueeze(1), widths, Padding.CONSTANT, 0);
    Window window = Window.of(size, 1).withStride(1);
    return Pools.average(padded, 2, window, Divisor.WINDOW).squeeze(1);
  }

  private static Tensor ofImages(Tensor squares, int size) {
    long[] widths = {0, 0, 0, 0, size / 2, (size - 1) / 2};
    Tensor images = squares.view(squares.size(0), 1, squares.size(1), squares.size(2), -1);
    Tensor padded = Pads.pad(images, widths, Padding.CONSTANT, 0);
    Window window = Window.of(size, 1, 1).withStride(1);
    return Pools.average(padded, 3, window, Divisor.WINDOW).squeeze(1).view(squares.shape());
  }
}
