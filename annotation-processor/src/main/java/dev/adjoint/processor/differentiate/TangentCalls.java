package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** A call that hands on the tangents of its active arguments. */
final class TangentCalls {
  private final TangentSweep sweep;
  private final CallOp.Call call;

  TangentCalls(TangentSweep sweep, CallOp.Call call) {
    this.sweep = sweep;
    this.call = call;
  }

  void build() {
    List<Integer> active = sweep.context().activeParameters(call);
    if (active.isEmpty() || call.results().stream().noneMatch(sweep::hasTangent)) {
      sweep.out().add(call);
      return;
    }
    List<Value> operands = new ArrayList<>(call.operands());
    active.forEach(i -> operands.add(sweep.tangentOrZero(call.operands().get(i))));
    int firstVersion = call.results().size() - call.mutated().size();
    List<Value> results = new ArrayList<>();
    if (firstVersion == 1) {
      Value value = call.results().getFirst();
      results.add(value);
      if (value.type().isDifferentiable()) {
        results.add(tangentOf(value));
      }
    }
    results.addAll(call.results().subList(firstVersion, call.results().size()));
    for (int i = 0; i < call.mutated().size(); i++) {
      if (active.contains(call.mutated().get(i))) {
        results.add(tangentOf(call.results().get(firstVersion + i)));
      }
    }
    sweep
        .out()
        .add(
            new CallOp.TangentCall(
                results, call.callee(), call.mutated(), active, operands, call.source()));
  }

  private Value tangentOf(Value primal) {
    Value tangent = new Value(primal.type(), DerivativeNames.tangent(primal));
    sweep.define(primal, tangent);
    return tangent;
  }
}
