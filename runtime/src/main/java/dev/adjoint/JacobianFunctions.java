package dev.adjoint;

import dev.adjoint.autograd.Jacobians;
import dev.adjoint.autograd.VectorProducts;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Jacobians, Hessians and their products with vectors: the part of {@link Autograd} that takes
 * functions. Inputs are handed to the function as new tensors over the same elements, and the
 * results have no history, unless {@code createGraph} asks for one.
 */
abstract sealed class JacobianFunctions extends AutogradModes permits Autograd {
  JacobianFunctions() {}

  private static MultiTensorFunction lifted(UnaryOperator<Tensor> function) {
    return inputs -> new Tensor[] {function.apply(inputs[0])};
  }

  private static MultiTensorFunction listed(TensorFunction function) {
    return inputs -> new Tensor[] {function.apply(inputs)};
  }

  private static Tensor @Nullable [] lifted(@Nullable Tensor v) {
    return v == null ? null : new Tensor[] {v};
  }

  private static ValueAndProduct single(ValuesAndProducts all) {
    return new ValueAndProduct(all.values().getFirst(), all.products().getFirst());
  }

  /**
   * A vector times the Jacobian of a function, {@code v·J}.
   *
   * @param function a function of one tensor
   * @param x where
   * @param v of the shape of the result; null for a result of one element
   * @return the value of the function, and the product
   * @throws IllegalArgumentException if shapes do not match
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static ValueAndProduct vjp(UnaryOperator<Tensor> function, Tensor x, @Nullable Tensor v) {
    return vjp(function, x, v, false, false);
  }

  /**
   * A vector times the Jacobian of a function, {@code v·J}.
   *
   * @param function a function of one tensor
   * @param x where
   * @param v of the shape of the result; null for a result of one element
   * @param createGraph whether the results can be differentiated
   * @param strict whether results that do not depend on an input are an error, not zeros
   * @return the value of the function, and the product
   * @throws IllegalArgumentException if shapes do not match
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static ValueAndProduct vjp(
      UnaryOperator<Tensor> function,
      Tensor x,
      @Nullable Tensor v,
      boolean createGraph,
      boolean strict) {
    return single(
        VectorProducts.vjp(lifted(function), new Tensor[] {x}, lifted(v), createGraph, strict));
  }

  /**
   * A vector times the Jacobian of a function, {@code v·J}.
   *
   * @param function a function of several tensors
   * @param inputs where
   * @param v one per result; null for one result of one element
   * @param createGraph whether the results can be differentiated
   * @param strict whether results that do not depend on an input are an error, not zeros
   * @return the values of the function, and the products
   * @throws IllegalArgumentException if shapes do not match
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static ValuesAndProducts vjp(
      MultiTensorFunction function,
      Tensor[] inputs,
      Tensor @Nullable [] v,
      boolean createGraph,
      boolean strict) {
    return VectorProducts.vjp(function, inputs, v, createGraph, strict);
  }

  /**
   * The Jacobian of a function times a vector, {@code J·v}: the derivative along {@code v}.
   *
   * @param function a function of one tensor
   * @param x where
   * @param v of the shape of {@code x}; null for an input of one element
   * @return the value of the function, and the product
   * @throws IllegalArgumentException if shapes do not match
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static ValueAndProduct jvp(UnaryOperator<Tensor> function, Tensor x, @Nullable Tensor v) {
    return jvp(function, x, v, false, false);
  }

  /**
   * The Jacobian of a function times a vector, {@code J·v}: the derivative along {@code v}.
   *
   * @param function a function of one tensor
   * @param x where
   * @param v of the shape of {@code x}; null for an input of one element
   * @param createGraph whether the results can be differentiated
   * @param strict whether results that do not depend on an input are an error, not zeros
   * @return the value of the function, and the product
   * @throws IllegalArgumentException if shapes do not match
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static ValueAndProduct jvp(
      UnaryOperator<Tensor> function,
      Tensor x,
      @Nullable Tensor v,
      boolean createGraph,
      boolean strict) {
    return single(
        VectorProducts.jvp(lifted(function), new Tensor[] {x}, lifted(v), createGraph, strict));
  }

  /**
   * The Jacobian of a function times a vector, {@code J·v}: the derivative along {@code v}.
   *
   * @param function a function of several tensors
   * @param inputs where
   * @param v one per input; null for one input of one element
   * @param createGraph whether the results can be differentiated
   * @param strict whether results that do not depend on an input are an error, not zeros
   * @return the values of the function, and the products
   * @throws IllegalArgumentException if shapes do not match
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static ValuesAndProducts jvp(
      MultiTensorFunction function,
      Tensor[] inputs,
      Tensor @Nullable [] v,
      boolean createGraph,
      boolean strict) {
    return VectorProducts.jvp(function, inputs, v, createGraph, strict);
  }

  /**
   * A vector times the Hessian of a function with one element, {@code v·H}.
   *
   * @param function a function of one tensor
   * @param x where
   * @param v of the shape of {@code x}; null for an input of one element
   * @return the value of the function, and the product
   * @throws IllegalArgumentException if shapes do not match, or the result has several elements
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static ValueAndProduct vhp(UnaryOperator<Tensor> function, Tensor x, @Nullable Tensor v) {
    return vhp(function, x, v, false, false);
  }

  /**
   * A vector times the Hessian of a function with one element, {@code v·H}.
   *
   * @param function a function of one tensor
   * @param x where
   * @param v of the shape of {@code x}; null for an input of one element
   * @param createGraph whether the results can be differentiated
   * @param strict whether results that do not depend on an input are an error, not zeros
   * @return the value of the function, and the product
   * @throws IllegalArgumentException if shapes do not match, or the result has several elements
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static ValueAndProduct vhp(
      UnaryOperator<Tensor> function,
      Tensor x,
      @Nullable Tensor v,
      boolean createGraph,
      boolean strict) {
    return single(
        VectorProducts.vhp(lifted(function), new Tensor[] {x}, lifted(v), createGraph, strict));
  }

  /**
   * A vector times the Hessian of a function with one element, {@code v·H}.
   *
   * @param function a function of several tensors
   * @param inputs where
   * @param v one per input; null for one input of one element
   * @param createGraph whether the results can be differentiated
   * @param strict whether results that do not depend on an input are an error, not zeros
   * @return the values of the function, and the products
   * @throws IllegalArgumentException if shapes do not match, or the result has several elements
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static ValuesAndProducts vhp(
      TensorFunction function,
      Tensor[] inputs,
      Tensor @Nullable [] v,
      boolean createGraph,
      boolean strict) {
    return VectorProducts.vhp(listed(function), inputs, v, createGraph, strict);
  }

  /**
   * The Hessian of a function with one element times a vector, {@code H·v}. {@link #vhp} costs less
   * and gives the same where the Hessian is symmetric.
   *
   * @param function a function of one tensor
   * @param x where
   * @param v of the shape of {@code x}; null for an input of one element
   * @return the value of the function, and the product
   * @throws IllegalArgumentException if shapes do not match, or the result has several elements
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static ValueAndProduct hvp(UnaryOperator<Tensor> function, Tensor x, @Nullable Tensor v) {
    return hvp(function, x, v, false, false);
  }

  /**
   * The Hessian of a function with one element times a vector, {@code H·v}. {@link #vhp} costs less
   * and gives the same where the Hessian is symmetric.
   *
   * @param function a function of one tensor
   * @param x where
   * @param v of the shape of {@code x}; null for an input of one element
   * @param createGraph whether the results can be differentiated
   * @param strict whether results that do not depend on an input are an error, not zeros
   * @return the value of the function, and the product
   * @throws IllegalArgumentException if shapes do not match, or the result has several elements
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static ValueAndProduct hvp(
      UnaryOperator<Tensor> function,
      Tensor x,
      @Nullable Tensor v,
      boolean createGraph,
      boolean strict) {
    return single(
        VectorProducts.hvp(lifted(function), new Tensor[] {x}, lifted(v), createGraph, strict));
  }

  /**
   * The Hessian of a function with one element times a vector, {@code H·v}. {@link #vhp} costs less
   * and gives the same where the Hessian is symmetric.
   *
   * @param function a function of several tensors
   * @param inputs where
   * @param v one per input; null for one input of one element
   * @param createGraph whether the results can be differentiated
   * @param strict whether results that do not depend on an input are an error, not zeros
   * @return the values of the function, and the products
   * @throws IllegalArgumentException if shapes do not match, or the result has several elements
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static ValuesAndProducts hvp(
      TensorFunction function,
      Tensor[] inputs,
      Tensor @Nullable [] v,
      boolean createGraph,
      boolean strict) {
    return VectorProducts.hvp(listed(function), inputs, v, createGraph, strict);
  }

  /**
   * The Jacobian of a function: a backward pass for each element of its result.
   *
   * @param function a function of one tensor
   * @param x where
   * @return of the sizes of the result, followed by those of {@code x}
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static Tensor jacobian(UnaryOperator<Tensor> function, Tensor x) {
    return jacobian(function, x, false, false);
  }

  /**
   * The Jacobian of a function: a backward pass for each element of its result.
   *
   * @param function a function of one tensor
   * @param x where
   * @param createGraph whether the results can be differentiated
   * @param strict whether results that do not depend on an input are an error, not zeros
   * @return of the sizes of the result, followed by those of {@code x}
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static Tensor jacobian(
      UnaryOperator<Tensor> function, Tensor x, boolean createGraph, boolean strict) {
    return Jacobians.jacobian(lifted(function), new Tensor[] {x}, createGraph, strict)[0][0];
  }

  /**
   * The Jacobian of a function: a backward pass for each element of its result.
   *
   * @param function a function of several tensors
   * @param inputs where
   * @param createGraph whether the results can be differentiated
   * @param strict whether results that do not depend on an input are an error, not zeros
   * @return one block per result and input, in this order
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static Tensor[][] jacobian(
      MultiTensorFunction function, Tensor[] inputs, boolean createGraph, boolean strict) {
    return Jacobians.jacobian(function, inputs, createGraph, strict);
  }

  /**
   * The Hessian of a function with one element.
   *
   * @param function a function of one tensor
   * @param x where
   * @return of the sizes of {@code x} twice
   * @throws IllegalArgumentException if the result has several elements
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static Tensor hessian(UnaryOperator<Tensor> function, Tensor x) {
    return hessian(function, x, false, false);
  }

  /**
   * The Hessian of a function with one element.
   *
   * @param function a function of one tensor
   * @param x where
   * @param createGraph whether the results can be differentiated
   * @param strict whether results that do not depend on an input are an error, not zeros
   * @return of the sizes of {@code x} twice
   * @throws IllegalArgumentException if the result has several elements
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static Tensor hessian(
      UnaryOperator<Tensor> function, Tensor x, boolean createGraph, boolean strict) {
    return Jacobians.hessian(
        inputs -> function.apply(inputs[0]), new Tensor[] {x}, createGraph, strict)[0][0];
  }

  /**
   * The Hessian of a function with one element.
   *
   * @param function a function of several tensors
   * @param inputs where
   * @param createGraph whether the results can be differentiated
   * @param strict whether results that do not depend on an input are an error, not zeros
   * @return one block per pair of inputs, in this order
   * @throws IllegalArgumentException if the result has several elements
   * @throws IllegalStateException in strict mode, if something does not depend on an input
   */
  public static Tensor[][] hessian(
      TensorFunction function, Tensor[] inputs, boolean createGraph, boolean strict) {
    return Jacobians.hessian(function, inputs, createGraph, strict);
  }
}
