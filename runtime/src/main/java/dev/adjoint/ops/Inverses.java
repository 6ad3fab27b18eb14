package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.InverseResult;
import dev.adjoint.SlogdetResult;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.InverseDerivatives;
import dev.adjoint.kernels.LowerUpper;

/** Inverses and determinants of square matrices. */
public final class Inverses {
  private Inverses() {}

  /** The inverse, refused where there is none. */
  public static Tensor inverse(Tensor a) {
    return inverse("linalg.inv", a, true).inverse();
  }

  /** The inverse, and the first pivot that is zero. */
  public static InverseResult inverseEx(Tensor a, boolean checks) {
    return inverse("linalg.inv_ex", a, checks);
  }

  private static InverseResult inverse(String name, Tensor a, boolean checks) {
    MatrixChecks.requireSquare("linalg.inv", a);
    MatrixChecks.requireFloating("linalg.inv", a);
    MatrixBatch factors = MatrixBatch.copyOf(a);
    int n = factors.rows();
    MatrixBatch one = MatrixBatch.copyOf(Creation.eye(n, n, DType.FLOAT64), factors.batch());
    int[] info = Elimination.solve(factors, one);
    for (int i = 0; checks && i < info.length; i++) {
      if (info[i] != 0) {
        throw new ArithmeticException(
            "%s: %sThe diagonal element %d is zero, the inversion could not be completed because the input matrix is singular."
                .formatted(name, MatrixChecks.element(factors.batch(), i), info[i]));
      }
    }
    Tensor result = factors.tensor(one.values(), n, n);
    if (Recording.isNeeded(a)) {
      UnaryNode node =
          new UnaryNode(
              "LinalgInvExBackward0", Reads.RESULT, (g, s, r) -> InverseDerivatives.invA(g, r), a);
      result = node.record(result);
    }
    return new InverseResult(result, factors.integers(info));
  }

  /** The determinant. */
  public static Tensor det(Tensor a) {
    MatrixChecks.requireSquare("linalg.det", a);
    MatrixChecks.requireFloating("linalg.det", a);
    MatrixBatch factors = MatrixBatch.copyOf(a);
    double[] values = new double[factors.count()];
    int[] pivots = new int[factors.rows()];
    for (int i = 0; i < values.length; i++) {
      factor(factors, i, pivots);
      values[i] = LowerUpper.sign(pivots, 0, pivots.length);
      for (int d = 0; d < pivots.length; d++) {
        values[i] *= diagonal(factors, i, d);
      }
    }
    Tensor result = factors.tensor(values);
    return Recording.isNeeded(a)
        ? new UnaryNode(
                "LinalgDetBackward0",
                Reads.SELF_AND_RESULT,
                (g, s, r) -> InverseDerivatives.detA(g, s, r),
                a)
            .record(result)
        : result;
  }

  private static void factor(MatrixBatch batch, int index, int[] pivots) {
    int n = batch.rows();
    LowerUpper.factor(batch.values(), index * batch.elements(), n, n, pivots, 0);
  }

  private static double diagonal(MatrixBatch batch, int index, int d) {
    return batch.values()[index * batch.elements() + d * batch.columns() + d];
  }

  /** Sign and logarithm of the determinant. */
  public static SlogdetResult slogdet(Tensor a) {
    return slogdet("linalg.slogdet", a);
  }

  private static SlogdetResult slogdet(String name, Tensor a) {
    MatrixChecks.requireSquare(name, a);
    MatrixChecks.requireFloating(name, a);
    MatrixBatch factors = MatrixBatch.copyOf(a);
    double[] signs = new double[factors.count()];
    double[] logarithms = new double[factors.count()];
    int[] pivots = new int[factors.rows()];
    for (int i = 0; i < signs.length; i++) {
      factor(factors, i, pivots);
      signs[i] = LowerUpper.sign(pivots, 0, pivots.length);
      for (int d = 0; d < pivots.length; d++) {
        signs[i] *= Math.signum(diagonal(factors, i, d));
        logarithms[i] += Math.log(Math.abs(diagonal(factors, i, d)));
      }
    }
    Tensor sign = factors.tensor(signs);
    Tensor logarithm = factors.tensor(logarithms);
    new SeveralResults(
            "LinalgSlogdetBackward0",
            (g, saved, input) -> InverseDerivatives.slogdetA(g[1], saved[0]),
            a)
        .record(new Tensor[] {sign, logarithm}, a);
    return new SlogdetResult(sign, logarithm);
  }

  /** The logarithm of the determinant, NaN where that is negative. */
  public static Tensor logdet(Tensor a) {
    SlogdetResult found = slogdet("logdet", a);
    Tensor unknown = Creation.full(Scalar.of(Double.NaN), a.dtype());
    return Tensor.where(found.sign().eq(-1), unknown, found.logabsdet());
  }
}
