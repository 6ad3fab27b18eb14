package dev.adjoint.kernels;

/**
 * Where values belong among the sorted ones of their row.
 *
 * @param width the length of a row of sorted values
 * @param perRow how many values belong to each row
 * @param right whether equal values come before the place
 */
public record Bisection(int width, int perRow, boolean right) {

  /**
   * Places of values.
   *
   * @param sorted rows in ascending order
   * @param values the values of all rows
   * @return one place per value, from 0 to the length of a row
   */
  public long[] places(double[] sorted, double[] values) {
    long[] places = new long[values.length];
    for (int i = 0; i < places.length; i++) {
      int start = i / perRow * width;
      int low = start;
      int high = start + width;
      while (low < high) {
        int middle = (low + high) >>> 1;
        double bound = sorted[middle];
        if (right ? bound > values[i] : bound >= values[i]) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      places[i] = (long) low - start;
    }
    return places;
  }

  /**
   * Places of integers.
   *
   * @param sorted rows in ascending order
   * @param values the values of all rows
   * @return one place per value, from 0 to the length of a row
   */
  public long[] places(long[] sorted, long[] values) {
    long[] places = new long[values.length];
    for (int i = 0; i < places.length; i++) {
      int start = i / perRow * width;
      int low = start;
      int high = start + width;
      while (low < high) {
        int middle = (low + high) >>> 1;
        long bound = sorted[middle];
        if (right ? bound > values[i] : bound >= values[i]) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      places[i] = (long) low - start;
    }
    return places;
  }
}
