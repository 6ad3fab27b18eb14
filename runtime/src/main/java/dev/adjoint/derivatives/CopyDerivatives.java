package dev.adjoint.derivatives;

import dev.adjoint.DType;
import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of copies and conversions. */
public final class CopyDerivatives {
  private CopyDerivatives() {}

  /** Of copying {@code source} over another tensor: the gradient, in the source's form. */
  public static Tensor source(Tensor gradOutput, Tensor source) {
    return Operands.fit(gradOutput, source);
  }

  /** Of overwritten elements: zero. */
  public static Tensor overwritten(Tensor gradOutput) {
    return Tensor.zeros(gradOutput.dtype()).expand(gradOutput.shape());
  }

  /** Of a copy: the gradient. */
  @DerivativeOf(type = Tensor.class, method = "clone", wrt = "self")
  public static Tensor cloneSelf(Tensor gradOutput) {
    return gradOutput;
  }

  /** Of a dense copy where one is needed: the gradient. */
  @DerivativeOf(type = Tensor.class, method = "contiguous", wrt = "self")
  public static Tensor contiguousSelf(Tensor gradOutput) {
    return gradOutput;
  }

  /** Of a conversion: the gradient, converted back. */
  @DerivativeOf(
      type = Tensor.class,
      method = "to",
      parameters = {DType.class},
      wrt = "self")
  public static Tensor toSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.to(self.dtype());
  }

  /** Of a conversion to {@code float32}: the gradient, converted back. */
  @DerivativeOf(type = Tensor.class, method = "toFloat", wrt = "self")
  public static Tensor toFloatSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.to(self.dtype());
  }

  /** Of a conversion to {@code float64}: the gradient, converted back. */
  @DerivativeOf(type = Tensor.class, method = "toDouble", wrt = "self")
  public static Tensor toDoubleSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.to(self.dtype());
  }
}
