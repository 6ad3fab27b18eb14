package dev.adjoint.ops;

import dev.adjoint.GeqrfResult;
import dev.adjoint.QrResult;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.RefusingNode;
import dev.adjoint.derivatives.QrDerivatives;
import dev.adjoint.kernels.Householder;
import dev.adjoint.kernels.Matrix;
import dev.adjoint.kernels.MatrixSizes;
import java.util.Arrays;

/** Orthogonal and triangular factors. */
public final class QrFactorisations {
  private QrFactorisations() {}

  /** Both factors; {@code mode} is {@code reduced}, {@code complete} or {@code r}. */
  public static QrResult qr(Tensor a, String mode) {
    MatrixChecks.requireMatrix("linalg.qr", "A", a);
    MatrixChecks.requireFloating("linalg.qr", a);
    if (!mode.equals("reduced") && !mode.equals("complete") && !mode.equals("r")) {
      throw new IllegalArgumentException(
          "qr received unrecognized mode '"
              + mode
              + "' but expected one of 'reduced' (default), 'r', or 'complete'");
    }
    MatrixBatch batch = MatrixBatch.copyOf(a);
    boolean complete = mode.equals("complete");
    int width = complete ? batch.rows() : batch.smaller();
    double[] tau = new double[batch.count() * batch.smaller()];
    factor(batch, tau);
    Tensor q =
        mode.equals("r")
            ? Creation.zeros(a.dtype(), 0)
            : batch.tensor(orthogonal(batch, tau, width), batch.rows(), width);
    Tensor r = batch.tensor(triangle(batch, width), width, batch.columns());
    new SeveralResults(
            "LinalgQrBackward0",
            (g, saved, input) -> QrDerivatives.qrA(g[0], g[1], saved[0], saved[1], mode),
            a)
        .record(q, r);
    return new QrResult(q, r);
  }

  private static void factor(MatrixBatch batch, double[] tau) {
    for (int i = 0; i < batch.count(); i++) {
      Householder.factor(batch.matrix(i), batch.rows(), batch.columns(), tau, i * batch.smaller());
    }
  }

  private static double[] orthogonal(MatrixBatch batch, double[] tau, int width) {
    int rows = batch.rows();
    int k = batch.smaller();
    double[] q = new double[batch.count() * rows * width];
    for (int i = 0; i < batch.count(); i++) {
      int at = i * rows * width;
      for (int d = 0; d < Math.min(rows, width); d++) {
        q[at + d * width + d] = 1;
      }
      Householder.multiply(
          batch.matrix(i),
          Arrays.copyOfRange(tau, i * k, (i + 1) * k),
          new Matrix<>(q, at, width, 1),
          new MatrixSizes(rows, k, width));
    }
    return q;
  }

  private static double[] triangle(MatrixBatch batch, int height) {
    int columns = batch.columns();
    double[] r = new double[batch.count() * height * columns];
    for (int i = 0; i < batch.count(); i++) {
      for (int row = 0; row < Math.min(height, columns); row++) {
        int from = i * batch.elements() + row * columns + row;
        int to = i * height * columns + row * columns + row;
        System.arraycopy(batch.values(), from, r, to, columns - row);
      }
    }
    return r;
  }

  /** The factors as LAPACK packs them. */
  public static GeqrfResult geqrf(Tensor a) {
    if (a.dim() < 2) {
      throw new IllegalArgumentException("torch.geqrf: input must have at least 2 dimensions.");
    }
    MatrixChecks.requireKernel("geqrf_cpu", a);
    MatrixBatch batch = MatrixBatch.copyOf(a);
    double[] tau = new double[batch.count() * batch.smaller()];
    factor(batch, tau);
    Tensor packed = batch.tensor();
    Tensor factors = batch.tensor(tau, batch.smaller());
    if (Recording.isNeeded(a)) {
      RefusingNode node = RefusingNode.ofMissing("GeqrfBackward0", "geqrf", a);
      Recording.attach(packed, node);
      Recording.attach(factors, node, 1);
    }
    return new GeqrfResult(packed, factors);
  }
}
