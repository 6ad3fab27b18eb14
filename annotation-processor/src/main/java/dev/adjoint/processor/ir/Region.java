package dev.adjoint.processor.ir;

import java.util.List;

/**
 * A straight sequence of operations with arguments and results.
 *
 * @param arguments values defined on entry
 * @param ops operations in program order
 * @param yields values handed to the enclosing operation at the end
 */
public record Region(List<Value> arguments, List<Op> ops, List<Value> yields) {

  public Region {
    arguments = List.copyOf(arguments);
    ops = List.copyOf(ops);
    yields = List.copyOf(yields);
  }

  /** Whether the region ends by throwing, so that its yields are placeholders. */
  public boolean isExit() {
    return !ops.isEmpty() && ops.getLast() instanceof FlowOp.Throw;
  }

  /** The same region with other operations; this one where they are not. */
  public Region withOps(List<Op> newOps) {
    return with(newOps, yields);
  }

  /** The same region with other yields; this one where they are not. */
  public Region withYields(List<Value> newYields) {
    return with(ops, newYields);
  }

  /**
   * The same region with other operations and yields; this one where they are not, so that what a
   * pass leaves alone is the same object, and is found equal at once.
   */
  public Region with(List<Op> newOps, List<Value> newYields) {
    return isSame(ops, newOps) && isSame(yields, newYields)
        ? this
        : new Region(arguments, newOps, newYields);
  }

  /** Whether two lists hold the very same objects. */
  @SuppressWarnings("ReferenceEquality") // the very objects
  static boolean isSame(List<?> one, List<?> other) {
    if (one == other) {
      return true;
    }
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i) != other.get(i)) {
        return false;
      }
    }
    return true;
  }
}
