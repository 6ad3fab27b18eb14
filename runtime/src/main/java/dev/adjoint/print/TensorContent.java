package dev.adjoint.print;

import org.jspecify.annotations.Nullable;

/** What printing needs to know of a tensor; elements are addressed by row-major position. */
public interface TensorContent {

  /** The sizes, empty for a 0-dim tensor. */
  long[] shape();

  /** Which of the two readers applies. */
  ElementKind kind();

  /** The element at a row-major position of a floating tensor. */
  double floatingAt(long position);

  /** The element at a row-major position of an integral or boolean tensor. */
  long integralAt(long position);

  /** The dtype's name without a prefix, for example {@code float64}. */
  String dtypeName();

  /** The name of the node that made this tensor, or null for a leaf. */
  @Nullable String gradFn();

  /** Whether a leaf requires a gradient; not read when there is a {@link #gradFn}. */
  boolean requiresGrad();

  /** The text of the tangent in forward mode, or null without one. */
  default @Nullable String tangent() {
    return null;
  }
}
