package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.HashSet;
import java.util.Set;

/** Which arrays need a tangent array beside them: those any version of which is active. */
final class TangentArrays {
  private final DerivativeContext context;
  private final Set<Value> roots = new HashSet<>();

  private TangentArrays(DerivativeContext context) {
    this.context = context;
  }

  static TangentArrays of(IrFunction primal, DerivativeContext context) {
    TangentArrays arrays = new TangentArrays(context);
    arrays.visit(primal.body());
    return arrays;
  }

  /** Whether the array of which {@code version} is a version has a tangent array. */
  boolean contains(Value version) {
    return roots.contains(context.roots().root(version));
  }

  private void visit(Region region) {
    region.arguments().forEach(this::note);
    for (Op op : region.ops()) {
      op.results().forEach(this::note);
      if (op instanceof FlowOp.If branch) {
        visit(branch.thenRegion());
        visit(branch.elseRegion());
      } else if (op instanceof FlowOp.Loop loop) {
        loop.arguments().forEach(this::note);
        visit(loop.body());
      }
    }
  }

  private void note(Value value) {
    if (DerivativeContext.isArray(value) && context.active(value)) {
      roots.add(context.roots().root(value));
    }
  }
}
