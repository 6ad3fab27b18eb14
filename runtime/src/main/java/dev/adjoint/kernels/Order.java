package dev.adjoint.kernels;

import java.util.Arrays;

/** The order of the elements of each row of a dense matrix; NaN counts as the largest. */
public final class Order {

  private Order() {}

  /**
   * Columns in the order of their elements, equal ones as they come.
   *
   * @param x a matrix in row-major order
   * @param columns number of columns
   * @param descending whether the largest comes first
   * @return columns, a matrix of the same shape
   */
  public static long[] sorted(double[] x, int columns, boolean descending) {
    long[] out = new long[x.length];
    Integer[] order = new Integer[columns];
    for (int from = 0; from < x.length; from += columns) {
      int start = from;
      Arrays.setAll(order, column -> column);
      Arrays.sort(
          order,
          (a, b) ->
              descending
                  ? compare(x[start + b], x[start + a])
                  : compare(x[start + a], x[start + b]));
      for (int column = 0; column < columns; column++) {
        out[from + column] = order[column];
      }
    }
    return out;
  }

  // Zeros of either sign are equal, unlike for Double.compare.
  private static int compare(double a, double b) {
    return a == b ? 0 : Double.compare(a, b);
  }

  /**
   * The first few columns of each row.
   *
   * @param order a matrix in row-major order
   * @param columns number of columns
   * @param from the first column kept
   * @param count how many are kept
   * @return a matrix with {@code count} columns
   */
  public static long[] part(long[] order, int columns, int from, int count) {
    int rows = columns == 0 ? 0 : order.length / columns;
    long[] out = new long[rows * count];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(order, row * columns + from, out, row * count, count);
    }
    return out;
  }

  /**
   * The column of the median of each row: the lower one of two, or the first NaN.
   *
   * @param x a matrix in row-major order
   * @param columns number of columns, at least 1
   * @param ignoresNan whether NaN are left out where there are other elements
   * @return one column per row
   */
  public static long[] median(double[] x, int columns, boolean ignoresNan) {
    long[] order = sorted(x, columns, false);
    long[] out = new long[x.length / columns];
    for (int row = 0; row < out.length; row++) {
      int from = row * columns;
      int numbers = columns;
      while (numbers > 0 && Double.isNaN(x[from + (int) order[from + numbers - 1]])) {
        numbers--;
      }
      boolean poisoned = numbers < columns && (!ignoresNan || numbers == 0);
      out[row] = poisoned ? order[from + numbers] : order[from + (numbers - 1) / 2];
    }
    return out;
  }

  /**
   * The last column of the most frequent element of each row, of the smallest if several are.
   *
   * @param x a matrix in row-major order
   * @param columns number of columns, at least 1
   * @return one column per row
   */
  public static long[] mode(double[] x, int columns) {
    long[] order = sorted(x, columns, false);
    long[] out = new long[x.length / columns];
    for (int row = 0; row < out.length; row++) {
      int from = row * columns;
      int longest = 0;
      int run = 0;
      for (int i = 0; i < columns; i++) {
        boolean continues = i > 0 && at(x, order, from, i) == at(x, order, from, i - 1);
        run = continues ? run + 1 : 1;
        if (run >= longest && (run > longest || continuesBest(x, order, from, i, (int) out[row]))) {
          longest = run;
          out[row] = order[from + i];
        }
      }
    }
    return out;
  }

  private static boolean continuesBest(double[] x, long[] order, int from, int i, int best) {
    return at(x, order, from, i) == x[from + best];
  }

  private static double at(double[] x, long[] order, int from, int i) {
    return x[from + (int) order[from + i]];
  }
}
