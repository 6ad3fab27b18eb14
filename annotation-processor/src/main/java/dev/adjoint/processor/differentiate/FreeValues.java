package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a piece of code reads from outside and what it defines.
 *
 * @param free values read but not defined in it, in order of first reading
 * @param defined values defined in it
 */
record FreeValues(Set<Value> free, Set<Value> defined) {

  /** Of regions; {@code arguments} count as defined. */
  static FreeValues of(Collection<Value> arguments, List<Region> regions) {
    FreeValues values = new FreeValues(new LinkedHashSet<>(), new HashSet<>(arguments));
    regions.forEach(values::add);
    values.free.removeAll(values.defined);
    return values;
  }

  private void add(Region region) {
    defined.addAll(region.arguments());
    for (Op op : region.ops()) {
      free.addAll(op.operands());
      defined.addAll(op.results());
      switch (op) {
        case FlowOp.If branch -> {
          add(branch.thenRegion());
          add(branch.elseRegion());
        }
        case FlowOp.Loop loop -> {
          defined.addAll(loop.arguments());
          add(loop.test());
          add(loop.body());
        }
        default -> {}
      }
    }
    free.addAll(region.yields());
  }
}
