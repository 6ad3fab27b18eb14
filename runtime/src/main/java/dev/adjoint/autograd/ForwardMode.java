package dev.adjoint.autograd;

import dev.adjoint.DualTensor;
import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** Forward mode: tensors with tangents, and the tangents of what is computed from them. */
public final class ForwardMode {
  private ForwardMode() {}

  /**
   * A tensor with a tangent.
   *
   * @param primal the value
   * @param tangent of its shape
   * @return a view of {@code primal}
   * @throws IllegalStateException if no level is open in this thread, or {@code primal} has a
   *     tangent
   * @throws IllegalArgumentException if a tensor is not floating-point, or the shapes differ
   */
  public static Tensor makeDual(Tensor primal, Tensor tangent) {
    DualLevel level = DualLevel.current();
    if (level == null) {
      throw new IllegalStateException(
          "Trying to create a dual Tensor for forward AD but no level exists, make sure to"
              + " enter_dual_level() first.");
    }
    checkFloating("primal", primal);
    checkFloating("tangent", tangent);
    if (tangent(primal) != null) {
      throw new IllegalStateException(
          "Making a dual Tensor based on a Tensor that already has a forward gradient at the same"
              + " level 0 is not supported.");
    }
    if (!primal.layout().sameShape(tangent.layout())) {
      throw new IllegalArgumentException(
          "Trying to set a forward gradient that has a different size than that of the original"
              + " Tensor, this is not supported. Tensor is of size %s while the given forward gradient is of size %s."
                  .formatted(Shapes.text(primal), Shapes.text(tangent)));
    }
    Tensor dual = primal.view(primal.shape());
    AutogradMeta meta = History.meta(dual);
    ViewOrigin origin = meta.view;
    if (origin != null) {
      meta.view = origin.withTangentRoot(dual);
    }
    meta.extras().dual = new Dual(level, tangent, dual.version());
    return dual;
  }

  private static void checkFloating(String what, Tensor tensor) {
    if (!tensor.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "Expected %s to be floating point or complex, but got: %s"
              .formatted(what, tensor.dtype().label()));
    }
  }

  /**
   * Value and tangent of a tensor.
   *
   * @param tensor any tensor
   * @return a view of it without tangent, and its tangent
   */
  public static DualTensor unpackDual(Tensor tensor) {
    Tensor tangent = tangent(tensor);
    if (DualLevel.current() == null) {
      return new DualTensor(tensor, null);
    }
    try (var _ = GradMode.pauseTangents()) {
      return new DualTensor(tensor.view(tensor.shape()), tangent);
    }
  }

  /**
   * The tangent of a tensor. That of a view is taken from its base again once the storage was
   * written after the view was made.
   *
   * @param tensor any tensor
   * @return the tangent, or null
   */
  public static @Nullable Tensor tangent(Tensor tensor) {
    AutogradMeta meta = History.metaOrNull(tensor);
    if (meta == null || !DualLevel.isAnyOpen() || GradMode.areTangentsPaused()) {
      return null;
    }
    Dual dual = meta.dual();
    ViewOrigin view = meta.view;
    if (view != null && (dual == null || dual.version() != tensor.version())) {
      dual = refreshed(tensor, meta, view);
    }
    return dual == null || !dual.level().isOpen() ? null : dual.tangent();
  }

  private static @Nullable Dual refreshed(Tensor tensor, AutogradMeta meta, ViewOrigin view) {
    Tensor root = view.tangentRoot();
    AutogradMeta rootMeta = History.metaOrNull(root);
    Dual whole = rootMeta == null ? null : rootMeta.dual();
    if (root == tensor || whole == null || !whole.level().isOpen()) {
      return meta.dual();
    }
    Tensor replay = root.asStrided(tensor.shape(), tensor.strides(), tensor.storageOffset());
    Dual part = History.meta(replay).dual();
    Tensor tangent = part == null ? null : part.tangent();
    Dual dual = new Dual(whole.level(), tangent, tensor.version());
    meta.extras().dual = dual;
    return dual;
  }

  /** The node that an operation on a tensor leads to, with the tensor's tangent if it has one. */
  static @Nullable Node edge(Tensor tensor, @Nullable Node node) {
    if (tangent(tensor) == null) {
      return node;
    }
    Dual dual = History.meta(tensor).dual();
    return dual == null ? node : new DualNode(node, History.outputNumber(tensor), dual);
  }

  /** Whether gradients are to flow through a node just made, and not only tangents. */
  static boolean isRecorded(Node node) {
    if (!GradMode.isRecording()) {
      return false;
    }
    for (int i = 0; i < node.inputCount(); i++) {
      Node next = node.nextNode(i);
      if (next != null && (!(next instanceof DualNode dual) || dual.next != null)) {
        return true;
      }
    }
    return false;
  }

  /** Gives a result, or a changed operand, the tangent that follows from those of the operands. */
  static void carry(Node node, int output, Tensor result) {
    @Nullable Tensor[] tangents = new @Nullable Tensor[node.inputCount()];
    DualLevel level = null;
    for (int i = 0; i < tangents.length; i++) {
      if (node.nextNode(i) instanceof DualNode operand) {
        tangents[i] = operand.dual.tangent();
        level = operand.dual.level();
      }
    }
    if (level != null) {
      Tensor tangent = node.tangent(result, output, tangents);
      AutogradMeta meta = History.meta(result);
      meta.extras().dual = new Dual(level, tangent, result.version());
    }
  }

  /** As {@link #carry} after an in-place change of a tensor that may be a view. */
  static void carryInPlace(Node node, int output, Tensor written) {
    ViewOrigin view = History.meta(written).view;
    Tensor root = view == null ? written : view.tangentRoot();
    if (root == written) {
      carry(node, output, written);
    } else {
      carry(new CopySlices(root, written, node), 0, root);
    }
  }
}
