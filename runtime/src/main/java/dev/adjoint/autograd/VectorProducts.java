package dev.adjoint.autograd;

import dev.adjoint.MultiTensorFunction;
import dev.adjoint.Tensor;
import dev.adjoint.ValuesAndProducts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products of vectors with Jacobians and Hessians, without forming these. */
public final class VectorProducts {
  private static final String NEEDS_SCALAR_OUTPUT =
      "The vector v can only be None if the user-provided function returns a single Tensor with a"
          + " single element.";
  private static final String NEEDS_SCALAR_INPUT =
      "The vector v can only be None if the input to the user-provided function is a single Tensor"
          + " with a single element.";

  private VectorProducts() {}

  /** A vector times the Jacobian: one backward pass. */
  public static ValuesAndProducts vjp(
      MultiTensorFunction function,
      Tensor[] inputs,
      Tensor @Nullable [] v,
      boolean createGraph,
      boolean strict) {
    HigherOrder call = new HigherOrder(function, inputs, createGraph, strict);
    Tensor @Nullable [] vector = call.vector(v, call.outputs, NEEDS_SCALAR_OUTPUT);
    Tensor[] product =
        call.product(Strictness.BACK, call.outputs, call.inputs, vector, call.inputs);
    return result(call, product);
  }

  /** The Jacobian times a vector: the derivative of the vjp with respect to its vector. */
  public static ValuesAndProducts jvp(
      MultiTensorFunction function,
      Tensor[] inputs,
      Tensor @Nullable [] v,
      boolean createGraph,
      boolean strict) {
    HigherOrder call = new HigherOrder(function, inputs, createGraph, strict);
    Tensor @Nullable [] vector = call.vector(v, call.inputs, NEEDS_SCALAR_INPUT);
    Tensor[] seeds = HigherOrder.zeroSeeds(call.outputs);
    @Nullable Tensor[] gradients = call.recordedGradients(seeds);
    Strictness.requireGraph(gradients, Strictness.CONSTANT_GRADIENT, strict);
    Tensor[] product = call.product(Strictness.BACK_TRICK, gradients, seeds, vector, call.outputs);
    return result(call, product);
  }

  /** A vector times the Hessian: one backward pass through the gradient. */
  public static ValuesAndProducts vhp(
      MultiTensorFunction function,
      Tensor[] inputs,
      Tensor @Nullable [] v,
      boolean createGraph,
      boolean strict) {
    HigherOrder call = new HigherOrder(function, inputs, createGraph, strict);
    Tensor @Nullable [] vector = call.vector(v, call.inputs, NEEDS_SCALAR_INPUT);
    @Nullable Tensor[] gradients = scalarGradients(call, "vhp", strict);
    Tensor[] product =
        call.product(Strictness.DOUBLE_BACK, gradients, call.inputs, vector, call.inputs);
    return result(call, product);
  }

  /** The Hessian times a vector: the derivative of the vhp with respect to its vector. */
  public static ValuesAndProducts hvp(
      MultiTensorFunction function,
      Tensor[] inputs,
      Tensor @Nullable [] v,
      boolean createGraph,
      boolean strict) {
    HigherOrder call = new HigherOrder(function, inputs, createGraph, strict);
    Tensor @Nullable [] vector = call.vector(v, call.inputs, NEEDS_SCALAR_INPUT);
    @Nullable Tensor[] gradients = scalarGradients(call, "hvp", strict);
    Tensor[] seeds = HigherOrder.zeroSeeds(call.inputs);
    @Nullable Tensor[] second;
    try (var _ = GradMode.set(true)) {
      second = HigherOrder.gradients(gradients, call.inputs, seeds, true, true);
    }
    Tensor[] product =
        call.product(Strictness.DOUBLE_BACK_TRICK, second, seeds, vector, call.inputs);
    return result(call, product);
  }

  private static @Nullable Tensor[] scalarGradients(HigherOrder call, String name, boolean strict) {
    if (call.outputs.length != 1) {
      throw new IllegalArgumentException(
          "The function given to " + name + " should return a single Tensor");
    }
    if (call.outputs[0].numel() != 1) {
      throw new IllegalArgumentException(
          "The Tensor returned by the function given to "
              + name
              + " should contain a single element");
    }
    @Nullable Tensor[] gradients = call.recordedGradients(null);
    Strictness.requireGraph(gradients, Strictness.CONSTANT_JACOBIAN, strict);
    return gradients;
  }

  private static ValuesAndProducts result(HigherOrder call, Tensor[] product) {
    return new ValuesAndProducts(List.of(call.finished(call.outputs)), List.of(product));
  }
}
