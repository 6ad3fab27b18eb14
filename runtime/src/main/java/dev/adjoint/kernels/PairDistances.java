package dev.adjoint.kernels;

/** Distances between the rows of matrices. */
public final class PairDistances {
  private PairDistances() {}

  /**
   * The distance of every row of one matrix to every row of another.
   *
   * @param a the first matrix in row-major order
   * @param aRows its rows
   * @param b the second
   * @param bRows its rows
   * @param columns the columns of both
   * @param p the norm
   * @return {@code aRows x bRows} distances in row-major order, for each pair of matrices
   */
  public static double[] all(double[] a, int aRows, double[] b, int bRows, int columns, double p) {
    int batch = aRows == 0 || columns == 0 ? 0 : a.length / (aRows * columns);
    double[] distances = new double[batch * aRows * bRows];
    for (int i = 0; i < distances.length; i++) {
      int row = i / bRows;
      int other = row / aRows * bRows + i % bRows;
      distances[i] = distance(a, row * columns, b, other * columns, columns, p);
    }
    return distances;
  }

  private static double distance(double[] a, int aAt, double[] b, int bAt, int columns, double p) {
    double sum = 0;
    for (int c = 0; c < columns; c++) {
      double difference = Math.abs(a[aAt + c] - b[bAt + c]);
      sum = p == Double.POSITIVE_INFINITY ? Math.max(sum, difference) : sum + term(difference, p);
    }
    return p == 0 || p == 1 || p == Double.POSITIVE_INFINITY
        ? sum
        : p == 2 ? Math.sqrt(sum) : Math.pow(sum, 1 / p);
  }

  private static double term(double difference, double p) {
    if (p == 2) {
      return difference * difference;
    }
    if (p == 1) {
      return difference;
    }
    return p == 0 ? (difference == 0 ? 0 : 1) : Math.pow(difference, p);
  }
}
