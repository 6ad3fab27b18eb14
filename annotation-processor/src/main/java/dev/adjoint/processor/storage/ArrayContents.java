package dev.adjoint.processor.storage;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
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
  private final Map<Value, List<Write>> writes = new HashMap<>();
  private final Map<Value, Value> last = new HashMap<>();
  private final RowLengths lengths;
  private final Set<Value> exposed = new HashSet<>();

  /**
   * An operation that writes into an array.
   *
   * @param root of the version written
   */
  private record Write(ForwardSweep.Placed placed, Value root) {}

  /**
   * @param exposure which arrays may be written into before the reverse sweep, from outside
   */
  ArrayContents(IrFunction adjoint, ForwardSweep forward, Exposure exposure) {
    this.forward = forward;
    this.roots = ArrayRoots.of(adjoint);
    this.lengths = new RowLengths(adjoint, forward, roots, exposure);
    this.overwriting = new Overwriting(forward, lengths);
    exposure.parameters().forEach(i -> exposed.add(roots.family(adjoint.parameters().get(i))));
    if (exposure.isResult()) {
      List<Value> results = adjoint.body().yields().subList(0, adjoint.results().size());
      results.forEach(result -> exposed.add(roots.family(result)));
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
    boolean isRegions = placed.op() instanceof FlowOp.If || placed.op() instanceof FlowOp.Loop;
    if (!version.equals(root) && !isRegions) {
      Value family = roots.family(root);
      writes.computeIfAbsent(family, _ -> new ArrayList<>()).add(new Write(placed, root));
    }
  }

  /** Which lengths of rows stay as they are. */
  RowLengths lengths() {
    return lengths;
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
  boolean isStable(ArrayOp.Load load) {
    Value root = roots.root(load.array());
    Scope home = forward.home(root);
    Scope scope = forward.home(load.result());
    boolean isOutOfReach = exposed.contains(roots.family(root)) || !isNamed(root);
    if (home == null || scope == null || isOutOfReach) {
      return false;
    }
    var read = new ForwardSweep.Placed(load, scope, forward.moment(load.result()));
    return writes.getOrDefault(roots.family(root), List.of()).stream()
        .noneMatch(write -> mayFollow(write, read, load, root, home));
  }

  /** Whether the array has a name after the last write: none where a branch wrote it in the end. */
  private boolean isNamed(Value root) {
    int named = forward.moment(last(root));
    return writes.getOrDefault(roots.family(root), List.of()).stream()
        .noneMatch(write -> write.root().equals(root) && write.placed().moment() > named);
  }

  private boolean mayFollow(
      Write write, ForwardSweep.Placed read, ArrayOp.Load load, Value root, Scope home) {
    boolean isSame = write.root().equals(root);
    if (isSame && !roots.isMeeting(root)) {
      return overwriting.mayFollow(write.placed(), read, load, home);
    }
    return !isMadeLater(write.root(), root) && overwriting.mayFollow(write.placed(), read);
  }

  /** Whether {@code made} was not yet there when an array got the name {@code root}. */
  private boolean isMadeLater(Value made, Value root) {
    Scope home = forward.home(made);
    Scope around = forward.home(root);
    return home != null
        && around != null
        && !roots.isMeeting(made)
        && roots.definition(made) != null
        && around.encloses(home)
        && forward.moment(root) < forward.moment(made);
  }
}
