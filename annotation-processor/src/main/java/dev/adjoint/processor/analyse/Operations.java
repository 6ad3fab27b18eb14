package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import java.util.function.Consumer;

/** Walks all operations of a region, those of inner regions included, in program order. */
public final class Operations {
  private Operations() {}

  /** Does something with each of them. */
  public static void forEach(Region region, Consumer<Op> action) {
    for (Op op : region.ops()) {
      action.accept(op);
      op.regions().forEach(inner -> forEach(inner, action));
    }
  }
}
