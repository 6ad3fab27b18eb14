package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.analyse.WrittenArrays;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrBuilder;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Calls of which the forward sweep keeps the arguments alone: the reverse sweep runs the callee's
 * forward sweep again, then its reverse sweep. Arrays that are written into are copied before the
 * call, since their contents are others by then.
 */
final class Checkpoints {
  private final DerivativeContext context;
  private final Set<Value> written;
  private final boolean isExposed;
  private final PlannedLoops loops;
  private final Map<CallOp.Call, List<Value>> arguments = new HashMap<>();

  /**
   * @param isExposed whether the caller may write into arrays before the reverse sweep
   */
  Checkpoints(DerivativeContext context, IrFunction primal, boolean isExposed) {
    this.context = context;
    this.written = WrittenArrays.of(primal, context.roots());
    this.isExposed = isExposed;
    this.loops = new PlannedLoops(context, primal, this::mayChange);
  }

  /** Loops of which the forward sweep keeps some states. */
  PlannedLoops loops() {
    return loops;
  }

  /** The call with copies of its arrays before it. */
  List<Op> keep(CallOp.Call call) {
    if (!context.isDerived(call)) {
      return List.of(call);
    }
    List<Op> ops = new ArrayList<>();
    List<Value> kept = new ArrayList<>();
    for (Value operand : call.operands()) {
      if (DerivativeContext.isArray(operand) && mayChange(operand)) {
        Value copy = operand.copy();
        ops.add(new ArrayOp.ArrayCopy(copy, operand, List.of(), SourceRange.NONE));
        kept.add(copy);
      } else {
        kept.add(operand);
      }
    }
    arguments.put(call, kept);
    ops.add(call);
    return ops;
  }

  private boolean mayChange(Value array) {
    return isExposed || written.contains(context.roots().family(array));
  }

  /** Whether a call was kept by its arguments; one without a derivative is not kept at all. */
  boolean has(CallOp.Call call) {
    return arguments.containsKey(call);
  }

  /** Runs the forward sweep again, on arrays that it may write into. */
  CallOp.ForwardCall again(CallOp.Call call, IrBuilder out) {
    List<Value> operands = new ArrayList<>(arguments.getOrDefault(call, List.of()));
    for (int written : call.mutated()) {
      Value copy = operands.get(written).copy();
      out.add(new ArrayOp.ArrayCopy(copy, operands.get(written), List.of(), SourceRange.NONE));
      operands.set(written, copy);
    }
    List<Value> results = call.results().stream().map(Value::copy).toList();
    CallOp.ForwardCall again = context.forwardCall(call, results, operands);
    out.add(again);
    return again;
  }
}
