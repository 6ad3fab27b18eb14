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

  /**
   * @param type type of the value
   * @param name preferred Java name, taken from the user's source where there is one; need not be
   *     unique; empty for a temporary
   */
  public Value(IrType type, String name) {
    this.type = type;
    this.name = name;
  }

  /** A new value of the same type and preferred name. */
  public Value copy() {
    return new Value(type, name);
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
