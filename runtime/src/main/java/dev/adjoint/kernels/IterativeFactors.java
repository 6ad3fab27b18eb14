package dev.adjoint.kernels;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * The two factorisations that need iteration: singular values and symmetric eigenvalues. The only
 * class that knows the library behind them.
 */
final class IterativeFactors {
  private IterativeFactors() {}

  /**
   * The thin singular value decomposition.
   *
   * @param left {@code rows x k}, in row-major order
   * @param values k singular values, largest first
   * @param right {@code columns x k}, in row-major order
   */
  record Singular(double[] left, double[] values, double[] right) {}

  /**
   * The eigenvalue decomposition of a symmetric matrix.
   *
   * @param values eigenvalues, smallest first
   * @param vectors eigenvectors as columns, in row-major order
   */
  record Symmetric(double[] values, double[] vectors) {}

  static Singular singular(Matrix<double[]> a, int rows, int columns) {
    int k = Math.min(rows, columns);
    if (k == 0) {
      return new Singular(new double[0], new double[0], new double[0]);
    }
    SingularValue<Double> found = SingularValue.R064.make();
    if (!found.decompose(store(a, rows, columns))) {
      throw new ArithmeticException("linalg.svd: The algorithm failed to converge.");
    }
    int[] order = IntStream.range(0, k).toArray();
    double[] values = Arrays.copyOf(found.getSingularValues().toRawCopy1D(), k);
    return new Singular(
        columns(found.getU(), rows, order), values, columns(found.getV(), columns, order));
  }

  static Symmetric symmetric(Matrix<double[]> a, int n) {
    if (n == 0) {
      return new Symmetric(new double[0], new double[0]);
    }
    Eigenvalue<Double> found = Eigenvalue.R064.make(true);
    if (!found.decompose(store(a, n, n))) {
      throw new ArithmeticException("linalg.eigh: The algorithm failed to converge.");
    }
    MatrixStore<Double> diagonal = found.getD();
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> diagonal.doubleValue(i, i)))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = Arrays.stream(order).mapToDouble(i -> diagonal.doubleValue(i, i)).toArray();
    return new Symmetric(values, columns(found.getV(), n, order));
  }

  private static R064Store store(Matrix<double[]> a, int rows, int columns) {
    R064Store store = R064Store.FACTORY.make(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        int at = a.offset() + i * a.rowStride() + j * a.columnStride();
        store.set(i, j, a.values()[at]);
      }
    }
    return store;
  }

  private static double[] columns(MatrixStore<Double> from, int rows, int[] order) {
    double[] values = new double[rows * order.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < order.length; j++) {
        values[i * order.length + j] = from.doubleValue(i, order[j]);
      }
    }
    return values;
  }
}
