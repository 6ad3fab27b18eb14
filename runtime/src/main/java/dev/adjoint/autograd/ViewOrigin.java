package dev.adjoint.autograd;

import dev.adjoint.Tensor;

/** Which tensor a view looks at, and the version of the storage at which its history is valid. */
final class ViewOrigin {
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
}
