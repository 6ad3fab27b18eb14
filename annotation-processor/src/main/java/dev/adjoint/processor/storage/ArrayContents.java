package dev.adjoint.processor.storage;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When the forward sweep writes to which array, and which version of it is the last. */
final class ArrayContents {
  private final ForwardSweep forward;
  private final ArrayRoots roots;
  private final Overwriting overwriting;
  private final Map<Value, List<ForwardSweep.Placed>> writes = new HashMap<>();
  private final Map<Value, Value> last = new HashMap<>();
  private final Set<Value> exposed = new HashSet<>();

  /**
   * @param exposure which arrays may be written into before the reverse sweep, from outside
   */
  ArrayContents(IrFunction adjoint, ForwardSweep forward, Exposure exposure) {
    this.forward = forward;
    this.overwriting = new Overwriting(forward);
    this.roots = ArrayRoots.of(adjoint);
    exposure.parameters().forEach(i -> exposed.add(adjoint.parameters().get(i)));
    if (exposure.isResult() && adjoint.returnType() != null) {
      exposed.add(roots.root(adjoint.body().yields().getFirst()));
    }
    for (ForwardSweep.Placed placed : forward.operations()) {
      for (Value result : placed.op().results()) {
        if (result.type() instanceof IrType.Array) {
          note(result, placed);
        }
      }
    }
  }

  private void note(Value version, ForwardSweep.Placed placed) {
    Value root = roots.root(version);
    if (placed.scope() == forward.home(root)) {
      last.put(root, version);
    }
    boolean isRegions = placed.op() instanceof Op.If || placed.op() instanceof Op.Loop;
    if (!version.equals(root) && !isRegions) {
      writes.computeIfAbsent(root, _ -> new ArrayList<>()).add(placed);
    }
  }

  /** The first version of {@code version}'s array. */
  Value root(Value version) {
    return roots.root(version);
  }

  /** The last version of {@code version}'s array where that array was created. */
  Value last(Value version) {
    Value root = roots.root(version);
    return last.getOrDefault(root, root);
  }

  /** Whether what {@code load} reads is still in the array when the reverse sweep runs. */
  boolean isStable(Op.Load load) {
    Value root = roots.root(load.array());
    Scope home = forward.home(root);
    Scope scope = forward.home(load.result());
    if (home == null || scope == null || exposed.contains(root)) {
      return false;
    }
    var read = new ForwardSweep.Placed(load, scope, forward.moment(load.result()));
    return writes.getOrDefault(root, List.of()).stream()
        .noneMatch(write -> overwriting.mayFollow(write, read, load, home));
  }
}
