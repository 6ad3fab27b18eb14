package dev.adjoint;

import dev.adjoint.autograd.SavedTensor;
import java.util.ArrayList;
import java.util.List;

/** What a {@link Function} keeps between its forward and its backward computation. */
public final class Context {
  private final boolean[] needsInputGrad;
  private List<Tensor> toSave = List.of();
  private List<SavedTensor> saved = List.of();
  private final List<Tensor> dirty = new ArrayList<>(0);
  private final List<Tensor> nonDifferentiable = new ArrayList<>(0);
  private boolean materializeGrads = true;

  Context(boolean[] needsInputGrad) {
    this.needsInputGrad = needsInputGrad;
  }

  /**
   * Keeps tensors for the backward computation; called once, in forward. In-place changes of them
   * afterwards are found out.
   *
   * @param tensors inputs, outputs or intermediate values
   */
  public void saveForBackward(Tensor... tensors) {
    toSave = List.of(tensors);
  }

  /**
   * The tensors given to {@link #saveForBackward}.
   *
   * @return them, in the same order
   * @throws IllegalStateException if they were freed or changed in place since
   */
  public Tensor[] savedTensors() {
    if (saved.isEmpty()) {
      return toSave.toArray(new Tensor[0]);
    }
    return saved.stream().map(SavedTensor::unpack).toArray(Tensor[]::new);
  }

  /**
   * Whether the gradient of an input is used.
   *
   * @param input its index
   * @return false if backward may return null for it
   */
  public boolean needsInputGrad(int input) {
    return needsInputGrad[input];
  }

  /**
   * Declares inputs that forward changed in place and returns.
   *
   * @param tensors the changed inputs
   */
  public void markDirty(Tensor... tensors) {
    dirty.addAll(List.of(tensors));
  }

  /**
   * Declares outputs that carry no gradient.
   *
   * @param tensors outputs
   */
  public void markNonDifferentiable(Tensor... tensors) {
    nonDifferentiable.addAll(List.of(tensors));
  }

  /**
   * Whether backward sees zeros, as it does by default, or null for outputs without a gradient.
   *
   * @param materialize false for null
   */
  public void setMaterializeGrads(boolean materialize) {
    materializeGrads = materialize;
  }

  boolean materializeGrads() {
    return materializeGrads;
  }

  boolean isDirty(Tensor tensor) {
    return containsIdentity(dirty, tensor);
  }

  boolean isNonDifferentiable(Tensor tensor) {
    return containsIdentity(nonDifferentiable, tensor);
  }

  private static boolean containsIdentity(List<Tensor> tensors, Tensor wanted) {
    return tensors.stream().anyMatch(tensor -> tensor == wanted);
  }

  /** Fixes the versions of the saved tensors; outputs among them get the history of the node. */
  void pack() {
    saved = toSave.stream().map(SavedTensor::of).toList();
    toSave = List.of();
  }

  void release() {
    saved.forEach(SavedTensor::release);
  }
}
