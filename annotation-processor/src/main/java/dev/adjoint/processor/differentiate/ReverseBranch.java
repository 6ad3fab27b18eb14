package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Label;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The reverse of a branch: a branch on the same condition whose sides are the reversed sides. Its
 * results are the adjoints that either side changes.
 */
final class ReverseBranch {
  private final ReverseSweep sweep;
  private final FlowOp.If branch;
  private final FreeValues values;

  ReverseBranch(ReverseSweep sweep, FlowOp.If branch) {
    this.sweep = sweep;
    this.branch = branch;
    this.values = FreeValues.of(List.of(), List.of(branch.thenRegion(), branch.elseRegion()));
  }

  void build() {
    AdjointEnvironment outer = sweep.adjoints();
    if (branch.results().stream().noneMatch(outer::has)) {
      return;
    }
    makeArrayAdjoints();
    AdjointEnvironment inner = outer.copy();
    branch.results().forEach(inner::take);
    ReverseSweep onTrue = side(branch.thenRegion(), inner.copy());
    ReverseSweep onFalse = side(branch.elseRegion(), inner.copy());
    branch.results().forEach(outer::take);
    merge(onTrue, onFalse);
  }

  // Made here rather than inside a side, so that both sides add into one array.
  private void makeArrayAdjoints() {
    Set<Value> written = new LinkedHashSet<>();
    for (Value result : branch.results()) {
      if (DerivativeContext.isArray(result) && sweep.context().active(result)) {
        written.add(sweep.context().roots().root(result));
        sweep.arrayAdjoint(result);
      }
    }
    for (Value value : values.free()) {
      boolean isRead = !written.contains(sweep.context().roots().root(value));
      if (DerivativeContext.isArray(value) && sweep.context().active(value) && isRead) {
        sweep.arrayAdjoint(value);
      }
    }
  }

  private ReverseSweep side(Region region, AdjointEnvironment inner) {
    ReverseSweep side = sweep.nested(inner);
    for (int i = 0; i < branch.results().size(); i++) {
      Value adjoint = sweep.adjoints().get(branch.results().get(i));
      if (adjoint != null) {
        side.accumulate(region.yields().get(i), adjoint);
      }
    }
    side.reverse(region);
    return side;
  }

  private void merge(ReverseSweep onTrue, ReverseSweep onFalse) {
    List<Value> results = new ArrayList<>();
    List<Value> thenYields = new ArrayList<>();
    List<Value> elseYields = new ArrayList<>();
    for (Value primal : touched(onTrue, onFalse)) {
      Value onThen = onTrue.adjointOrZero(primal);
      Value onElse = onFalse.adjointOrZero(primal);
      if (onThen.equals(onElse)) {
        sweep.adjoints().set(primal, onThen);
      } else {
        Value result = new Value(onThen.type(), DerivativeNames.adjoint(primal));
        boolean isUntouched = onTrue.isUntouched(primal) || onFalse.isUntouched(primal);
        sweep.untouched().note(result, isUntouched);
        results.add(result);
        thenYields.add(onThen);
        elseYields.add(onElse);
        sweep.adjoints().set(primal, sweep.handedIn().next(onThen, result));
      }
    }
    Label label = new Label("reverse " + branch.label());
    sweep
        .out()
        .add(
            new FlowOp.If(
                results,
                branch.condition(),
                onTrue.out().region(List.of(), thenYields),
                onFalse.out().region(List.of(), elseYields),
                label,
                branch.label(),
                branch.source()));
  }

  private Set<Value> touched(ReverseSweep onTrue, ReverseSweep onFalse) {
    Set<Value> primals = new LinkedHashSet<>(onTrue.adjoints().primals());
    primals.addAll(onFalse.adjoints().primals());
    primals.removeAll(values.defined());
    return primals;
  }
}
