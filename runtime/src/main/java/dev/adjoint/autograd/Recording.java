package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** How operations enter the graph: the only part of autograd that operations call. */
public final class Recording {
  /** Not the version of any storage, nor the mark of one without. */
  private static final int STALE = Integer.MIN_VALUE;

  private Recording() {}

  /**
   * Whether an operation on a tensor has to be recorded.
   *
   * @param input the operand
   * @return true if gradients are on and the operand requires one
   */
  public static boolean isNeeded(Tensor input) {
    return input.place() != null
        && ((History.requiresGrad(input) && GradMode.isRecording())
            || (DualLevel.isAnyOpen() && ForwardMode.tangent(input) != null));
  }

  /**
   * Whether an operation on two tensors has to be recorded.
   *
   * @param first an operand
   * @param second the other
   * @return true if gradients are on and an operand requires one
   */
  public static boolean isNeeded(Tensor first, Tensor second) {
    return isNeeded(first) || isNeeded(second);
  }

  /**
   * Whether an operation on several tensors has to be recorded.
   *
   * @param inputs the operands
   * @return true if gradients are on and an operand requires one
   */
  public static boolean isNeeded(Tensor[] inputs) {
    for (Tensor input : inputs) {
      if (isNeeded(input)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Makes a new tensor the only output of a node.
   *
   * @param result a tensor without history
   * @param node the operation
   * @return {@code result}
   */
  public static Tensor attach(Tensor result, Node node) {
    return attach(result, node, 0);
  }

  /**
   * Makes a new tensor one of the outputs of a node. Integers and booleans carry no gradient.
   *
   * @param result a tensor without history
   * @param node the operation
   * @param output the output's index
   * @return {@code result}
   */
  public static Tensor attach(Tensor result, Node node, int output) {
    if (result.dtype().isFloatingPoint()) {
      boolean isDual = DualLevel.isAnyOpen();
      if (!isDual || ForwardMode.isRecorded(node)) {
        place(result, node, output);
      }
      if (isDual) {
        ForwardMode.carry(node, output, result);
      }
    }
    return result;
  }

  private static void place(Tensor result, Node node, int output) {
    if (output == 0 && result.place() == null) {
      result.place(node);
      return;
    }
    AutogradMeta meta = History.meta(result);
    meta.gradFn = node;
    meta.outputNumber = output;
  }

  /**
   * Registers a new tensor as a differentiable view.
   *
   * @param view shares the storage of {@code viewed}; without history yet
   * @param viewed the tensor that was viewed, possibly a view itself
   * @return {@code view}
   */
  public static Tensor markView(Tensor view, Tensor viewed) {
    return markView(view, viewed, ViewOrigin.Kind.current());
  }

  /**
   * Registers a new tensor as one of several views that one operation returns: these must not be
   * changed in place.
   *
   * @param view shares the storage of {@code viewed}; without history yet
   * @param viewed the tensor that was viewed, possibly a view itself
   * @return {@code view}
   */
  public static Tensor markOneOfSeveralViews(Tensor view, Tensor viewed) {
    boolean isPlain = GradMode.isRecording();
    return markView(
        view, viewed, isPlain ? ViewOrigin.Kind.ONE_OF_SEVERAL : ViewOrigin.Kind.current());
  }

  static Tensor markView(Tensor view, Tensor viewed, ViewOrigin.Kind kind) {
    AutogradMeta viewedMeta = History.metaOrNull(viewed);
    ViewOrigin outer = viewedMeta == null ? null : viewedMeta.view;
    int version = view.storage().versionOrMark();
    History.meta(view).view =
        outer == null ? new ViewOrigin(viewed, kind, version) : nested(outer, kind, version);
    return view;
  }

  private static ViewOrigin nested(ViewOrigin outer, ViewOrigin.Kind kind, int version) {
    boolean isPlain = outer.kind == ViewOrigin.Kind.PLAIN;
    ViewOrigin origin = new ViewOrigin(outer.base, isPlain ? kind : outer.kind, version);
    Tensor root = outer.tangentRoot();
    return root == outer.base ? origin : origin.withTangentRoot(root);
  }

  /**
   * Refuses in-place changes that the graph could not follow.
   *
   * @param self the tensor about to be written
   * @throws IllegalStateException if gradients are on and {@code self} is a leaf that requires one,
   *     a view of such a leaf, or a view made while gradients were off
   */
  public static void checkInPlace(Tensor self) {
    if (self.storage().isInference() && !InferenceMode.isEnabled()) {
      throw new IllegalStateException(
          "Inplace update to inference tensor outside InferenceMode is not allowed.You can make a"
              + " clone to get a normal tensor before doing inplace update.See"
              + " https://github.com/pytorch/rfcs/pull/17 for more details.");
    }
    AutogradMeta meta = History.metaOrNull(self);
    if (meta == null || !GradMode.isRecording()) {
      return;
    }
    ViewOrigin view = meta.view;
    if (view != null && History.requiresGrad(self)) {
      view.requirePlain(meta, false);
      if (History.requiresGrad(view.base) && History.isLeaf(view.base)) {
        throw new IllegalStateException(
            "a view of a leaf Variable that requires grad is being used in an in-place operation.");
      }
    } else if (meta.requiresGrad && History.isLeaf(self)) {
      throw new IllegalStateException(
          "a leaf Variable that requires grad is being used in an in-place operation.");
    }
  }

  /**
   * The tensor as it is before an operation writes over it.
   *
   * @param self the tensor about to be written
   * @return a copy at the same place in the graph
   */
  public static Tensor before(Tensor self) {
    Node node = History.gradFn(self);
    if (node == null || DualLevel.isAnyOpen()) {
      return self.clone();
    }
    Tensor copy;
    try (var _ = GradMode.set(false)) {
      copy = self.clone();
    }
    AutogradMeta meta = History.meta(copy);
    meta.gradFn = node;
    meta.outputNumber = History.outputNumber(self);
    return copy;
  }

  /**
   * Makes a node the last operation on a tensor that it changed in place. Of a view, the base's
   * history changes: the node is wrapped so that it applies to the viewed part only.
   *
   * @param self the changed tensor, its storage already marked as written
   * @param node the operation, whose first input was {@code self}
   */
  public static void rebase(Tensor self, Node node) {
    rebase(self, node, 0);
  }

  static void rebase(Tensor self, Node node, int output) {
    boolean isDual = DualLevel.isAnyOpen();
    if (!isDual || ForwardMode.isRecorded(node)) {
      rebaseHistory(self, node, output);
    }
    if (isDual) {
      ForwardMode.carryInPlace(node, output, self);
    }
  }

  private static void rebaseHistory(Tensor self, Node node, int output) {
    AutogradMeta meta = History.meta(self);
    ViewOrigin view = meta.view;
    if (view == null) {
      replace(self, meta, node, output);
      return;
    }
    view.requirePlain(meta, false);
    Tensor base = view.base;
    replace(base, History.meta(base), new CopySlices(base, self, node), 0);
    view.version = STALE;
  }

  /**
   * Makes a node the last operation on a tensor whose geometry it changed in place. The elements
   * are those they were, so of a view nothing changes for the base.
   *
   * @param self the changed tensor, its storage already marked as written
   * @param node the operation, whose first input was {@code self}
   */
  public static void relaid(Tensor self, Node node) {
    AutogradMeta meta = History.meta(self);
    boolean isDual = DualLevel.isAnyOpen();
    if (!isDual || ForwardMode.isRecorded(node)) {
      replace(self, meta, node, 0);
    }
    if (meta.view != null) {
      meta.view.version = self.storage().versionOrMark();
    }
    if (isDual) {
      ForwardMode.carry(node, 0, self);
    }
  }

  private static void replace(Tensor self, AutogradMeta meta, Node node, int output) {
    Node previous = meta.gradFn;
    if (meta.retainsGrad && previous != null) {
      previous.hooks().stopRetaining(self);
      node.hooks().retain(output, self);
    }
    meta.gradFn = node;
    meta.outputNumber = output;
    meta.requiresGrad = false;
  }

  /**
   * The operation's name in the message about a stale saved value.
   *
   * @param node a node or null
   * @return for instance {@code Mul}; null for leaves
   */
  static @Nullable String operationOf(@Nullable Node node) {
    if (node instanceof DualNode dual) {
      return operationOf(dual.next);
    }
    if (node == null || node instanceof AccumulateGrad) {
      return null;
    }
    String name = node.name();
    int end = name.lastIndexOf("Backward");
    return end < 0 ? name : name.substring(0, end);
  }
}
