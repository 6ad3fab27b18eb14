package dev.adjoint.processor.ir;

/**
 * One SSA value: a function parameter, a region argument or an operation result. Defined once;
 * compared by identity. For arrays a value is one <em>version</em> of the contents (memory SSA): a
 * {@link ArrayOp.Store} takes one version and yields the next, and after it the old version is read
 * no more in program order.
 */
public final class Value {
  private final IrType type;
  private final String name;
  private final boolean isTape;

  /**
   * @param type type of the value
   * @param name preferred Java name, taken from the user's source where there is one; need not be
   *     unique; empty for a temporary
   */
  public Value(IrType type, String name) {
    this(type, name, false);
  }

  private Value(IrType type, String name, boolean isTape) {
    this.type = type;
    this.name = name;
    this.isTape = isTape;
  }

  /** An array that keeps a value of each iteration for the reverse sweep. */
  public static Value tape(IrType type, String name) {
    return new Value(type, name, true);
  }

  /** A new value of the same type and preferred name. */
  public Value copy() {
    return new Value(type, name, isTape);
  }

  /** Whether this is a version of an array that {@link #tape} made. */
  public boolean isTape() {
    return isTape;
  }

  public IrType type() {
    return type;
  }

  /** Preferred Java name; empty for a temporary. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return "%" + (name.isEmpty() ? "_" : name) + ":" + type;
  }
}
