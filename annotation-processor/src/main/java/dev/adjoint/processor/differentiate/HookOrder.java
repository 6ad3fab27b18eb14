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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Hooks of one tensor run in the order in which they were registered, as in the dynamic graph. The
 * reverse sweep meets the last one first; so they are put the other way round, where the last one
 * stands.
 */
public final class HookOrder {
  private HookOrder() {}

  /** The function with the hooks of each tensor in the order of the reverse sweep. */
  public static IrFunction reverse(IrFunction function) {
    return function.withBody(reversed(function.body()));
  }

  private static Region reversed(Region region) {
    Map<Value, CallOp.Call> hooks = new HashMap<>();
    Set<Value> inner = new HashSet<>();
    for (Op op : region.ops()) {
      if (op instanceof CallOp.Call call && GradientHooks.areAtTensor(call)) {
        hooks.put(call.results().getFirst(), call);
        if (hooks.containsKey(call.operands().getFirst())) {
          inner.add(call.operands().getFirst());
        }
      }
    }
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      if (!(op instanceof CallOp.Call call) || !GradientHooks.areAtTensor(call)) {
        ops.add(Rewriting.mapRegions(op, UnaryOperator.identity(), HookOrder::reversed));
      } else if (!inner.contains(call.results().getFirst())) {
        ops.addAll(turned(call, hooks));
      }
    }
    return region.withOps(ops);
  }

  /**
   * The hooks that end in the last one, each with the result of another. Those that read the tensor
   * read what was there before all of them.
   */
  private static List<Op> turned(CallOp.Call last, Map<Value, CallOp.Call> hooks) {
    List<CallOp.Call> chain = new ArrayList<>();
    for (CallOp.Call call = last; call != null; call = hooks.get(call.operands().getFirst())) {
      chain.addFirst(call);
    }
    List<Op> turned = new ArrayList<>();
    Value made = chain.getFirst().operands().getFirst();
    Set<Value> names = new HashSet<>();
    chain.forEach(hook -> names.addAll(hook.results()));
    Value tensor = made;
    for (int i = 0; i < chain.size(); i++) {
      CallOp.Call hook = chain.get(chain.size() - 1 - i);
      List<Value> operands = new ArrayList<>(hook.operands());
      operands.replaceAll(operand -> names.contains(operand) ? made : operand);
      operands.set(0, tensor);
      tensor = chain.get(i).results().getFirst();
      turned.add(
          new CallOp.Call(List.of(tensor), hook.callee(), hook.mutated(), operands, hook.source()));
    }
    return turned;
  }
}
