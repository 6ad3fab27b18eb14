package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import java.util.List;

/** The primal, with calls whose derivative matters replaced by their forward sweeps. */
final class ForwardSweep {
  private final DerivativeContext context;
  private final Checkpoints checkpoints;

  ForwardSweep(DerivativeContext context, Checkpoints checkpoints) {
    this.context = context;
    this.checkpoints = checkpoints;
  }

  Region rewrite(Region region) {
    return region.withOps(region.ops().stream().flatMap(op -> rewritten(op).stream()).toList());
  }

  private List<Op> rewritten(Op op) {
    if (op instanceof FlowOp.Loop loop) {
      List<Op> kept = checkpoints.loops().keep(loop);
      return kept.isEmpty() ? List.of(rewrite(op)) : kept;
    }
    if (op instanceof ArrayOp.StoreRow store) {
      return context.rows().keepShape(store);
    }
    if (op instanceof CallOp.Call call && GradientHooks.areAt(call)) {
      return List.of(call);
    }
    return op instanceof CallOp.Call call && context.frames().isMadeAgain(call.callee())
        ? checkpoints.keep(call)
        : List.of(rewrite(op));
  }

  private Op rewrite(Op op) {
    return switch (op) {
      case FlowOp.If branch ->
          new FlowOp.If(
              branch.results(),
              branch.condition(),
              rewrite(branch.thenRegion()),
              rewrite(branch.elseRegion()),
              branch.label(),
              branch.mirrors(),
              branch.source());
      case FlowOp.Loop loop ->
          new FlowOp.Loop(
              loop.results(),
              loop.inits(),
              loop.arguments(),
              loop.test(),
              rewrite(loop.body()),
              loop.label(),
              loop.source());
      case CallOp.Call call -> forwardCall(call);
      case CallOp.Invoke invoke when context.isIsland(invoke) -> context.dynamicCall(invoke);
      default -> op;
    };
  }

  private Op forwardCall(CallOp.Call call) {
    return context.isDerived(call)
        ? context.forwardCall(call, call.results(), call.operands())
        : call;
  }
}
