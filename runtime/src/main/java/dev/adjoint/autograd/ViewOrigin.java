package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** Which tensor a view looks at, and the version of the storage at which its history is valid. */
class ViewOrigin {

  /** How a view was made; in-place changes can be followed through plain ones only. */
  enum Kind {
    PLAIN(""),
    NO_GRAD(
        " Given that this use case is ambiguous and error-prone, it is forbidden. You can clarify"
            + " your code by moving both the view and the inplace either both inside the no_grad"
            + " block (if you don't want the inplace to be tracked) or both outside (if you want"
            + " the inplace to be tracked)."),
    INFERENCE(
        " Given that this use case is ambiguous and error-prone, it is forbidden. You can clarify"
            + " your code by moving both the view and the inplace either both inside the"
            + " inference_mode block (if you don't want the inplace to be tracked) or both outside"
            + " (if you want the inplace to be tracked)."),
    ONE_OF_SEVERAL(
        " This view is the output of a function that returns multiple views. Such functions do not"
            + " allow the output views to be modified inplace. You should replace the inplace"
            + " operation by an out-of-place one."),
    CUSTOM_FUNCTION(
        " This view was created inside a custom Function (or because an input was returned as-is)"
            + " and the autograd logic to handle view+inplace would override the custom backward"
            + " associated with the custom Function, leading to incorrect gradients. This behavior"
            + " is forbidden. You can fix this by cloning the output of the custom Function.");

    private final String reason;

    Kind(String reason) {
      this.reason = reason;
    }

    /** The kind of a view made now. */
    static Kind current() {
      if (GradMode.isRecording()) {
        return PLAIN;
      }
      return InferenceMode.isEnabled() ? INFERENCE : NO_GRAD;
    }

    /** Whether such a view was made without history. */
    boolean isUntracked() {
      return this == NO_GRAD || this == INFERENCE;
    }
  }

  /** The tensor that is not itself a view. */
  final Tensor base;

  final Kind kind;

  /** Storage version at which the view's {@code gradFn} was set. */
  int version;

  ViewOrigin(Tensor base, Kind kind, int version) {
    this.base = base;
    this.kind = kind;
    this.version = version;
  }

  /**
   * Refuses an in-place change that the graph could not follow.
   *
   * @param meta of the view
   * @param isIndirect whether the base, or another view of it, was changed rather than the view
   */
  void requirePlain(AutogradMeta meta, boolean isIndirect) {
    if (kind != Kind.PLAIN) {
      String changed = isIndirect ? "its base or another view of its base has been" : "is being";
      throw new IllegalStateException(subject(meta) + changed + ending() + kind.reason);
    }
  }

  private String subject(AutogradMeta meta) {
    @Nullable Node node = meta.gradFn;
    String output =
        node == null ? "" : "Output " + meta.outputNumber + " of " + Recording.operationOf(node);
    if (!kind.isUntracked()) {
      return output + " is a view and ";
    }
    String mode = kind == Kind.INFERENCE ? " inference mode and " : " no_grad mode and ";
    return (node == null
            ? "A view was created in"
            : output + " is a view of a view which was created in")
        + mode;
  }

  private String ending() {
    return switch (kind) {
      case INFERENCE -> " modified inplace in normal mode.";
      case NO_GRAD -> " modified inplace with grad mode enabled.";
      case PLAIN, ONE_OF_SEVERAL, CUSTOM_FUNCTION -> " modified inplace.";
    };
  }

  /** The tensor that the view's tangent is a part of. */
  Tensor tangentRoot() {
    return base;
  }

  /** The same origin, but a part of another tensor as far as tangents go. */
  ViewOrigin withTangentRoot(Tensor root) {
    return new DualView(this, root);
  }

  private static final class DualView extends ViewOrigin {
    private final Tensor root;

    DualView(ViewOrigin origin, Tensor root) {
      super(origin.base, origin.kind, origin.version);
      this.root = root;
    }

    @Override
    Tensor tangentRoot() {
      return root;
    }
  }
}
