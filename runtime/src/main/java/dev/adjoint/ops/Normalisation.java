package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.nn.BatchStatistics;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Elements brought to mean 0 and variance 1, and other divisions by a norm. */
public final class Normalisation {

  private Normalisation() {}

  /** The last dimensions, of the given sizes. */
  public static int[] last(Tensor input, long... sizes) {
    int first = input.dim() - sizes.length;
    boolean fits =
        first >= 0 && Arrays.equals(Arrays.copyOfRange(input.shape(), first, input.dim()), sizes);
    if (!fits || sizes.length == 0) {
      throw new IllegalArgumentException(
          "Given normalized_shape=%s, expected input with shape [*, %s], but got input of size %s"
              .formatted(
                  Arrays.toString(sizes),
                  Arrays.toString(sizes).replaceAll("[\\[\\]]", ""),
                  Arrays.toString(input.shape())));
    }
    return IntStream.range(first, input.dim()).toArray();
  }

  /** Mean 0 and variance 1 over dimensions. */
  public static Tensor standard(Tensor input, int[] dims, double eps) {
    Tensor centred = input.sub(input.mean(dims, true));
    return centred.mul(centred.square().mean(dims, true).add(eps).rsqrt());
  }

  /** Scaled and moved, where asked for. */
  public static Tensor affine(Tensor input, @Nullable Tensor weight, @Nullable Tensor bias) {
    Tensor scaled = weight == null ? input : input.mul(weight);
    return bias == null ? scaled : scaled.add(bias);
  }

  /** Groups of channels of each row by themselves; factors and addends are the channels'. */
  public static Tensor group(
      Tensor input, int groups, double eps, @Nullable Tensor weight, @Nullable Tensor bias) {
    long channels = input.size(1);
    if (groups <= 0 || channels % groups != 0) {
      throw new IllegalArgumentException(
          "Expected number of channels in input to be divisible by num_groups, but got input of"
              + " shape %s and num_groups=%d".formatted(Arrays.toString(input.shape()), groups));
    }
    if (input.numel() == 0) {
      return affine(input, channels(input, weight), channels(input, bias));
    }
    long size = input.numel() / input.size(0) / groups;
    Tensor grouped = input.reshape(input.size(0), groups, size);
    Tensor standard = standard(grouped, new int[] {2}, eps).reshape(input.shape());
    return affine(standard, channels(input, weight), channels(input, bias));
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
    long[] shape = new long[input.dim()];
    Arrays.fill(shape, 1);
    shape[1] = numbers.numel();
    return numbers.reshape(shape);
  }

  /** The cosine of the angle between vectors along a dimension. */
  public static Tensor cosine(Tensor first, Tensor second, int dim, double eps) {
    Tensor[] same = {first.add(second.mul(0)), second.add(first.mul(0))};
    int[] dims = {dim};
    Tensor left = same[0].div(same[0].norm(2, dims, true).clampMin(eps));
    Tensor right = same[1].div(same[1].norm(2, dims, true).clampMin(eps));
    return left.mul(right).sum(dims, false);
  }

  /** The mean of squares over neighbouring channels, those beyond the edge taken as 0. */
  public static Tensor localResponse(Tensor input, int size) {
    if (input.dim() < 3) {
      throw new IllegalArgumentException(
          "Expected 3D or higher dimensionality input (got %d dimensions)".formatted(input.dim()));
    }
    Tensor square = input.square();
    Tensor before = edge(square, size / 2);
    Tensor after = edge(square, (size - 1) / 2);
    Tensor padded = Tensor.cat(new Tensor[] {before, square, after}, 1);
    return padded.unfold(1, size, 1).mean(new int[] {-1}, false);
  }

  private static Tensor edge(Tensor like, long channels) {
    long[] shape = like.shape();
    shape[1] = channels;
    return Tensor.zeros(like.dtype(), shape);
  }
}
