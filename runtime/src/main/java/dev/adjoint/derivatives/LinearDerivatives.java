package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;

/** Derivatives of linear maps {@code input weight^T + bias}, those of its products. */
public final class LinearDerivatives {
  private LinearDerivatives() {}

  /** Of the map with respect to its argument: {@code gradOutput weight}. */
  @DerivativeOf(
      type = Functional.class,
      method = "linear",
      parameters = {Tensor.class, Tensor.class},
      wrt = "input")
  public static Tensor linearInput(Tensor gradOutput, Tensor input, Tensor weight) {
    return ProductDerivatives.matmulSelf(gradOutput, input, weight.t());
  }

  /** Of the map with respect to its matrix: {@code gradOutput^T input}, summed over batches. */
  @DerivativeOf(
      type = Functional.class,
      method = "linear",
      parameters = {Tensor.class, Tensor.class},
      wrt = "weight")
  public static Tensor linearWeight(Tensor gradOutput, Tensor input, Tensor weight) {
    return ProductDerivatives.matmulOther(gradOutput, input, weight.t()).t();
  }

  /** Of the affine map with respect to its argument: {@code gradOutput weight}. */
  @DerivativeOf(
      type = Functional.class,
      method = "linear",
      parameters = {Tensor.class, Tensor.class, Tensor.class},
      wrt = "input")
  public static Tensor affineInput(Tensor gradOutput, Tensor input, Tensor weight) {
    return linearInput(gradOutput, input, weight);
  }

  /**
   * Of the affine map with respect to its matrix: {@code gradOutput^T input}, summed over batches.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "linear",
      parameters = {Tensor.class, Tensor.class, Tensor.class},
      wrt = "weight")
  public static Tensor affineWeight(Tensor gradOutput, Tensor input, Tensor weight) {
    return linearWeight(gradOutput, input, weight);
  }

  /** Of the affine map with respect to what it adds: the gradient, summed. */
  @DerivativeOf(
      type = Functional.class,
      method = "linear",
      parameters = {Tensor.class, Tensor.class, Tensor.class},
      wrt = "bias")
  public static Tensor affineBias(Tensor gradOutput, Tensor bias) {
    return Operands.fit(gradOutput, bias);
  }
}
