package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** The primal, with calls whose derivative matters replaced by their forward sweeps. */
final class ForwardSweep {
  private final DerivativeContext context;

  ForwardSweep(DerivativeContext context) {
    this.context = context;
  }

  Region rewrite(Region region) {
    return region.withOps(region.ops().stream().map(this::rewrite).toList());
  }

  private Op rewrite(Op op) {
    return switch (op) {
      case Op.If branch ->
          new Op.If(
              branch.results(),
              branch.condition(),
              rewrite(branch.thenRegion()),
              rewrite(branch.elseRegion()),
              branch.label(),
              branch.mirrors(),
              branch.source());
      case Op.Loop loop ->
          new Op.Loop(
              loop.results(),
              loop.inits(),
              loop.arguments(),
              loop.test(),
              rewrite(loop.body()),
              loop.label(),
              loop.source());
      case Op.Call call -> forwardCall(call);
      case Op.Invoke invoke when context.isIsland(invoke) -> context.dynamicCall(invoke);
      default -> op;
    };
  }

  private Op forwardCall(Op.Call call) {
    List<Integer> active = context.activeParameters(call);
    boolean matters = call.results().stream().anyMatch(context::active);
    if (active.isEmpty() || !matters) {
      return call;
    }
    List<Value> results = new ArrayList<>(call.results());
    results.add(
        new Value(context.frames().of(call.callee(), active), call.callee().name() + "Frame"));
    return new Op.ForwardCall(
        results, call.callee(), call.mutated(), active, call.operands(), call.source());
  }
}
