package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** A loop that carries the tangents of its active carried values along with them. */
final class TangentLoop {
  private final TangentSweep sweep;
  private final FlowOp.Loop loop;
  private final List<Integer> active = new ArrayList<>();

  TangentLoop(TangentSweep sweep, FlowOp.Loop loop) {
    this.sweep = sweep;
    this.loop = loop;
    for (int i = 0; i < loop.arguments().size(); i++) {
      if (sweep.hasTangent(loop.arguments().get(i))) {
        active.add(i);
      }
    }
  }

  void build() {
    List<Value> inits = new ArrayList<>(loop.inits());
    List<Value> arguments = new ArrayList<>(loop.arguments());
    List<Value> results = new ArrayList<>(loop.results());
    TangentSweep body = sweep.nested();
    for (int index : active) {
      Value argument = loop.arguments().get(index);
      Value tangent = new Value(argument.type(), DerivativeNames.tangent(argument));
      Value result = tangent.copy();
      inits.add(sweep.tangentOrZero(loop.inits().get(index)));
      arguments.add(tangent);
      results.add(result);
      body.define(argument, tangent);
      sweep.define(loop.results().get(index), result);
    }
    body.sweep(loop.body());
    List<Value> yields = new ArrayList<>(loop.body().yields());
    active.forEach(index -> yields.add(body.tangentOrZero(loop.body().yields().get(index))));
    sweep
        .out()
        .add(
            new FlowOp.Loop(
                results,
                inits,
                arguments,
                loop.test(),
                body.out().region(List.of(), yields),
                loop.label(),
                loop.source()));
  }
}
