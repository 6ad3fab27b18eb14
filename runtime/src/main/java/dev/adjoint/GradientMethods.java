package dev.adjoint;

import dev.adjoint.autograd.History;
import dev.adjoint.autograd.HookHandle;
import dev.adjoint.autograd.Node;
import dev.adjoint.autograd.TensorHook;
import dev.adjoint.ops.Conversions;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The place of a tensor in the graph, and gradients. */
public sealed interface GradientMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * Whether gradients flow to this tensor.
   *
   * @return true for leaves that ask for one and for recorded results
   */
  @NoDiff
  default boolean requiresGrad() {
    return History.requiresGrad(self());
  }

  /**
   * Whether this tensor was made in inference mode.
   *
   * @return true for tensors that have no place in any graph
   */
  @NoDiff
  default boolean isInference() {
    return self().storage().isInference();
  }

  /**
   * Makes this leaf require a gradient.
   *
   * @return this tensor
   * @throws IllegalArgumentException if the elements are not floating-point numbers
   */
  default Tensor requiresGrad_() {
    return requiresGrad_(true);
  }

  /**
   * Makes this leaf require a gradient, or not.
   *
   * @param requiresGrad the wanted state
   * @return this tensor
   * @throws IllegalArgumentException if the elements are not floating-point numbers
   * @throws IllegalStateException for a recorded result and false
   */
  default Tensor requiresGrad_(boolean requiresGrad) {
    History.setRequiresGrad(self(), requiresGrad);
    return self();
  }

  /**
   * Whether this tensor was made by the user rather than by a recorded operation.
   *
   * @return true without a history
   */
  @NoDiff
  default boolean isLeaf() {
    return History.isLeaf(self());
  }

  /**
   * The operation that produced this tensor.
   *
   * @return the node, or null for leaves
   */
  default @Nullable Node gradFn() {
    return History.gradFn(self());
  }

  /**
   * Which output of {@link #gradFn()} this tensor is.
   *
   * @return the index; 0 for leaves
   */
  default int outputNr() {
    return History.outputNumber(self());
  }

  /**
   * The accumulated gradient: of leaves, and of results after {@link #retainGrad()}.
   *
   * @return the gradient, or null
   */
  default @Nullable Tensor grad() {
    return History.grad(self());
  }

  /**
   * Replaces the accumulated gradient.
   *
   * @param grad of this shape and type, or null for none
   * @throws IllegalArgumentException if shape or type differ
   */
  default void setGrad(@Nullable Tensor grad) {
    History.setGrad(self(), grad);
  }

  /**
   * Keeps the gradient of this result in {@link #grad()}, as leaves do.
   *
   * @throws IllegalStateException if this tensor requires no gradient
   */
  default void retainGrad() {
    History.retainGrad(self());
  }

  /**
   * Whether {@link #retainGrad()} was called on this result.
   *
   * @return false for leaves
   */
  default boolean retainsGrad() {
    return History.retainsGrad(self());
  }

  /**
   * The same elements without history; an in-place change of either is noticed by the graph.
   *
   * @return a tensor that shares storage
   */
  default Tensor detach() {
    return Conversions.detach(self());
  }

  /**
   * Makes this result a leaf.
   *
   * @return this tensor
   * @throws IllegalStateException for views
   */
  default Tensor detach_() {
    History.detachInPlace(self());
    return self();
  }

  /**
   * The same elements without history; in-place changes go unnoticed by the graph, and then
   * gradients are silently wrong. Prefer {@link #detach()}.
   *
   * @return a tensor that shares the array
   */
  default Tensor data() {
    return Conversions.data(self());
  }

  /**
   * Gradients of this tensor, which has one element, accumulated in the leaves.
   *
   * @throws IllegalStateException without a history, with more than one element, or with freed
   *     buffers
   */
  default void backward() {
    Autograd.backward(self(), null, false, false);
  }

  /**
   * Vector-Jacobian product of this tensor, accumulated in the leaves.
   *
   * @param gradient of this shape
   * @throws IllegalStateException without a history or with freed buffers
   * @throws IllegalArgumentException if the shapes differ
   */
  default void backward(Tensor gradient) {
    Autograd.backward(self(), gradient, false, false);
  }

  /**
   * Vector-Jacobian product of this tensor, accumulated in the leaves.
   *
   * @param gradient of this shape; null for a tensor of one element
   * @param retainGraph whether the graph can be used again
   * @param createGraph whether the gradients can be differentiated; implies {@code retainGraph}
   * @throws IllegalStateException without a history or with freed buffers
   * @throws IllegalArgumentException if the shapes differ
   */
  default void backward(@Nullable Tensor gradient, boolean retainGraph, boolean createGraph) {
    Autograd.backward(self(), gradient, retainGraph || createGraph, createGraph);
  }

  /**
   * Runs a function on the gradient of this tensor once it is complete.
   *
   * @param hook may return a replacement, or null
   * @return a handle that removes it
   * @throws IllegalStateException if this tensor requires no gradient
   */
  default HookHandle registerHook(TensorHook hook) {
    return History.registerHook(self(), hook);
  }

  /**
   * Runs a function after the gradient of this leaf was accumulated.
   *
   * @param hook receives this tensor
   * @return a handle that removes it
   * @throws IllegalStateException for results, or if this tensor requires no gradient
   */
  default HookHandle registerPostAccumulateGradHook(Consumer<Tensor> hook) {
    return History.registerPostAccumulateGradHook(self(), hook);
  }
}
