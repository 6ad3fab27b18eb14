package dev.adjoint.derivatives;

import dev.adjoint.Linalg;
import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of orthogonal and triangular factors (Walter, Lehmann, Lamour, On evaluating
 * higher-order derivatives of the QR decomposition of tall matrices with full column rank, 2012).
 */
public final class QrDerivatives {
  private QrDerivatives() {}

  /**
   * Of {@code linalg.qr}: {@code (gradQ + Q sym(triu(gradR R^T - Q^T gradQ))) R^-T}, where sym
   * mirrors the triangle; a wide matrix is its square part, and the rest times Q.
   *
   * @throws IllegalStateException if Q is missing or not determined by the matrix
   */
  public static Tensor qrA(
      @Nullable Tensor gradQ, @Nullable Tensor gradR, Tensor q, Tensor r, String mode) {
    if (mode.equals("r")) {
      throw new IllegalStateException(
          "The derivative of linalg.qr depends on Q, which is not computed when mode='r'. Please"
              + " use linalg.qr(A, mode='reduced') if you are going to require gradients.");
    }
    if (mode.equals("complete") && r.size(-2) > r.size(-1)) {
      throw new IllegalStateException(
          "The QR decomposition is not differentiable when mode='complete' and nrows > ncols.");
    }
    Tensor ofQ = gradQ == null ? Tensor.zerosLike(q) : gradQ;
    Tensor ofR = gradR == null ? Tensor.zerosLike(r) : gradR;
    long k = r.size(-2);
    long rest = r.size(-1) - k;
    if (rest == 0) {
      return square(ofQ, ofR, q, r);
    }
    // The other columns are Q R2, so their gradient Q gradR2 and Q gets A2 gradR2^T.
    Tensor ofRest = ofR.narrow(-1, k, rest);
    Tensor columns = q.matmul(r.narrow(-1, k, rest));
    Tensor corner = r.narrow(-1, 0, k);
    Tensor first = square(ofQ.add(columns.matmul(ofRest.mT())), ofR.narrow(-1, 0, k), q, corner);
    return Tensor.cat(new Tensor[] {first, q.matmul(ofRest)}, -1);
  }

  private static Tensor square(Tensor gradQ, Tensor gradR, Tensor q, Tensor r) {
    Tensor inner = gradR.matmul(r.mT()).sub(q.mT().matmul(gradQ));
    Tensor symmetric = inner.triu(0).add(inner.triu(1).mT());
    Tensor whole = gradQ.add(q.matmul(symmetric));
    return Linalg.solveTriangular(r.mT(), whole, false, false, false);
  }
}
