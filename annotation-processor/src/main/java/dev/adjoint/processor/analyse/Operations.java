package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import java.util.List;
import java.util.function.Consumer;

/** Walks all operations of a region, those of inner regions included, in program order. */
final class Operations {
  private Operations() {}

  static void forEach(Region region, Consumer<Op> action) {
    for (Op op : region.ops()) {
      action.accept(op);
      regions(op).forEach(inner -> forEach(inner, action));
    }
  }

  private static List<Region> regions(Op op) {
    return switch (op) {
      case Op.If branch -> List.of(branch.thenRegion(), branch.elseRegion());
      case Op.Loop loop -> List.of(loop.test(), loop.body());
      case Op.ReverseLoop loop -> List.of(loop.body());
      case Op _ -> List.of();
    };
  }
}
