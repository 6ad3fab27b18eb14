package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.MatrixFunctionDerivatives;
import dev.adjoint.kernels.MatrixExponential;

/** Powers and exponentials of matrices. */
public final class MatrixFunctions {
  private MatrixFunctions() {}

  /** The matrix times itself; negative powers are those of the inverse. */
  public static Tensor power(Tensor a, long n) {
    MatrixChecks.requireSquare("linalg.matrix_power", a);
    if (n == Long.MIN_VALUE) {
      throw new IllegalArgumentException("linalg.matrix_power: no inverse has the power " + n);
    }
    if (n < 0) {
      return power(Inverses.inverse(a), -n);
    }
    if (n == 0) {
      long order = a.size(-1);
      return Tensor.eye(order, order, a.dtype()).expand(a.shape()).contiguous();
    }
    if (n == 1) {
      return a.clone();
    }
    int zeros = Long.numberOfTrailingZeros(n);
    Tensor square = a;
    for (int i = 0; i < zeros; i++) {
      square = square.matmul(square);
    }
    Tensor result = square;
    for (long left = n >> (zeros + 1); left > 0; left >>= 1) {
      square = square.matmul(square);
      result = (left & 1) == 0 ? result : result.matmul(square);
    }
    return result;
  }

  /** The exponential. */
  public static Tensor exponential(Tensor a) {
    MatrixChecks.requireSquare("linalg.matrix_exp", a);
    MatrixChecks.requireFloating("linalg.matrix_exp", a);
    MatrixBatch batch = MatrixBatch.copyOf(a);
    MatrixExponential kernel = new MatrixExponential(batch.rows());
    for (int i = 0; i < batch.count(); i++) {
      kernel.compute(batch.values(), i * batch.elements());
    }
    Tensor result = batch.tensor();
    return Recording.isNeeded(a)
        ? new UnaryNode(
                "LinalgMatrixExpBackward0",
                Reads.SELF,
                (g, s, r) -> MatrixFunctionDerivatives.exponentialA(g, s),
                a)
            .record(result)
        : result;
  }
}
