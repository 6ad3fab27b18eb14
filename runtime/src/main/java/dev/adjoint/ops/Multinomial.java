package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Indices drawn with given weights. Without replacement: the largest quotients of weights and
 * exponentially distributed numbers (Efraimidis and Spirakis 2006). With replacement: by bisection
 * of the running sum.
 */
public final class Multinomial {
  private Multinomial() {}

  /** Draws from each row. */
  public static Tensor draw(Tensor weights, int samples, boolean replacement, Generator generator) {
    check(weights, samples, replacement);
    int categories = (int) weights.size(-1);
    int rows = categories == 0 ? 0 : (int) weights.numel() / categories;
    Limits.elements("the samples", rows, samples);
    double[] values = (double[]) Dense.copy(weights, DType.FLOAT64);
    checkValues(values, rows, categories);
    boolean isSingle = weights.dtype() == DType.FLOAT32;
    long[] drawn =
        replacement && samples > 1
            ? repeated(values, rows, samples, new Weights(categories, isSingle), generator)
            : distinct(values, rows, samples, new Weights(categories, isSingle), generator);
    int[] sizes = weights.dim() == 1 ? new int[] {samples} : new int[] {rows, samples};
    return Dense.tensor(drawn, DType.INT64, Layout.dense(sizes));
  }

  /** The shape of the weights: their number in a row, and their type. */
  private record Weights(int categories, boolean isSingle) {
    double rounded(double value) {
      return isSingle ? (float) value : value;
    }
  }

  private static void check(Tensor weights, int samples, boolean replacement) {
    if (weights.dim() < 1 || weights.dim() > 2) {
      throw new IllegalArgumentException("prob_dist must be 1 or 2 dim");
    }
    if (!weights.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "multinomial only supports floating-point dtypes for input, got: "
              + weights.dtype().title());
    }
    if (samples <= 0) {
      throw new IllegalArgumentException("cannot sample n_sample <= 0 samples");
    }
    if (!replacement && samples > weights.size(-1)) {
      throw new IllegalArgumentException(
          "cannot sample n_sample > prob_dist.size(-1) samples without replacement");
    }
  }

  private static void checkValues(double[] values, int rows, int categories) {
    for (double value : values) {
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "probability tensor contains either `inf`, `nan` or element < 0");
      }
    }
    for (int row = 0; row < rows; row++) {
      int from = row * categories;
      if (Arrays.stream(values, from, from + categories).allMatch(value -> value == 0)) {
        throw new IllegalArgumentException(
            "invalid multinomial distribution (sum of probabilities <= 0)");
      }
    }
  }

  private static long[] distinct(
      double[] values, int rows, int samples, Weights weights, Generator generator) {
    double[] keys =
        Draws.doubles(values.length, generator, source -> -Math.log1p(-source.nextDouble()));
    for (int i = 0; i < keys.length; i++) {
      keys[i] = weights.rounded(values[i] / weights.rounded(keys[i]));
    }
    long[] drawn = new long[rows * samples];
    for (int row = 0; row < rows; row++) {
      int from = row * weights.categories();
      int[] best =
          IntStream.range(0, weights.categories())
              .boxed()
              .sorted(Comparator.comparingDouble(k -> -keys[from + k]))
              .limit(samples)
              .mapToInt(Integer::intValue)
              .toArray();
      for (int k = 0; k < samples; k++) {
        drawn[row * samples + k] = best[k];
      }
    }
    return drawn;
  }

  private static long[] repeated(
      double[] values, int rows, int samples, Weights weights, Generator generator) {
    long[] drawn = new long[rows * samples];
    synchronized (generator) {
      for (int row = 0; row < rows; row++) {
        double[] sums = runningSums(values, row * weights.categories(), weights);
        for (int k = 0; k < samples; k++) {
          drawn[row * samples + k] = firstFrom(sums, generator.nextDouble());
        }
      }
    }
    return drawn;
  }

  /** Running sums over the whole, so that the last is 1. */
  private static double[] runningSums(double[] values, int from, Weights weights) {
    double[] sums = new double[weights.categories()];
    double sum = 0;
    for (int k = 0; k < sums.length; k++) {
      sum = weights.rounded(sum + values[from + k]);
      sums[k] = sum;
    }
    for (int k = 0; k < sums.length; k++) {
      sums[k] = weights.rounded(sums[k] / sum);
    }
    sums[sums.length - 1] = 1;
    return sums;
  }

  private static int firstFrom(double[] sums, double bound) {
    int low = 0;
    int high = sums.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
