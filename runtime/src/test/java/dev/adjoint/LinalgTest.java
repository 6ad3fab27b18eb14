package dev.adjoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Linear algebra where no recording looks: singular matrices, empty ones, equations. */
class LinalgTest {

  private static final Tensor SINGULAR = Tensor.tensor(new double[][] {{1, 2}, {2, 4}});

  private static Tensor matrix(double[]... rows) {
    return Tensor.tensor(rows, DType.FLOAT64);
  }

  private static void assertMessage(String expected, Runnable call) {
    RuntimeException refusal = assertThrows(RuntimeException.class, call::run);
    assertEquals(expected, refusal.getMessage());
  }

  @Test
  void namesTheSingularMatrixOfABatch() {
    Tensor batch = Tensor.stack(new Tensor[] {Tensor.eye(2), SINGULAR}, 0);
    assertMessage(
        "linalg.inv: (Batch element 1): The diagonal element 2 is zero, the inversion could not be"
            + " completed because the input matrix is singular.",
        () -> Linalg.inv(batch));
    assertMessage(
        "torch.linalg.solve: (Batch element 1): The solver failed because the input matrix is"
            + " singular.",
        () -> Linalg.solve(batch, Tensor.eye(2)));
    assertArrayEquals(new long[] {0, 2}, Linalg.invEx(batch, false).info().toLongArray());
  }

  @Test
  void namesTheMinorThatIsNotPositive() {
    assertMessage(
        "linalg.cholesky: The factorization could not be completed because the input is not"
            + " positive-definite (the leading minor of order 2 is not positive-definite).",
        () -> Linalg.cholesky(SINGULAR));
  }

  @Test
  void determinantOfASingularMatrixHasTheCofactorsAsGradient() {
    Tensor a = matrix(new double[] {1, 2, 3}, new double[] {2, 4, 6}, new double[] {0, 1, 1});
    a.requiresGrad_();
    a.det().backward();
    double[] cofactors = {-2, -2, 2, 1, 1, -1, 0, 0, 0};
    assertArrayEquals(cofactors, a.grad().toDoubleArray(), 1e-12);
  }

  @Test
  void factorsMultiplyToTheMatrix() {
    Tensor a = Tensor.rand(2, 5, 3).to(DType.FLOAT64);
    QrResult qr = Linalg.qr(a, "complete");
    assertClose(a, qr.q().matmul(qr.r()));
    LuResult lu = Linalg.lu(a);
    assertClose(a, lu.p().matmul(lu.l()).matmul(lu.u()));
    SvdResult svd = Linalg.svd(a);
    assertClose(a, svd.u().narrow(-1, 0, 3).mul(svd.s().unsqueeze(-2)).matmul(svd.vh()));
    assertClose(Tensor.eye(5, 5, DType.FLOAT64).expand(2, 5, 5), svd.u().matmul(svd.u().mT()));
    GeqrfResult packed = a.geqrf();
    assertClose(qr.q(), whole(packed).orgqr(packed.tau()));
  }

  /** As many columns as rows, so that the product of the reflections is square. */
  private static Tensor whole(GeqrfResult packed) {
    Tensor a = packed.a();
    return Tensor.cat(new Tensor[] {a, Tensor.zeros(DType.FLOAT64, 2, 5, 2)}, -1);
  }

  @Test
  void exponentialOfALargeMatrixIsScaled() {
    Tensor a = matrix(new double[] {0, -20}, new double[] {20, 0});
    double c = Math.cos(20);
    double s = Math.sin(20);
    assertArrayEquals(new double[] {c, -s, s, c}, a.matrixExp().toDoubleArray(), 1e-13);
  }

  @Test
  void matricesWithoutElements() {
    Tensor none = Tensor.zeros(DType.FLOAT64, 0, 0);
    assertEquals(1, Linalg.det(none).item());
    assertArrayEquals(new long[] {3, 3}, Linalg.svd(Tensor.zeros(3, 0)).u().shape());
    assertArrayEquals(new long[] {0, 3}, Linalg.pinv(Tensor.zeros(3, 0)).shape());
    assertEquals(0, Linalg.matrixNorm(none).item());
    assertEquals(0, Linalg.matrixRank(none).itemLong());
  }

  @Test
  void whatIsNotANumberStaysSo() {
    Tensor a = Tensor.full(new long[] {2, 2}, Double.NaN);
    assertTrue(Linalg.eigvalsh(a).isnan().all().itemBoolean());
    assertTrue(Linalg.det(a).isnan().itemBoolean());
    assertTrue(a.matrixExp().isnan().all().itemBoolean());
    assertMessage(
        "linalg.svd: The algorithm failed to converge because the input matrix contained non-finite"
            + " values.",
        () -> Linalg.svdvals(a));
  }

  @Test
  void einsumOrdersAnImplicitResultByLetter() {
    Tensor a = Tensor.arange(6).reshape(2, 3);
    assertArrayEquals(a.t().toLongArray(), Tensor.einsum("ba", a).toLongArray());
    assertArrayEquals(a.t().toLongArray(), Tensor.einsum("aB", a).toLongArray());
    assertEquals(3, Tensor.einsum("ii", Tensor.arange(4).reshape(2, 2)).itemLong());
  }

  @Test
  void einsumRefusesWhatItCannotRead() {
    Tensor a = Tensor.zeros(2, 3);
    assertMessage(
        "einsum(): subscript j has size 4 for operand 1 which does not broadcast with previously"
            + " seen size 3",
        () -> Tensor.einsum("ij,jk->ik", a, Tensor.zeros(4, 5)));
    assertMessage(
        "einsum(): output subscript i appears more than once in the output",
        () -> Tensor.einsum("ij->ii", a));
    assertMessage(
        "einsum(): found '.' for operand 0 that is not part of any ellipsis",
        () -> Tensor.einsum("i.j", a));
    assertMessage(
        "einsum(): more operands were provided than specified in the equation",
        () -> Tensor.einsum("ij", a, a));
  }

  private static void assertClose(Tensor expected, Tensor actual) {
    assertArrayEquals(expected.shape(), actual.shape());
    assertArrayEquals(expected.toDoubleArray(), actual.toDoubleArray(), 1e-12);
  }
}
