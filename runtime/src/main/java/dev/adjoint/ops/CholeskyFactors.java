package dev.adjoint.ops;

import dev.adjoint.CholeskyResult;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.CholeskyDerivatives;
import dev.adjoint.kernels.Cholesky;
import dev.adjoint.kernels.Triangle;
import dev.adjoint.ops.Formula.Saves;

/** Triangular factors of positive definite matrices, and what is solved with them. */
public final class CholeskyFactors {
  private CholeskyFactors() {}

  /** The factor, refused where there is none. */
  public static Tensor cholesky(String name, Tensor a, boolean upper) {
    return factored(name, a, upper, true).l();
  }

  /** The factor as far as it goes, and the order of the leading minor that ended it. */
  public static CholeskyResult choleskyEx(Tensor a, boolean upper, boolean checks) {
    return factored("linalg.cholesky_ex", a, upper, checks);
  }

  private static CholeskyResult factored(String name, Tensor a, boolean upper, boolean checks) {
    boolean modern = name.startsWith("linalg");
    MatrixChecks.requireSquare(name, a);
    if (modern) {
      MatrixChecks.requireFloating(name, a);
    }
    MatrixChecks.requireKernel("cholesky_cpu", a);
    MatrixBatch batch = MatrixBatch.copyOf(upper ? Conversions.detach(a).mT() : a);
    int[] info = factor(name, batch, checks);
    Tensor lower = batch.tensor();
    Tensor result = upper ? Conversions.contiguous(lower.mT()) : lower;
    if (Recording.isNeeded(a)) {
      String node = modern ? "LinalgCholeskyExBackward0" : "CholeskyBackward0";
      result =
          new UnaryNode(
                  node, Reads.RESULT, (g, s, r) -> CholeskyDerivatives.factorA(g, r, upper), a)
              .record(result);
    }
    return new CholeskyResult(result, batch.integers(info));
  }

  private static int[] factor(String name, MatrixBatch batch, boolean checks) {
    int[] info = new int[batch.count()];
    for (int i = 0; i < info.length; i++) {
      info[i] = Cholesky.factor(batch.values(), i * batch.elements(), batch.rows());
      if (checks && info[i] != 0) {
        throw new ArithmeticException(
            "%s: %sThe factorization could not be completed because the input is not positive-definite (the leading minor of order %d is not positive-definite)."
                .formatted(name, MatrixChecks.element(batch.batch(), i), info[i]));
      }
    }
    return info;
  }

  /** The inverse of the matrix that a factor belongs to. */
  public static Tensor inverse(Tensor factor, boolean upper) {
    MatrixChecks.requireSquare("cholesky_inverse", factor);
    MatrixChecks.requireKernel("cholesky_inverse_out_cpu", factor);
    MatrixBatch factors = MatrixBatch.copyOf(factor);
    int n = factors.rows();
    requireDiagonal(factors);
    MatrixBatch one = MatrixBatch.copyOf(Creation.eye(n, n, factor.dtype()), factors.batch());
    solve(factors, one, upper);
    Tensor result = one.tensor();
    return Recording.isNeeded(factor)
        ? new UnaryNode(
                "CholeskyInverseBackward0",
                Reads.SELF_AND_RESULT,
                (g, s, r) -> CholeskyDerivatives.inverseSelf(g, s, upper, r),
                factor)
            .record(result)
        : result;
  }

  private static void requireDiagonal(MatrixBatch factors) {
    for (int i = 0; i < factors.count(); i++) {
      for (int d = 0; d < factors.rows(); d++) {
        if (factors.values()[i * factors.elements() + d * (factors.rows() + 1)] == 0) {
          throw new ArithmeticException(
              "cholesky_inverse: %sThe diagonal element %d is zero, the inversion could not be completed because the input matrix is singular."
                  .formatted(MatrixChecks.element(factors.batch(), i), d + 1));
        }
      }
    }
  }

  /** The solution of systems whose matrices are given by their factors. */
  public static Tensor solve(Tensor b, Tensor factor, boolean upper) {
    requireSystem(b, factor);
    return new Formula(
            "CholeskySolveBackward0",
            Saves.ALL,
            in -> solved(in[0], in[1], upper),
            (g, saved, input) ->
                input == 0
                    ? CholeskyDerivatives.solveSelf(g[0], saved[0], saved[1], upper)
                    : CholeskyDerivatives.solveFactor(g[0], saved[1], upper, saved[2]))
        .apply(b, factor);
  }

  private static void requireSystem(Tensor b, Tensor factor) {
    if (b.dim() < 2) {
      throw new IllegalArgumentException(
          "b should have at least 2 dimensions, but has " + b.dim() + " dimensions instead");
    }
    if (factor.dim() < 2) {
      throw new IllegalArgumentException(
          "u should have at least 2 dimensions, but has " + factor.dim() + " dimensions instead");
    }
    if (factor.size(-2) != factor.size(-1)) {
      throw new IllegalArgumentException(
          "A must be batches of square matrices, but they are %d by %d matrices"
              .formatted(factor.size(-2), factor.size(-1)));
    }
    if (factor.size(-1) != b.size(-2)) {
      throw new IllegalArgumentException(
          "Incompatible matrix sizes for cholesky_solve: each A matrix is %d by %d but each b matrix is %d by %d"
              .formatted(factor.size(-2), factor.size(-1), b.size(-2), b.size(-1)));
    }
    if (factor.dtype() != b.dtype()) {
      throw new IllegalArgumentException(
          "Expected b and A to have the same dtype, but found b of type %s and A of type %s instead."
              .formatted(b.dtype().title(), factor.dtype().title()));
    }
    MatrixChecks.requireKernel("cholesky_solve_cpu", b);
  }

  private static Tensor solved(Tensor b, Tensor factor, boolean upper) {
    int[] common = MatrixBatch.commonBatch(b, factor);
    MatrixBatch right = MatrixBatch.copyOf(b, common);
    solve(MatrixBatch.copyOf(factor, common), right, upper);
    return right.tensor();
  }

  private static void solve(MatrixBatch factors, MatrixBatch right, boolean upper) {
    for (int i = 0; i < factors.count(); i++) {
      Triangle triangle = new Triangle(factors.matrix(i), factors.rows(), upper, false);
      Triangle first = upper ? triangle.transposed() : triangle;
      first.solve(right.matrix(i), right.columns());
      first.transposed().solve(right.matrix(i), right.columns());
    }
  }
}
