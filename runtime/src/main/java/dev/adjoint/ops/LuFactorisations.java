package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.LuFactors;
import dev.adjoint.LuResult;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.LuDerivatives;
import dev.adjoint.kernels.LowerUpper;
import dev.adjoint.ops.Formula.Saves;
import java.util.Arrays;

/** Lower and upper triangular factors, and systems solved with them. */
public final class LuFactorisations {
  private LuFactorisations() {}

  /** The factors in one matrix, refused where the matrix is singular. */
  public static LuFactors factor(Tensor a, boolean pivot) {
    return factored("lu_factor", a, pivot, true);
  }

  /** The factors in one matrix. */
  public static LuFactors factorEx(Tensor a, boolean pivot, boolean checks) {
    return factored("lu_factor_ex", a, pivot, checks);
  }

  private static LuFactors factored(String name, Tensor a, boolean pivot, boolean checks) {
    requireFactorable("torch.lu_factor", a, pivot);
    LuFactors found = factors(a);
    int[] info = (int[]) found.info().storage().array();
    for (int i = 0; checks && i < info.length; i++) {
      if (info[i] != 0) {
        int[] batch = found.info().layout().sizes();
        throw new ArithmeticException(
            "torch.linalg.%s: %sU[%d,%d] is zero and using it on lu_solve would result in a division by zero. If you still want to perform the factorization, consider calling linalg.lu(A, pivot) or linalg.lu_factor_ex(A, pivot)"
                .formatted(name, MatrixChecks.element(batch, i), info[i], info[i]));
      }
    }
    if (!Recording.isNeeded(a)) {
      return found;
    }
    UnaryNode node =
        new UnaryNode(
            "LinalgLuFactorExBackward0",
            Reads.RESULT,
            (g, s, r) -> LuDerivatives.factorA(g, r, found.pivots()),
            a);
    return new LuFactors(node.record(found.lu()), found.pivots(), found.info());
  }

  private static void requireFactorable(String name, Tensor a, boolean pivot) {
    if (a.dim() < 2) {
      throw new IllegalArgumentException(
          "%s: Expected tensor with 2 or more dimensions. Got size: %s instead"
              .formatted(name, Arrays.toString(a.shape())));
    }
    MatrixChecks.requireKernel("lu_cpu", a);
    if (!pivot) {
      throw new UnsupportedOperationException(
          "linalg.lu_factor: LU without pivoting is not implemented on the CPU");
    }
  }

  private static LuFactors factors(Tensor a) {
    MatrixBatch batch = MatrixBatch.copyOf(a);
    int k = batch.smaller();
    int[] pivots = new int[batch.count() * k];
    int[] info = new int[batch.count()];
    for (int i = 0; i < info.length; i++) {
      int at = i * batch.elements();
      info[i] = LowerUpper.factor(batch.values(), at, batch.rows(), batch.columns(), pivots, i * k);
    }
    return new LuFactors(batch.tensor(), batch.integers(pivots, k), batch.integers(info));
  }

  /** The factors apart, with the permutation as a matrix. */
  public static LuResult lu(Tensor a, boolean pivot) {
    requireFactorable("linalg.lu", a, pivot);
    LuFactors found = factors(a);
    long rows = a.size(-2);
    Tensor p = permutation(found.pivots(), rows, a.dtype());
    Tensor lower = lower(found.lu());
    Tensor upper = upper(found.lu());
    new SeveralResults(
            "LinalgLuBackward0",
            (g, saved, input) -> LuDerivatives.luA(g[0], g[1], saved[0], saved[1], p),
            a)
        .record(lower, upper);
    return new LuResult(p, lower, upper);
  }

  /** The unit lower triangle of packed factors. */
  public static Tensor lower(Tensor lu) {
    long k = Math.min(lu.size(-2), lu.size(-1));
    Tensor one = Tensor.eye(lu.size(-2), k, lu.dtype());
    return lu.narrow(-1, 0, k).tril(-1).add(one);
  }

  /** The upper triangle of packed factors. */
  public static Tensor upper(Tensor lu) {
    return lu.narrow(-2, 0, Math.min(lu.size(-2), lu.size(-1))).triu(0);
  }

  /** The matrix P of {@code A = P L U}. */
  public static Tensor permutation(Tensor pivots, long rows, DType dtype) {
    int n = Limits.integer("the number of rows", rows);
    int[] values = (int[]) Dense.copy(pivots, DType.INT32);
    int k = (int) pivots.size(-1);
    for (int pivot : values) {
      if (pivot < 1 || pivot > n) {
        throw new IllegalArgumentException(
            "pivots have to be rows from 1 to %d, but one is %d".formatted(n, pivot));
      }
    }
    int[] batch = Arrays.copyOf(pivots.layout().sizes(), pivots.dim() - 1);
    int[] sizes = Arrays.copyOf(batch, batch.length + 2);
    sizes[batch.length] = n;
    sizes[batch.length + 1] = n;
    Tensor result = Creation.zeros(DType.FLOAT64, sizes);
    double[] elements = result.storage().doubles();
    for (int i = 0; n > 0 && i < elements.length / (n * n); i++) {
      int[] order = LowerUpper.order(values, i * k, k, n);
      for (int row = 0; row < n; row++) {
        elements[(i * n + order[row]) * n + row] = 1;
      }
    }
    return result.to(dtype);
  }

  /** The solution of systems whose matrices are given by their factors. */
  public static Tensor solve(Tensor lu, Tensor pivots, Tensor b, boolean left, boolean adjoint) {
    requireSystem(lu, pivots, b, left);
    return new Formula(
            "LinalgLuSolveBackward0",
            Saves.ALL,
            in -> solved(in[0], pivots, in[1], left, adjoint),
            (g, saved, input) ->
                input == 0
                    ? LuDerivatives.solveLu(g[0], saved[0], pivots, left, adjoint, saved[2])
                    : LuDerivatives.solveB(g[0], saved[0], pivots, saved[1], left, adjoint))
        .apply(lu, b);
  }

  private static void requireSystem(Tensor lu, Tensor pivots, Tensor b, boolean left) {
    String name = "linalg.lu_solve";
    MatrixChecks.requireMatrix("torch.linalg.lu_solve", "A", lu);
    if (lu.size(-2) != lu.size(-1)) {
      MatrixChecks.requireSquare("torch.linalg.lu_solve", lu);
    }
    MatrixChecks.requireFloating("torch.linalg.lu_solve", lu);
    MatrixChecks.requireSameType(name, "LU", lu.dtype(), "B", b.dtype());
    if (pivots.dtype() != DType.INT32) {
      throw new IllegalArgumentException(
          name + ": pivots should be a Tensor of scalar type torch.int32");
    }
    MatrixChecks.requireSystem(name, lu, b, left);
    if (pivots.dim() == 0 || pivots.size(-1) != lu.size(-1)) {
      throw new IllegalArgumentException(
          name + ": Number of pivots per batch should be same as the dimension of the matrix");
    }
    if (!Arrays.equals(Arrays.copyOf(lu.shape(), lu.dim() - 1), pivots.shape())) {
      throw new IllegalArgumentException(
          name
              + ": Expected LU.shape[:-1] and pivots.shape to be the same, but got pivots with"
              + " shape "
              + Arrays.toString(pivots.shape())
              + " instead");
    }
  }

  /** {@code A = P L U}, each factor transposed or not, from one side or the other. */
  private static Tensor solved(Tensor lu, Tensor pivots, Tensor b, boolean left, boolean adjoint) {
    Tensor p = permutation(pivots, lu.size(-1), DType.FLOAT64);
    Tensor exact = lu.to(DType.FLOAT64);
    Tensor x = b.to(DType.FLOAT64);
    x = left ? x : x.mT();
    if (left == adjoint) {
      x = LinearSystems.solveTriangular(exact.mT(), x, false, true, false);
      x = p.matmul(LinearSystems.solveTriangular(exact.mT(), x, true, true, true));
    } else {
      x = LinearSystems.solveTriangular(exact, p.mT().matmul(x), false, true, true);
      x = LinearSystems.solveTriangular(exact, x, true, true, false);
    }
    return Conversions.contiguous((left ? x : x.mT()).to(b.dtype()));
  }
}
