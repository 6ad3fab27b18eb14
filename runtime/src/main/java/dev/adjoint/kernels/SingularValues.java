package dev.adjoint.kernels;

/**
 * Singular values and vectors of matrices of one shape.
 *
 * <p>What completes the vectors to a whole basis is not unique. It is found as LAPACK finds it, by
 * the reflections that triangularise a tall matrix or bidiagonalise a wide one.
 */
public final class SingularValues {
  private final int rows;
  private final int columns;
  private final boolean full;
  private double[] left = {};
  private double[] values = {};
  private double[] right = {};

  /**
   * Prepares for matrices of a shape.
   *
   * @param rows their rows
   * @param columns their columns
   * @param full whether both sets of vectors are completed to a basis
   */
  public SingularValues(int rows, int columns, boolean full) {
    this.rows = rows;
    this.columns = columns;
    this.full = full;
  }

  /**
   * The number of left vectors.
   *
   * @return columns of {@link #left}
   */
  public int leftCount() {
    return full ? rows : Math.min(rows, columns);
  }

  /**
   * The number of right vectors.
   *
   * @return columns of {@link #right}
   */
  public int rightCount() {
    return full ? columns : Math.min(rows, columns);
  }

  /**
   * Left vectors as columns.
   *
   * @return {@code rows x leftCount}, in row-major order
   */
  public double[] left() {
    return left;
  }

  /**
   * The singular values.
   *
   * @return largest first
   */
  public double[] values() {
    return values;
  }

  /**
   * Right vectors as columns.
   *
   * @return {@code columns x rightCount}, in row-major order
   */
  public double[] right() {
    return right;
  }

  /**
   * Decomposes a matrix.
   *
   * @param a the matrix in row-major order; overwritten
   * @param at index of its first element
   */
  public void decompose(double[] a, int at) {
    Matrix<double[]> matrix = new Matrix<>(a, at, columns, 1);
    if (!full || rows == columns) {
      accept(IterativeFactors.singular(matrix, rows, columns));
    } else if (rows > columns) {
      decomposeTall(matrix);
    } else {
      decomposeWide(matrix);
    }
  }

  private void accept(IterativeFactors.Singular found) {
    left = found.left();
    values = found.values();
    right = found.right();
  }

  /** {@code A = Q R}, then of R. */
  private void decomposeTall(Matrix<double[]> a) {
    double[] tau = new double[columns];
    Householder.factor(a, rows, columns, tau, 0);
    double[] r = new double[columns * columns];
    for (int i = 0; i < columns; i++) {
      for (int j = i; j < columns; j++) {
        r[i * columns + j] = element(a, i, j);
      }
    }
    accept(IterativeFactors.singular(dense(r, columns), columns, columns));
    left = bordered(left, columns, rows);
    Householder.multiply(a, tau, dense(left, rows), new MatrixSizes(rows, columns, rows));
  }

  /** {@code A = Q B P^T} with lower bidiagonal B, then of B. */
  private void decomposeWide(Matrix<double[]> a) {
    double[] tauRight = new double[rows];
    double[] tauLeft = new double[rows];
    Matrix<double[]> across = a.transposed();
    double[] b = new double[rows * rows];
    for (int i = 0; i < rows; i++) {
      Matrix<double[]> row = Householder.part(across, i, i);
      tauRight[i] = Householder.reflect(row, columns - i);
      Matrix<double[]> below = Householder.part(across, i, i + 1);
      Householder.apply(row, tauRight[i], below, columns - i, rows - i - 1);
      b[i * rows + i] = element(a, i, i);
      if (i + 1 < rows) {
        tauLeft[i] = reflectColumn(a, i);
        b[(i + 1) * rows + i] = element(a, i + 1, i);
      }
    }
    accept(IterativeFactors.singular(dense(b, rows), rows, rows));
    for (int i = rows - 2; i >= 0; i--) {
      Matrix<double[]> target = Householder.part(dense(left, rows), i + 1, 0);
      Matrix<double[]> vector = Householder.part(a, i + 1, i);
      Householder.apply(vector, tauLeft[i], target, rows - i - 1, rows);
    }
    right = bordered(right, rows, columns);
    MatrixSizes sizes = new MatrixSizes(columns, rows, columns);
    Householder.multiply(across, tauRight, dense(right, columns), sizes);
  }

  private double reflectColumn(Matrix<double[]> a, int i) {
    Matrix<double[]> column = Householder.part(a, i + 1, i);
    double tau = Householder.reflect(column, rows - i - 1);
    Matrix<double[]> rest = Householder.part(a, i + 1, i + 1);
    Householder.apply(column, tau, rest, rows - i - 1, columns - i - 1);
    return tau;
  }

  private static double element(Matrix<double[]> a, int i, int j) {
    return a.values()[a.offset() + i * a.rowStride() + j * a.columnStride()];
  }

  private static Matrix<double[]> dense(double[] values, int columns) {
    return new Matrix<>(values, 0, columns, 1);
  }

  /** A square matrix in the corner of a larger identity. */
  private static double[] bordered(double[] corner, int size, int order) {
    double[] whole = new double[order * order];
    for (int i = 0; i < order; i++) {
      if (i < size) {
        System.arraycopy(corner, i * size, whole, i * order, size);
      } else {
        whole[i * order + i] = 1;
      }
    }
    return whole;
  }
}
