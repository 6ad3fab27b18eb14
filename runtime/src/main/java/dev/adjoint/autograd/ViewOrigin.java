package dev.adjoint.autograd;

import dev.adjoint.Tensor;

/** Which tensor a view looks at, and the version of the storage at which its history is valid. */
class ViewOrigin {
  /** The tensor that is not itself a view. */
  final Tensor base;

  /** Whether the view was made while gradients were off, so that it carries no history. */
  final boolean untracked;

  /** Storage version at which the view's {@code gradFn} was set. */
  int version;

  ViewOrigin(Tensor base, boolean untracked, int version) {
    this.base = base;
    this.untracked = untracked;
    this.version = version;
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
      super(origin.base, origin.untracked, origin.version);
      this.root = root;
    }

    @Override
    Tensor tangentRoot() {
      return root;
    }
  }
}
