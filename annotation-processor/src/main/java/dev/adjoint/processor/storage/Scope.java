package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.Label;
import org.jspecify.annotations.Nullable;

/** A region of the forward sweep and where it sits: the body itself, a side of a branch, a loop. */
final class Scope {
  private final @Nullable Scope parent;
  private final Kind kind;
  private final @Nullable Label label;
  private final int entry;

  /** What the region belongs to. */
  enum Kind {
    FUNCTION,
    THEN,
    ELSE,
    TEST,
    BODY
  }

  private Scope(@Nullable Scope parent, Kind kind, @Nullable Label label, int entry) {
    this.parent = parent;
    this.kind = kind;
    this.label = label;
    this.entry = entry;
  }

  static Scope ofFunction() {
    return new Scope(null, Kind.FUNCTION, null, 0);
  }

  /**
   * The scope of a region of the branch or loop {@code label}, begun at the moment {@code entry}.
   */
  Scope inner(Kind innerKind, Label innerLabel, int moment) {
    return new Scope(this, innerKind, innerLabel, moment);
  }

  @Nullable Scope parent() {
    return parent;
  }

  Kind kind() {
    return kind;
  }

  /** The branch or loop the region belongs to. */
  Label label() {
    if (label == null) {
      throw new IllegalStateException("the function's own scope has no label");
    }
    return label;
  }

  /** When control enters the branch or loop, in the numbering of {@link ForwardSweep}. */
  int entry() {
    return entry;
  }

  boolean isOutermost() {
    return parent == null;
  }

  boolean isLoop() {
    return kind == Kind.BODY || kind == Kind.TEST;
  }

  /** Whether {@code other} is this region or one inside it. */
  boolean encloses(Scope other) {
    for (Scope scope = other; scope != null; scope = scope.parent) {
      if (scope == this) {
        return true;
      }
    }
    return false;
  }

  /** How many loops are around what is defined here. */
  int loopDepth() {
    int outside = parent == null ? 0 : parent.loopDepth();
    return isLoop() ? outside + 1 : outside;
  }
}
