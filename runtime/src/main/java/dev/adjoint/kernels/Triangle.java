package dev.adjoint.kernels;

/**
 * A triangular matrix to solve with; the entries on the other side of the diagonal are not read.
 *
 * @param entries the matrix
 * @param n its order
 * @param upper whether the triangle is the upper one
 * @param unit whether the diagonal counts as ones, whatever it holds
 */
public record Triangle(Matrix<double[]> entries, int n, boolean upper, boolean unit) {

  /**
   * The transpose, read where the matrix lies.
   *
   * @return a triangle of the other side
   */
  public Triangle transposed() {
    return new Triangle(entries.transposed(), n, !upper, unit);
  }

  /**
   * Solves {@code T X = B} by substitution. A zero on the diagonal gives infinities, not an error.
   *
   * @param b the right-hand side with n rows, overwritten by the solution
   * @param columns the number of its columns
   */
  public void solve(Matrix<double[]> b, int columns) {
    for (int step = 0; step < n; step++) {
      int row = upper ? n - 1 - step : step;
      int first = upper ? row + 1 : 0;
      int end = upper ? n : row;
      for (int other = first; other < end; other++) {
        subtract(b, columns, row, other);
      }
      if (!unit) {
        divide(b, columns, row);
      }
    }
  }

  private void subtract(Matrix<double[]> b, int columns, int row, int other) {
    double factor = entry(row, other);
    double[] x = b.values();
    int to = b.offset() + row * b.rowStride();
    int from = b.offset() + other * b.rowStride();
    int stride = b.columnStride();
    if (stride == 1) {
      for (int c = 0; c < columns; c++) {
        x[to + c] -= factor * x[from + c];
      }
      return;
    }
    for (int c = 0; c < columns; c++) {
      x[to + c * stride] -= factor * x[from + c * stride];
    }
  }

  private void divide(Matrix<double[]> b, int columns, int row) {
    double pivot = entry(row, row);
    int at = b.offset() + row * b.rowStride();
    for (int c = 0; c < columns; c++) {
      b.values()[at + c * b.columnStride()] /= pivot;
    }
  }

  private double entry(int row, int column) {
    return entries
        .values()[entries.offset() + row * entries.rowStride() + column * entries.columnStride()];
  }
}
