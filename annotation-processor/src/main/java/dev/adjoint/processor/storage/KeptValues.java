package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the forward values to keep. What cannot be computed again is kept; then arithmetic is
 * computed from what is kept, or kept itself where that would take more.
 */
final class KeptValues {
  private final ForwardSweep forward;
  private final ArrayContents contents;
  private final LoopCounts counts;
  private final Set<Value> kept = new LinkedHashSet<>();
  private final RepeatedCost cost;
  private Recomputation recomputation;

  private KeptValues(
      ForwardSweep forward, ArrayContents contents, LoopCounts counts, RepeatedCost cost) {
    this.cost = cost;
    this.forward = forward;
    this.contents = contents;
    this.counts = counts;
    this.recomputation = new Recomputation(forward, contents, counts, kept, cost);
  }

  /** The values to keep so that {@code demanded} can be computed. */
  static Set<Value> choose(
      List<Value> demanded,
      ForwardSweep forward,
      ArrayContents contents,
      LoopCounts counts,
      RepeatedCost cost) {
    KeptValues values = new KeptValues(forward, contents, counts, cost);
    values.choose(demanded);
    return values.kept;
  }

  /** What the reverse sweep needs of the inside of branches and loops. */
  static List<Value> demanded(
      IrFunction adjoint, ForwardSweep forward, ArrayContents contents, LoopCounts counts) {
    List<Value> demanded = new ArrayList<>(MirroredUses.of(adjoint, forward, contents));
    demanded.addAll(tripCounts(adjoint, forward, counts));
    return demanded;
  }

  /** What reverse loops count with, where it is not visible to them as it is. */
  static List<Value> tripCounts(IrFunction adjoint, ForwardSweep forward, LoopCounts counts) {
    List<Value> values = new ArrayList<>();
    for (Label label : reversed(adjoint.body(), new LinkedHashSet<>())) {
      LoopCount count = counts.of(label);
      if (count == null) {
        throw new IllegalStateException("storage: nothing counts the iterations of " + label);
      }
      values.add(count.start());
      values.add(count.bound());
    }
    values.removeIf(value -> !forward.isMirrored(value));
    return values;
  }

  private static Set<Label> reversed(Region region, Set<Label> labels) {
    for (Op op : region.ops()) {
      if (op instanceof FlowOp.ReverseLoop loop) {
        labels.add(loop.mirrors());
      }
      op.regions().forEach(inner -> reversed(inner, labels));
    }
    return labels;
  }

  private void choose(List<Value> demanded) {
    for (Value value : demanded) {
      if (recomputation.missing(value).contains(value)) {
        kept.add(value);
      }
    }
    update();
    demanded.stream().filter(value -> !isCondition(value)).forEach(v -> choose(v, demanded));
    demanded.stream().filter(KeptValues::isCondition).forEach(v -> choose(v, List.of()));
  }

  private void choose(Value value, List<Value> demanded) {
    Set<Value> missing = recomputation.missing(value);
    if (missing.isEmpty()) {
      return;
    }
    boolean isOfTest = home(value).kind() == Scope.Kind.TEST;
    if (isOfTest || areFromOutside(missing, value) || areShared(missing, demanded)) {
      kept.addAll(missing);
    } else {
      kept.add(value);
    }
    update();
  }

  private void update() {
    recomputation = new Recomputation(forward, contents, counts, new HashSet<>(kept), cost);
  }

  /** Whether keeping {@code missing} takes fewer entries, as loops repeat {@code value} only. */
  private boolean areFromOutside(Set<Value> missing, Value value) {
    int depth = home(value).loopDepth();
    return missing.stream().allMatch(other -> home(other).loopDepth() < depth);
  }

  private boolean areShared(Set<Value> missing, List<Value> demanded) {
    return missing.size() == 1
        && demanded.stream()
                .filter(value -> !isCondition(value))
                .filter(value -> recomputation.missing(value).equals(missing))
                .count()
            > 1;
  }

  private Scope home(Value value) {
    Scope home = forward.home(value);
    if (home == null) {
      throw new IllegalStateException("storage: " + value + " is not of the forward sweep");
    }
    return home;
  }

  private static boolean isCondition(Value value) {
    return value.type() == ScalarType.BOOLEAN;
  }
}
