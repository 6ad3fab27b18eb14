package dev.adjoint.autograd;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;

/**
 * Second derivatives of a generated method on tensors at a point: the derivatives of its gradients.
 * For generated code.
 */
public final class TensorHessian {
  private final TensorPack point;
  private final Gradients gradients;
  private final Tensor gradOutput;

  private TensorHessian(TensorPack point, Gradients gradients, Tensor gradOutput) {
    this.point = point;
    this.gradients = gradients;
    this.gradOutput = gradOutput;
  }

  /** Calls the backward method. */
  @FunctionalInterface
  public interface Gradients {

    /**
     * Computes the gradients, by differentiable operations.
     *
     * @param tensors the tensors that are differentiated
     * @param gradOutput the gradient of the value
     * @return a gradient for each tensor
     * @throws Exception where the method does
     */
    TensorPack of(TensorPack tensors, Tensor gradOutput) throws Exception;
  }

  /** Calls the method. */
  @FunctionalInterface
  public interface Value {

    /**
     * Computes the value.
     *
     * @return the value
     * @throws Exception where the method does
     */
    Tensor compute() throws Exception;
  }

  /**
   * The second derivatives at a point.
   *
   * @param value computes the value there
   * @param point the tensors that are differentiated
   * @param gradients computes the gradients
   * @return what products can be taken with
   * @throws IllegalArgumentException if the value has not exactly one element
   */
  public static TensorHessian of(Value value, TensorPack point, Gradients gradients) {
    try (var _ = Autograd.noGrad()) {
      Tensor computed = Unchecked.call(value::compute);
      if (computed.numel() != 1) {
        throw new IllegalArgumentException(
            "Second derivatives are those of a method that returns one number: the tensor returned"
                + " has shape "
                + Shapes.text(computed));
      }
      return new TensorHessian(point, gradients, Tensor.onesLike(computed));
    }
  }

  /**
   * The product with a direction.
   *
   * @param direction a tensor for each that is differentiated, of its shape
   * @return the product, in the same form
   */
  public TensorPack times(TensorPack direction) {
    return point.with(
        VectorProducts.vjp(this::gradientsAt, point.flat(), direction.flat(), false, false)
            .products()
            .toArray(Tensor[]::new));
  }

  /**
   * All second derivatives.
   *
   * @return for each two tensors a block, with the dimensions of the one, then those of the other
   */
  public Tensor[][] matrix() {
    return Jacobians.jacobian(this::gradientsAt, point.flat(), false, false);
  }

  private Tensor[] gradientsAt(Tensor[] tensors) {
    return Unchecked.call(() -> gradients.of(point.with(tensors), gradOutput)).flat();
  }
}
