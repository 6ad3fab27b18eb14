package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.Op;

/** Removes writes that put back what was just read from the same place. */
final class IdleStores {
  private IdleStores() {}

  /** Drops an idle write, or answers {@code false}. */
  static boolean rewrite(Op op, RewriteWalk walk) {
    if (op instanceof ArrayOp.Store store
        && walk.definition(store.value()) instanceof ArrayOp.Load load
        && load.array().equals(store.array())
        && load.indices().equals(store.indices())) {
      walk.replace(store.result(), store.array());
      return true;
    }
    return false;
  }
}
