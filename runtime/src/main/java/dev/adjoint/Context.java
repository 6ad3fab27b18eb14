package dev.adjoint;

import dev.adjoint.autograd.CustomNode;
import dev.adjoint.autograd.SavedTensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Function} keeps between its forward and its backward computation. */
public final class Context {
  private final boolean[] needsInputGrad;
  private List<Tensor> toSave = List.of();
  private List<SavedTensor> saved = List.of();
  private final List<Tensor> dirty = new ArrayList<>(0);
  private final List<Tensor> nonDifferentiable = new ArrayList<>(0);
  private boolean materializeGrads = true;
  private boolean onceDifferentiable;
  private @Nullable CustomNode node;

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
   * Which gradients are used.
   *
   * @return one truth per input
   */
  public boolean[] needsInputGrad() {
    return needsInputGrad.clone();
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

  /**
   * Declares that backward is not composed of differentiable operations: it runs without being
   * recorded, and differentiating its results is an error.
   */
  public void markOnceDifferentiable() {
    onceDifferentiable = true;
  }

  boolean isOnceDifferentiable() {
    return onceDifferentiable;
  }

  void bind(CustomNode bound) {
    node = bound;
  }

  /** The tangent of an output that follows from backward; null for zero. */
  @Nullable Tensor transposed(int output) {
    return bound().transposed(output);
  }

  /** The tangents of all outputs that follow from backward. */
  @Nullable Tensor[] transposed() {
    @Nullable Tensor[] tangents = new @Nullable Tensor[bound().outputs()];
    for (int i = 0; i < tangents.length; i++) {
      tangents[i] = transposed(i);
    }
    return tangents;
  }

  private CustomNode bound() {
    CustomNode present = node;
    if (present == null) {
      throw new IllegalStateException("Context: a tangent was asked for outside forward mode");
    }
    return present;
  }

  /** Changed inputs have to be outputs, or their new history would be lost. */
  void checkDirty(Tensor[] outputs) {
    for (Tensor tensor : dirty) {
      if (!containsIdentity(List.of(outputs), tensor)) {
        throw new IllegalStateException(
            "Some elements marked as dirty during the forward method were not returned as output."
                + " The inputs that are modified inplace must all be outputs of the Function.");
      }
    }
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
