package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which forward values the reverse sweep reads through mirroring regions. */
final class MirroredUses {
  private final ForwardSweep forward;
  private final ArrayContents contents;
  private final Set<Value> uses = new HashSet<>();

  private MirroredUses(ForwardSweep forward, ArrayContents contents) {
    this.forward = forward;
    this.contents = contents;
  }

  /** The mirrored values that are read, first defined first; of an array its last version. */
  static List<Value> of(IrFunction adjoint, ForwardSweep forward, ArrayContents contents) {
    MirroredUses uses = new MirroredUses(forward, contents);
    List<Op> ops = adjoint.body().ops();
    int forwardOps = ReverseWalk.forwardOps(adjoint).size();
    ops.subList(forwardOps, ops.size()).forEach(uses::operation);
    List<Value> sorted = new ArrayList<>(uses.uses);
    sorted.sort(Comparator.comparingInt(forward::order));
    return sorted;
  }

  private void operation(Op op) {
    op.operands().forEach(this::use);
    for (Region region : op.regions()) {
      region.ops().forEach(this::operation);
      region.yields().forEach(this::use);
    }
  }

  private void use(Value value) {
    Value current = value.type() instanceof IrType.Array ? contents.last(value) : value;
    if (forward.isMirrored(value) && forward.isMirrored(current)) {
      uses.add(current);
    }
  }
}
