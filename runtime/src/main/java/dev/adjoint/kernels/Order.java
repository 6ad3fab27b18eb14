package dev.adjoint.kernels;

/** The order of the elements of each row of a dense matrix; NaN counts as the largest. */
public final class Order {

  private Order() {}

  /**
   * Columns in the order of their keys, equal ones as they come.
   *
   * @param keys a matrix in row-major order, of integers or of {@link RowOrder#keys}
   * @param columns number of columns
   * @param descending whether the largest comes first
   * @return columns, a matrix of the same shape
   */
  public static long[] sorted(long[] keys, int columns, boolean descending) {
    long[] out = new long[keys.length];
    long[] row = new long[columns];
    for (int from = 0; from < keys.length; from += columns) {
      for (int column = 0; column < columns; column++) {
        row[column] = descending ? ~keys[from + column] : keys[from + column];
      }
      int[] order = RowOrder.sorted(row, columns, 1);
      for (int column = 0; column < columns; column++) {
        out[from + column] = order[column];
      }
    }
    return out;
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
   * @param keys a matrix in row-major order
   * @param columns number of columns, at least 1
   * @param floating whether the keys stand for floating-point numbers
   * @param ignoresNan whether NaN are left out where there are other elements
   * @return one column per row
   */
  public static long[] median(long[] keys, int columns, boolean floating, boolean ignoresNan) {
    long[] order = sorted(keys, columns, false);
    long[] out = new long[keys.length / columns];
    for (int row = 0; row < out.length; row++) {
      int from = row * columns;
      int numbers = columns;
      while (floating && numbers > 0 && at(keys, order, from, numbers - 1) == RowOrder.NAN) {
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
   * @param keys a matrix in row-major order
   * @param columns number of columns, at least 1
   * @param floating whether the keys stand for floating-point numbers, of which NaN equals nothing
   * @return one column per row
   */
  public static long[] mode(long[] keys, int columns, boolean floating) {
    long[] order = sorted(keys, columns, false);
    long[] out = new long[keys.length / columns];
    for (int row = 0; row < out.length; row++) {
      int from = row * columns;
      int longest = 0;
      int run = 0;
      for (int i = 0; i < columns; i++) {
        long key = at(keys, order, from, i);
        boolean isNan = floating && key == RowOrder.NAN;
        boolean continues = i > 0 && !isNan && key == at(keys, order, from, i - 1);
        run = continues ? run + 1 : 1;
        boolean same = !isNan && key == keys[from + (int) out[row]];
        if (run > longest || (run == longest && same)) {
          longest = run;
          out[row] = order[from + i];
        }
      }
    }
    return out;
  }

  private static long at(long[] keys, long[] order, int from, int i) {
    return keys[from + (int) order[from + i]];
  }
}
