package dev.adjoint.tests.golden;

import dev.adjoint.DType;
import dev.adjoint.Linalg;
import dev.adjoint.LstsqResult;
import dev.adjoint.LuFactors;
import dev.adjoint.LuResult;
import dev.adjoint.QrResult;
import dev.adjoint.SvdResult;
import dev.adjoint.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Factorisations of matrices and what is solved with them. */
final class LinearAlgebraTable {

  private static final int KEYWORD = Integer.MAX_VALUE;

  private LinearAlgebraTable() {}

  static void register(OperatorTable table) {
    choleskyFactors(table);
    lowerUpper(table);
    orthogonal(table);
    spectra(table);
    inverses(table);
    systems(table);
  }

  private static void choleskyFactors(OperatorTable table) {
    table.single("cholesky", a -> a.tensor(0).cholesky(a.flag(1, "upper", false)));
    table.single("linalg.cholesky", a -> Linalg.cholesky(a.tensor(0), a.flag("upper", false)));
    table.add(
        "linalg.cholesky_ex",
        a -> {
          var found =
              Linalg.choleskyEx(a.tensor(0), a.flag("upper", false), a.flag("check_errors", false));
          return List.of(found.l(), found.info());
        });
    table.single("cholesky_inverse", a -> a.tensor(0).choleskyInverse(a.flag(1, "upper", false)));
    table.single(
        "cholesky_solve", a -> a.tensor(0).choleskySolve(a.tensor(1), a.flag(2, "upper", false)));
  }

  private static void lowerUpper(OperatorTable table) {
    table.add(
        "linalg.lu",
        a -> {
          LuResult found = Linalg.lu(a.tensor(0), a.flag("pivot", true));
          return List.of(found.p(), found.l(), found.u());
        });
    table.add(
        "linalg.lu_factor",
        a -> {
          LuFactors found = Linalg.luFactor(a.tensor(0), a.flag("pivot", true));
          return List.of(found.lu(), found.pivots());
        });
    table.add(
        "linalg.lu_factor_ex",
        a -> {
          boolean checks = a.flag("check_errors", false);
          LuFactors found = Linalg.luFactorEx(a.tensor(0), a.flag("pivot", true), checks);
          return List.of(found.lu(), found.pivots(), found.info());
        });
    table.single(
        "linalg.lu_solve",
        a ->
            Linalg.luSolve(
                a.tensor(0),
                a.tensor(1),
                a.tensor(2),
                a.flag("left", true),
                a.flag("adjoint", false)));
    table.single("lu_solve", a -> a.tensor(0).luSolve(a.tensor(1), a.tensor(2)));
  }

  private static void orthogonal(OperatorTable table) {
    table.add("qr", a -> factors(a.tensor(0).qr(a.flag(1, "some", true))));
    table.add("linalg.qr", a -> factors(Linalg.qr(a.tensor(0), a.text(1, "mode", "reduced"))));
    table.add(
        "geqrf",
        a -> {
          var found = a.tensor(0).geqrf();
          return List.of(found.a(), found.tau());
        });
    table.single(
        "linalg.householder_product", a -> Linalg.householderProduct(a.tensor(0), a.tensor(1)));
    table.single(
        "ormqr",
        a ->
            a.tensor(0)
                .ormqr(
                    a.tensor(1),
                    a.tensor(2),
                    a.flag(3, "left", true),
                    a.flag(4, "transpose", false)));
  }

  private static List<@Nullable Object> factors(QrResult result) {
    return List.of(result.q(), result.r());
  }

  private static void spectra(OperatorTable table) {
    table.add(
        "svd",
        a -> {
          SvdResult found = a.tensor(0).svd(a.flag(1, "some", true));
          return List.of(found.u(), found.s(), found.v());
        });
    table.add(
        "linalg.svd",
        a -> {
          SvdResult found = Linalg.svd(a.tensor(0), a.flag(1, "full_matrices", true));
          return List.of(found.u(), found.s(), found.vh());
        });
    table.single("linalg.svdvals", a -> Linalg.svdvals(a.tensor(0)));
    table.add(
        "linalg.eigh",
        a -> {
          var found = Linalg.eigh(a.tensor(0), a.text(1, "UPLO", "L"));
          return List.of(found.eigenvalues(), found.eigenvectors());
        });
    table.single("linalg.eigvalsh", a -> Linalg.eigvalsh(a.tensor(0), a.text(1, "UPLO", "L")));
  }

  private static void inverses(OperatorTable table) {
    table.single("inverse", a -> a.tensor(0).inverse());
    table.single("linalg.inv", a -> Linalg.inv(a.tensor(0)));
    table.add(
        "linalg.inv_ex",
        a -> {
          var found = Linalg.invEx(a.tensor(0), a.flag("check_errors", false));
          return List.of(found.inverse(), found.info());
        });
    table.single("det", a -> a.tensor(0).det());
    table.single("linalg.det", a -> Linalg.det(a.tensor(0)));
    table.single("logdet", a -> a.tensor(0).logdet());
    table.add("slogdet", a -> signAndLogarithm(a.tensor(0)));
    table.add("linalg.slogdet", a -> signAndLogarithm(a.tensor(0)));
    table.single("linalg.pinv:singular", a -> Linalg.pinv(a.tensor(0).matmul(a.tensor(1).mT())));
    table.single("linalg.pinv", LinearAlgebraTable::pseudoInverse);
    table.single(
        "pinverse",
        a ->
            a.has(1, "rcond")
                ? a.tensor(0).pinverse(a.number(1, "rcond", 0))
                : a.tensor(0).pinverse());
    table.single("linalg.matrix_rank", LinearAlgebraTable::rank);
  }

  private static List<@Nullable Object> signAndLogarithm(Tensor a) {
    var found = Linalg.slogdet(a);
    return List.of(found.sign(), found.logabsdet());
  }

  /** {@code rcond} and {@code tol} are older names; a number stands for a tensor. */
  private static @Nullable Tensor tolerance(Arguments a, int position, String name) {
    return switch (a.find(position, name)) {
      case Tensor tensor -> tensor;
      case Number number -> Tensor.tensor(number.doubleValue(), DType.FLOAT64);
      case null, default -> null;
    };
  }

  private static Tensor pseudoInverse(Arguments a) {
    Tensor rtol = tolerance(a, 1, "rcond");
    return Linalg.pinv(
        a.tensor(0),
        tolerance(a, KEYWORD, "atol"),
        rtol == null ? tolerance(a, KEYWORD, "rtol") : rtol,
        a.flag("hermitian", false));
  }

  private static Tensor rank(Arguments a) {
    Tensor atol = tolerance(a, 1, "tol");
    return Linalg.matrixRank(
        a.tensor(0),
        atol == null ? tolerance(a, KEYWORD, "atol") : atol,
        tolerance(a, KEYWORD, "rtol"),
        a.flag(2, "hermitian", false));
  }

  private static void systems(OperatorTable table) {
    table.single("linalg.solve", a -> Linalg.solve(a.tensor(0), a.tensor(1), a.flag("left", true)));
    table.add(
        "linalg.solve_ex",
        a -> {
          boolean checks = a.flag("check_errors", false);
          var found = Linalg.solveEx(a.tensor(0), a.tensor(1), a.flag("left", true), checks);
          return List.of(found.result(), found.info());
        });
    table.single(
        "linalg.solve_triangular",
        a ->
            Linalg.solveTriangular(
                a.tensor(0),
                a.tensor(1),
                a.flag("upper", false),
                a.flag("left", true),
                a.flag("unitriangular", false)));
    table.add(
        "linalg.lstsq",
        a -> {
          LstsqResult found = leastSquares(a);
          return List.of(found.solution(), found.residuals(), found.rank(), found.singularValues());
        });
    table.add(
        "linalg.lstsq:grad_oriented",
        a -> {
          LstsqResult found = leastSquares(a);
          return List.of(found.solution(), found.residuals());
        });
    table.single("linalg.tensorinv", a -> Linalg.tensorinv(a.tensor(0), a.integer(1, "ind", 2)));
    table.single("linalg.tensorsolve", LinearAlgebraTable::tensorEquation);
  }

  private static LstsqResult leastSquares(Arguments a) {
    Double rcond = a.find(2, "rcond") instanceof Number number ? number.doubleValue() : null;
    return Linalg.lstsq(a.tensor(0), a.tensor(1), rcond, a.text(3, "driver", "gelsy"));
  }

  private static Tensor tensorEquation(Arguments a) {
    return a.has(2, "dims")
        ? Linalg.tensorsolve(
            a.tensor(0), a.tensor(1), Objects.requireNonNull(a.integers(2, "dims")))
        : Linalg.tensorsolve(a.tensor(0), a.tensor(1));
  }
}
