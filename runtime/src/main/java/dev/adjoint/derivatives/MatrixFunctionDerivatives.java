package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Linalg;
import dev.adjoint.Tensor;

/** Derivatives of functions of matrices. */
public final class MatrixFunctionDerivatives {
  private MatrixFunctionDerivatives() {}

  /**
   * Of {@code linalg.matrix_exp}: the upper right block of the exponential of {@code [[a^T,
   * gradOutput], [0, a^T]]} (Mathias, A chain rule for matrix functions and applications, 1996).
   */
  @DerivativeOf(type = Linalg.class, method = "matrixExp", wrt = "a")
  public static Tensor exponentialA(Tensor gradOutput, Tensor a) {
    long n = a.size(-1);
    Tensor diagonal = a.mT();
    Tensor above = Tensor.cat(new Tensor[] {diagonal, gradOutput}, -1);
    Tensor below = Tensor.cat(new Tensor[] {Tensor.zerosLike(a), diagonal}, -1);
    Tensor blocks = Tensor.cat(new Tensor[] {above, below}, -2);
    return Linalg.matrixExp(blocks).narrow(-2, 0, n).narrow(-1, n, n);
  }

  /** Of {@code matrix_exp}: as of {@code linalg.matrix_exp}. */
  @DerivativeOf(type = Tensor.class, method = "matrixExp", wrt = "self")
  public static Tensor exponentialSelf(Tensor gradOutput, Tensor self) {
    return exponentialA(gradOutput, self);
  }

  /** Of the vector product {@code linalg.cross}: {@code other x gradOutput}. */
  @DerivativeOf(
      type = Linalg.class,
      method = "cross",
      parameters = {Tensor.class, Tensor.class, int.class},
      wrt = "input")
  public static Tensor crossInput(Tensor gradOutput, Tensor input, Tensor other, int dim) {
    return Operands.fit(Linalg.cross(other, gradOutput, dim), input);
  }

  /** Of the vector product {@code linalg.cross}: {@code gradOutput x input}. */
  @DerivativeOf(
      type = Linalg.class,
      method = "cross",
      parameters = {Tensor.class, Tensor.class, int.class},
      wrt = "other")
  public static Tensor crossOther(Tensor gradOutput, Tensor input, Tensor other, int dim) {
    return Operands.fit(Linalg.cross(gradOutput, input, dim), other);
  }
}
