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

  /** The same region with other operations. */
  public Region withOps(List<Op> newOps) {
    return new Region(arguments, newOps, yields);
  }

  /** The same region with other yields. */
  public Region withYields(List<Value> newYields) {
    return new Region(arguments, ops, newYields);
  }
}
