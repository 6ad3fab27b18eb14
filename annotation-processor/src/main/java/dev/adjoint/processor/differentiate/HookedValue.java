package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.GradientHooks;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A value with a hook on its gradient. */
record HookedValue(CallOp.Call call) {

  /** Lets the hook say what the gradient is; a value without a gradient has nothing to say. */
  void reverse(ReverseSweep sweep) {
    Value gradient = sweep.adjoints().take(call.results().getFirst());
    Value operand = call.operands().getFirst();
    if (gradient == null || !sweep.context().active(operand)) {
      return;
    }
    List<Value> operands = new ArrayList<>(call.operands());
    operands.set(0, gradient);
    Value changed = new Value(gradient.type(), DerivativeNames.adjoint(operand));
    sweep
        .out()
        .add(
            new CallOp.Call(
                List.of(changed),
                GradientHooks.hook(call.callee()),
                List.of(),
                operands,
                call.source()));
    sweep.accumulate(operand, changed);
  }

  /**
   * The same function with the numbers themselves: what their hooks do has been built. Tensors keep
   * theirs: what is generated must not be recorded.
   */
  static IrFunction remove(IrFunction function) {
    Map<Value, Value> values = new HashMap<>();
    Region body = without(function.body(), values);
    return values.isEmpty()
        ? function
        : function.withBody(Rewriting.mapOperands(body, value -> resolve(value, values)));
  }

  private static Region without(Region region, Map<Value, Value> values) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      boolean isNumber =
          op instanceof CallOp.Call call
              && GradientHooks.areAt(call)
              && !GradientHooks.areAtTensor(call);
      if (isNumber) {
        values.put(op.results().getFirst(), op.operands().getFirst());
      } else {
        ops.add(Rewriting.mapRegions(op, value -> value, inner -> without(inner, values)));
      }
    }
    return region.withOps(ops);
  }

  private static Value resolve(Value value, Map<Value, Value> values) {
    Value latest = value;
    for (Value next = values.get(latest); next != null; next = values.get(latest)) {
      latest = next;
    }
    return latest;
  }
}
