package dev.adjoint.kernels;

/** The lexicographic order of the rows of a dense matrix. */
public final class RowOrder {
  /** The key of NaN, the largest. */
  public static final long NAN = Double.doubleToLongBits(Double.NaN);

  private RowOrder() {}

  /**
   * Keys whose order as integers is that of floating-point numbers; zeros of either sign are equal,
   * NaN comes last.
   *
   * @param values the numbers
   * @return one key per number
   */
  public static long[] keys(double[] values) {
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      long bits = Double.doubleToLongBits(values[i] + 0.0);
      keys[i] = bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }
    return keys;
  }

  /**
   * Rows in order, equal ones as they come.
   *
   * @param keys a matrix in row-major order
   * @param rows the number of rows
   * @param width the length of a row
   * @return the numbers of the rows
   */
  public static int[] sorted(long[] keys, int rows, int width) {
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      order[i] = i;
    }
    int[] from = order;
    int[] to = new int[rows];
    for (int run = 1; run < rows && run > 0; run *= 2) {
      for (int start = 0; start < rows; start += 2 * run) {
        merge(keys, width, from, to, start, run);
      }
      int[] other = from;
      from = to;
      to = other;
    }
    return from;
  }

  private static void merge(long[] keys, int width, int[] from, int[] to, int start, int run) {
    int middle = Math.min(start + run, from.length);
    int end = Math.min(start + 2 * run, from.length);
    int left = start;
    int right = middle;
    for (int at = start; at < end; at++) {
      boolean takesLeft =
          left < middle && (right >= end || compare(keys, width, from[left], from[right]) <= 0);
      to[at] = takesLeft ? from[left++] : from[right++];
    }
  }

  private static int compare(long[] keys, int width, int a, int b) {
    for (int i = 0; i < width; i++) {
      int order = Long.compare(keys[a * width + i], keys[b * width + i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /**
   * Whether two rows are equal.
   *
   * @param keys a matrix in row-major order
   * @param width the length of a row
   * @param a a row
   * @param b another
   * @param floating whether the keys stand for floating-point numbers, of which NaN equals nothing
   * @return true if all keys are equal
   */
  public static boolean equal(long[] keys, int width, int a, int b, boolean floating) {
    for (int i = 0; i < width; i++) {
      long key = keys[a * width + i];
      if (key != keys[b * width + i] || (floating && key == NAN)) {
        return false;
      }
    }
    return true;
  }
}
