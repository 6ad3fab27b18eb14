package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.EighResult;
import dev.adjoint.SvdResult;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.SpectrumDerivatives;
import dev.adjoint.kernels.SingularValues;
import dev.adjoint.kernels.SymmetricEigenvalues;
import java.util.Arrays;

/** Singular values and symmetric eigenvalues, with their vectors. */
public final class Spectra {
  private Spectra() {}

  /** Singular values and vectors, completed to whole bases or not. */
  public static SvdResult svd(Tensor a, boolean fullMatrices) {
    MatrixChecks.requireMatrix("linalg.svd", "A", a);
    MatrixChecks.requireFloating("linalg.svd", a);
    MatrixBatch batch = MatrixBatch.copyOf(a);
    SingularValues found = new SingularValues(batch.rows(), batch.columns(), fullMatrices);
    SvdResult result = decomposed(batch, found);
    new SeveralResults(
            "LinalgSvdBackward0",
            (g, saved, input) ->
                SpectrumDerivatives.svdA(g, new SvdResult(saved[0], saved[1], saved[2])),
            a)
        .record(result.u(), result.s(), result.vh());
    return result;
  }

  private static SvdResult decomposed(MatrixBatch batch, SingularValues found) {
    int m = batch.rows();
    int n = batch.columns();
    int k = batch.smaller();
    double[] u = new double[batch.count() * m * found.leftCount()];
    double[] s = new double[batch.count() * k];
    double[] vh = new double[batch.count() * n * found.rightCount()];
    for (int i = 0; i < batch.count(); i++) {
      requireFinite(batch, i);
      if (isZero(batch, i)) {
        unitVectors(u, i * m * found.leftCount(), m, found.leftCount());
        unitVectors(vh, i * n * found.rightCount(), found.rightCount(), n);
        continue;
      }
      found.decompose(batch.values(), i * batch.elements());
      System.arraycopy(found.left(), 0, u, i * m * found.leftCount(), found.left().length);
      System.arraycopy(found.values(), 0, s, i * k, k);
      transpose(found.right(), found.rightCount(), vh, i * n * found.rightCount());
    }
    return new SvdResult(
        batch.tensor(u, m, found.leftCount()),
        batch.tensor(s, k),
        batch.tensor(vh, found.rightCount(), n));
  }

  /** Then any basis will do, and LAPACK's are the unit vectors. */
  private static boolean isZero(MatrixBatch batch, int index) {
    int at = index * batch.elements();
    return Arrays.stream(batch.values(), at, at + batch.elements()).allMatch(x -> x == 0);
  }

  private static void unitVectors(double[] target, int at, int rows, int columns) {
    for (int d = 0; d < Math.min(rows, columns); d++) {
      target[at + d * columns + d] = 1;
    }
  }

  private static void transpose(double[] columns, int count, double[] target, int at) {
    int rows = count == 0 ? 0 : columns.length / count;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < count; j++) {
        target[at + j * rows + i] = columns[i * count + j];
      }
    }
  }

  private static void requireFinite(MatrixBatch batch, int index) {
    int size = batch.elements();
    if (!SymmetricEigenvalues.isFinite(batch.values(), index * size, size)) {
      throw new ArithmeticException(
          "linalg.svd: "
              + MatrixChecks.element(batch.batch(), index)
              + "The algorithm failed to converge because the input matrix contained non-finite"
              + " values.");
    }
  }

  /** Singular values alone. */
  public static Tensor svdvals(Tensor a) {
    return svd(a, false).s();
  }

  /** Eigenvalues and eigenvectors of symmetric matrices, of which one triangle is read. */
  public static EighResult eigh(Tensor a, String uplo) {
    MatrixChecks.requireSquare("linalg.eigh", a);
    boolean upper = isUpper(uplo);
    MatrixChecks.requireKernel("linalg_eigh_cpu", a);
    MatrixBatch batch = MatrixBatch.copyOf(a);
    int n = batch.rows();
    double[] values = new double[batch.count() * n];
    for (int i = 0; i < batch.count(); i++) {
      requireFiniteSymmetric(batch, i);
      double[] found =
          SymmetricEigenvalues.decompose(batch.values(), i * batch.elements(), n, upper);
      System.arraycopy(found, 0, values, i * n, n);
    }
    Tensor eigenvalues = batch.tensor(values, n);
    Tensor eigenvectors = batch.tensor();
    new SeveralResults(
            "LinalgEighBackward0",
            (g, saved, input) -> SpectrumDerivatives.eighA(g[0], g[1], saved[0], saved[1]),
            a)
        .record(eigenvalues, eigenvectors);
    return new EighResult(eigenvalues, eigenvectors);
  }

  private static void requireFiniteSymmetric(MatrixBatch batch, int index) {
    int size = batch.elements();
    boolean small = batch.rows() <= 2; // of these LAPACK gives NaN
    if (!small && !SymmetricEigenvalues.isFinite(batch.values(), index * size, size)) {
      throw new ArithmeticException(
          "linalg.eigh: %sThe algorithm failed to converge because the input matrix is ill-conditioned or has too many repeated eigenvalues (error code: %d)."
              .formatted(MatrixChecks.element(batch.batch(), index), batch.rows() - 1));
    }
  }

  private static boolean isUpper(String uplo) {
    return switch (uplo) {
      case "U", "u" -> true;
      case "L", "l" -> false;
      default ->
          throw new IllegalArgumentException(
              "Expected UPLO argument to be 'L' or 'U', but got " + uplo);
    };
  }

  /** A small number relative to which singular values count as zero. */
  static double epsilon(DType dtype) {
    return dtype == DType.FLOAT32 ? Math.ulp(1f) : Math.ulp(1d);
  }
}
