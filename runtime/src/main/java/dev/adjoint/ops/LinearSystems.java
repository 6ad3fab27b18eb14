package dev.adjoint.ops;

import dev.adjoint.SolveResult;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavingNode;
import dev.adjoint.derivatives.SystemDerivatives;
import dev.adjoint.kernels.Matrix;
import dev.adjoint.kernels.Triangle;
import dev.adjoint.ops.Formula.Saves;
import java.util.Arrays;

/** Systems of linear equations with square and with triangular matrices. */
public final class LinearSystems {
  private LinearSystems() {}

  /** The solution, refused where the matrix is singular. */
  public static Tensor solve(Tensor a, Tensor b, boolean left) {
    return solve("linalg.solve", a, b, left, true).result();
  }

  /** The solution, and the first pivot that is zero. */
  public static SolveResult solveEx(Tensor a, Tensor b, boolean left, boolean checks) {
    return solve("linalg.solve_ex", a, b, left, checks);
  }

  /** Whether the right-hand side is a vector for each matrix, not a matrix. */
  public static boolean isVector(Tensor a, Tensor b) {
    int[] sizes = a.layout().sizes();
    return b.dim() == 1
        || (a.dim() == b.dim() + 1
            && Arrays.equals(b.layout().sizes(), Arrays.copyOf(sizes, sizes.length - 1)));
  }

  private static SolveResult solve(String name, Tensor a, Tensor b, boolean left, boolean checks) {
    MatrixChecks.requireSquare(name, a);
    MatrixChecks.requireFloating(name, a);
    MatrixChecks.requireSameType(name, "A", a.dtype(), "B", b.dtype());
    Tensor right = Conversions.detach(b);
    boolean vector = isVector(a, b);
    right = vector ? right.unsqueeze(-1) : right;
    MatrixChecks.requireSystem(name, a, right, left);
    Tensor matrix = left ? a : Conversions.detach(a).mT();
    right = left ? right : right.mT();
    int[] common = MatrixBatch.commonBatch(right, matrix);
    MatrixBatch unknown = MatrixBatch.copyOf(right, common);
    int[] info = Elimination.solve(MatrixBatch.copyOf(matrix, common), unknown);
    for (int i = 0; checks && i < info.length; i++) {
      if (info[i] != 0) {
        throw new ArithmeticException(
            "torch.%s: %sThe solver failed because the input matrix is singular."
                .formatted(name, MatrixChecks.element(common, i)));
      }
    }
    Tensor solution = unknown.tensor();
    solution = left ? solution : Conversions.contiguous(solution.mT());
    solution = vector ? solution.squeeze(-1) : solution;
    return new SolveResult(record(a, b, left, solution), unknown.integers(info));
  }

  private static Tensor record(Tensor a, Tensor b, boolean left, Tensor found) {
    Tensor[] operands = {a, b};
    Tensor result = Conversions.detach(found);
    return Recording.isNeeded(operands)
        ? Recording.attach(
            result,
            new SavingNode(
                "LinalgSolveExBackward0",
                1,
                (g, saved, input) ->
                    input == 0
                        ? SystemDerivatives.solveA(g[0], saved[0], saved[1], left, saved[2])
                        : SystemDerivatives.solveB(g[0], saved[0], saved[1], left),
                operands,
                a,
                b,
                result))
        : result;
  }

  /** The solution of triangular systems; a zero on the diagonal gives infinities. */
  public static Tensor solveTriangular(
      Tensor a, Tensor b, boolean upper, boolean left, boolean unitriangular) {
    String name = "linalg.solve_triangular";
    MatrixChecks.requireSystem(name, a, b, left);
    MatrixChecks.requireSameType(name, "A", a.dtype(), "B", b.dtype());
    MatrixChecks.requireKernel("triangular_solve_cpu", a);
    return new Formula(
            "LinalgSolveTriangularBackward0",
            Saves.ALL,
            in -> solved(in[0], in[1], left, new Side(upper, unitriangular)),
            (g, saved, input) ->
                input == 0
                    ? SystemDerivatives.solveTriangularA(
                        g[0], saved[0], saved[2], upper, left, unitriangular)
                    : SystemDerivatives.solveTriangularB(
                        g[0], saved[0], saved[1], upper, left, unitriangular))
        .apply(a, b);
  }

  /** Which triangle, and whether its diagonal counts as ones. */
  private record Side(boolean upper, boolean unit) {}

  private static Tensor solved(Tensor a, Tensor b, boolean left, Side side) {
    int[] common = MatrixBatch.commonBatch(a, b);
    MatrixBatch matrices = MatrixBatch.copyOf(a, common);
    MatrixBatch unknown = MatrixBatch.copyOf(b, common);
    for (int i = 0; i < matrices.count(); i++) {
      Triangle triangle =
          new Triangle(matrices.matrix(i), matrices.rows(), side.upper(), side.unit());
      Matrix<double[]> right = unknown.matrix(i);
      if (left) {
        triangle.solve(right, unknown.columns());
      } else {
        triangle.transposed().solve(right.transposed(), unknown.rows());
      }
    }
    return unknown.tensor();
  }
}
