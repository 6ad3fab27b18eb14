package dev.adjoint.kernels;

import java.util.Arrays;

/**
 * The windows that slide over one dimension, cut off at its ends.
 *
 * @param from for each window the first element inside the dimension
 * @param to for each window where it ends, exclusive
 * @param covered for each window how many elements it covers, those of the padding included
 * @param step the distance between elements of a window
 * @param size the number of elements of the dimension
 */
public record Spans(int[] from, int[] to, int[] covered, int step, int size) {

  /**
   * Windows at equal distances.
   *
   * @param size the number of elements
   * @param side the window in this dimension
   * @param count the number of windows
   * @return the windows
   */
  public static Spans sliding(int size, WindowSide side, int count) {
    int[] from = new int[count];
    int[] to = new int[count];
    int[] covered = new int[count];
    int step = side.dilation();
    for (int i = 0; i < count; i++) {
      int start = i * side.stride() - side.padding();
      int end = start + (side.kernel() - 1) * step + 1;
      covered[i] = Math.min(end, size + side.padding()) - start;
      from[i] = start < 0 ? start + (step - 1 - start) / step * step : start;
      to[i] = Math.max(from[i], Math.min(end, size));
    }
    return new Spans(from, to, covered, step, size);
  }

  /**
   * Windows that share the elements out as evenly as possible.
   *
   * @param size the number of elements
   * @param count the number of windows
   * @return the windows
   */
  public static Spans adaptive(int size, int count) {
    int[] from = new int[count];
    int[] to = new int[count];
    int[] covered = new int[count];
    for (int i = 0; i < count; i++) {
      from[i] = (int) ((long) i * size / count);
      to[i] = (int) (((i + 1L) * size + count - 1) / count);
      covered[i] = to[i] - from[i];
    }
    return new Spans(from, to, covered, 1, size);
  }

  /**
   * The only window of a dimension of size 1.
   *
   * @return one window over one element
   */
  public static Spans single() {
    return adaptive(1, 1);
  }

  /**
   * The number of windows.
   *
   * @return the number of results
   */
  public int count() {
    return from.length;
  }

  /**
   * Sums over the windows, which have no gaps.
   *
   * @param divisors what each sum is divided by
   * @return a map of this dimension
   */
  public Band sums(double[] divisors) {
    int[] first = new int[from.length];
    double[][] weights = new double[from.length][];
    for (int i = 0; i < from.length; i++) {
      first[i] = Math.min(from[i], size);
      weights[i] = new double[Math.max(0, to[i] - from[i])];
      Arrays.fill(weights[i], 1 / divisors[i]);
    }
    return new Band(first, weights, size);
  }
}
