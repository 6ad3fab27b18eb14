package dev.adjoint.derivatives;

import static dev.adjoint.derivatives.LinearAlgebraSamples.definite;
import static dev.adjoint.derivatives.LinearAlgebraSamples.regular;
import static dev.adjoint.derivatives.LinearAlgebraSamples.symmetric;
import static dev.adjoint.derivatives.Samples.mixed;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Linalg;
import dev.adjoint.LstsqResult;
import dev.adjoint.QrResult;
import dev.adjoint.SvdResult;
import dev.adjoint.Tensor;
import dev.adjoint.TensorFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** First and second derivatives of what has several results, or is composed, by differences. */
class FactorisationDerivativesTest {

  /** A function and where it is differentiated. */
  record Case(String name, TensorFunction function, Tensor... inputs) {

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource({"triangles", "spectra", "solutions", "norms", "products"})
  void firstAndSecondOrderAgreeWithDifferences(Case given) {
    Autograd.gradCheck(given.function, given.inputs);
    Autograd.gradGradCheck(given.function, given.inputs);
  }

  /** Some number that depends on every element of some results. */
  private static Tensor mixture(Tensor... results) {
    Tensor sum = Tensor.zeros(DType.FLOAT64);
    for (Tensor result : results) {
      Tensor weights = Tensor.arange(1, result.numel() + 1).to(DType.FLOAT64).sin();
      sum = sum.add(result.mul(weights.reshape(result.shape())).sum());
    }
    return sum;
  }

  static Stream<Case> triangles() {
    return Stream.of(
        new Case("lu", x -> lu(x[0]), regular(3, 3)),
        new Case("lu wide", x -> lu(x[0]), mixed(2, 2, 4)),
        new Case("lu tall", x -> lu(x[0]), mixed(4, 2)),
        new Case("lu factor", x -> mixture(Linalg.luFactor(x[0]).lu()), mixed(3, 4)),
        new Case("qr", x -> qr(x[0], "reduced"), regular(2, 3, 3)),
        new Case("qr tall", x -> qr(x[0], "reduced"), mixed(4, 2)),
        new Case("qr wide", x -> qr(x[0], "reduced"), mixed(2, 4)),
        new Case("qr complete", x -> qr(x[0], "complete"), mixed(2, 3)),
        new Case("only r", x -> mixture(Linalg.qr(x[0]).r()), mixed(3, 2)),
        new Case("only q", x -> mixture(Linalg.qr(x[0]).q()), mixed(3, 2)),
        new Case("cholesky", x -> factor(x[0], false), definite(3, 3)),
        new Case("cholesky upper", x -> factor(x[0], true), definite(3, 3)));
  }

  private static Tensor lu(Tensor a) {
    var found = Linalg.lu(a);
    return mixture(found.l(), found.u());
  }

  private static Tensor qr(Tensor a, String mode) {
    QrResult found = Linalg.qr(a, mode);
    return mixture(found.q(), found.r());
  }

  private static Tensor factor(Tensor a, boolean upper) {
    return mixture(Linalg.choleskyEx(symmetric(a), upper, true).l());
  }

  static Stream<Case> spectra() {
    return Stream.of(
        new Case("svd", x -> svd(x[0], false), regular(3, 3)),
        new Case("svd wide", x -> svd(x[0], false), mixed(2, 2, 3)),
        new Case("svd tall", x -> svd(x[0], false), mixed(3, 2)),
        new Case("svd full", x -> mixture(Linalg.svd(x[0]).s()), mixed(3, 2)),
        new Case("svdvals", x -> mixture(Linalg.svdvals(x[0])), mixed(2, 3)),
        new Case("eigh", x -> eigh(x[0], "L"), definite(3, 3)),
        new Case("eigh upper", x -> eigh(x[0], "U"), definite(2, 2, 2)),
        new Case("eigvalsh", x -> mixture(Linalg.eigvalsh(symmetric(x[0]))), definite(3, 3)));
  }

  /** Without the signs, which are not determined. */
  private static Tensor svd(Tensor a, boolean full) {
    SvdResult found = Linalg.svd(a, full);
    return mixture(
        found.u().square(), found.s(), found.vh().square(), found.u().matmul(found.vh()));
  }

  private static Tensor eigh(Tensor a, String uplo) {
    var found = Linalg.eigh(symmetric(a), uplo);
    return mixture(found.eigenvalues(), found.eigenvectors().square());
  }

  static Stream<Case> solutions() {
    return Stream.of(
        new Case("solve right", x -> Linalg.solve(x[0], x[1], false), regular(3, 3), mixed(2, 3)),
        new Case("slogdet", x -> Linalg.slogdet(x[0]).logabsdet(), regular(2, 3, 3)),
        new Case("least squares", x -> leastSquares(x[0], x[1]), mixed(2, 4, 2), mixed(1, 4, 2)),
        new Case("least norm", x -> leastSquares(x[0], x[1]), mixed(2, 3), mixed(2)),
        new Case(
            "pinv of symmetric matrices",
            x -> Linalg.pinv(symmetric(x[0]), null, null, true),
            definite(3, 3)),
        new Case("tensorinv", x -> Linalg.tensorinv(x[0].reshape(2, 2, 4), 2), regular(4, 4)),
        new Case(
            "tensorsolve",
            x -> Linalg.tensorsolve(x[0].reshape(2, 2, 4), x[1]),
            regular(4, 4),
            mixed(2, 2)));
  }

  private static Tensor leastSquares(Tensor a, Tensor b) {
    LstsqResult found = Linalg.lstsq(a, b, null, "gelss");
    return mixture(found.solution(), found.residuals());
  }

  static Stream<Case> norms() {
    int[] dims = {0, 2};
    return Stream.of(
        new Case("nuclear", x -> Linalg.matrixNorm(x[0], "nuc", dims, true), mixed(3, 2, 2)),
        new Case("frobenius", x -> Linalg.matrixNorm(x[0], "fro", dims, false), mixed(3, 2, 2)),
        new Case("norm 1", x -> Linalg.matrixNorm(x[0], 1, dims, true), mixed(3, 2, 2)),
        new Case("norm -1", x -> Linalg.matrixNorm(x[0], -1, dims, false), mixed(3, 2, 2)),
        new Case("norm 2", x -> Linalg.matrixNorm(x[0], 2, dims, true), mixed(3, 2, 2)),
        new Case("norm -2", x -> Linalg.matrixNorm(x[0], -2, dims, false), mixed(3, 2, 2)),
        new Case("norm of a vector", x -> Linalg.norm(x[0], 3), mixed(4)),
        new Case("norm of a matrix", x -> Linalg.norm(x[0], 2), mixed(3, 2)),
        new Case("named norm", x -> Linalg.norm(x[0], "nuc"), mixed(3, 2)),
        new Case("condition", x -> Linalg.cond(x[0]), regular(2, 3, 3)),
        new Case("condition fro", x -> Linalg.cond(x[0], "fro"), regular(3, 3)),
        new Case("condition nuc", x -> Linalg.cond(x[0], "nuc"), regular(3, 3)));
  }

  static Stream<Case> products() {
    return Stream.of(
        new Case(
            "householder product",
            x -> Linalg.householderProduct(x[0], x[1]),
            mixed(2, 4, 3),
            mixed(2, 2)),
        new Case(
            "ormqr", x -> x[0].ormqr(x[1], x[2], true, true), mixed(3, 2), mixed(2), mixed(3, 2)),
        new Case(
            "ormqr right",
            x -> x[0].ormqr(x[1], x[2], false, false),
            mixed(3, 2),
            mixed(2),
            mixed(2, 3)),
        new Case("power", x -> x[0].matrixPower(6), mixed(2, 2)),
        new Case("negative power", x -> x[0].matrixPower(-3), regular(2, 3, 3)),
        new Case("chain", x -> Linalg.multiDot(x), mixed(2), mixed(2, 3), mixed(3, 2)),
        new Case("vander", x -> Linalg.vander(x[0], 4), mixed(2, 2)),
        new Case("vecdot", x -> Linalg.vecdot(x[0], x[1], 0), mixed(2, 3), mixed(1, 3)),
        new Case(
            "einsum",
            x -> Tensor.einsum("...ij,kj,ii->k...i", x),
            mixed(2, 3, 2),
            mixed(2, 2),
            regular(3, 3)));
  }

  @Test
  void whatIsNotDeterminedHasNoGradient() {
    QrResult complete = Linalg.qr(mixed(3, 2), "complete");
    assertThrows(IllegalStateException.class, () -> complete.q().sum().backward());
    QrResult onlyR = Linalg.qr(mixed(3, 2), "r");
    assertThrows(IllegalStateException.class, () -> onlyR.r().sum().backward());
  }
}
