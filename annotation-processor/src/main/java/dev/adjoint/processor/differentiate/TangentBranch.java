package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** A branch that yields the tangents of its active results along with the results. */
final class TangentBranch {
  private final TangentSweep sweep;
  private final FlowOp.If branch;
  private final List<Integer> active = new ArrayList<>();

  TangentBranch(TangentSweep sweep, FlowOp.If branch) {
    this.sweep = sweep;
    this.branch = branch;
    for (int i = 0; i < branch.results().size(); i++) {
      if (sweep.hasTangent(branch.results().get(i))) {
        active.add(i);
      }
    }
  }

  void build() {
    Region onTrue = side(branch.thenRegion());
    Region onFalse = side(branch.elseRegion());
    List<Value> results = new ArrayList<>(branch.results());
    for (int index : active) {
      Value result = branch.results().get(index);
      Value tangent = new Value(result.type(), DerivativeNames.tangent(result));
      results.add(tangent);
      sweep.define(result, tangent);
    }
    sweep
        .out()
        .add(
            new FlowOp.If(
                results,
                branch.condition(),
                onTrue,
                onFalse,
                branch.label(),
                branch.mirrors(),
                branch.source()));
  }

  private Region side(Region region) {
    TangentSweep side = sweep.nested();
    side.sweep(region);
    List<Value> yields = new ArrayList<>(region.yields());
    active.forEach(index -> yields.add(side.tangentOrZero(region.yields().get(index))));
    return side.out().region(List.of(), yields);
  }
}
