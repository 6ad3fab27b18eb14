package dev.adjoint.autograd;

/**
 * Which values a derivative reads: only these are saved. Shapes and element types are always known.
 */
public enum Reads {
  /** None. */
  NOTHING(false, false, false),
  /** The first operand. */
  SELF(true, false, false),
  /** The second operand. */
  OTHER(false, true, false),
  /** Both operands. */
  OPERANDS(true, true, false),
  /** The result. */
  RESULT(false, false, true),
  /** The first operand and the result. */
  SELF_AND_RESULT(true, false, true),
  /** Both operands and the result. */
  ALL(true, true, true);

  final boolean self;
  final boolean other;
  final boolean result;

  Reads(boolean self, boolean other, boolean result) {
    this.self = self;
    this.other = other;
    this.result = result;
  }

  /**
   * Whether the first operand is read; an in-place operation then has to copy it first.
   *
   * @return true if its values are saved
   */
  public boolean readsSelf() {
    return self;
  }
}
