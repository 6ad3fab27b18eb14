package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a carried value that no iteration changes from outside its loop. */
final class CarriedValues {
  private final Map<Value, Value> replacements = new HashMap<>();

  private CarriedValues() {}

  static IrFunction simplify(IrFunction function) {
    CarriedValues carried = new CarriedValues();
    carried.collect(function.body());
    if (carried.replacements.isEmpty()) {
      return function;
    }
    return function.withBody(Rewriting.mapOperands(function.body(), carried::resolve));
  }

  private void collect(Region region) {
    for (Op op : region.ops()) {
      op.regions().forEach(this::collect);
      if (op instanceof FlowOp.Loop loop) {
        collect(loop.results(), loop.inits(), loop.arguments(), loop.body().yields());
      } else if (op instanceof FlowOp.ReverseLoop loop) {
        collect(loop.results(), loop.inits(), loop.arguments(), loop.body().yields());
      }
    }
  }

  private void collect(
      List<Value> results, List<Value> inits, List<Value> arguments, List<Value> yields) {
    for (int i = 0; i < arguments.size(); i++) {
      boolean isUnchanged = resolve(yields.get(i)) == arguments.get(i);
      if (isUnchanged || yields.get(i) == inits.get(i)) {
        replacements.put(arguments.get(i), inits.get(i));
        replacements.put(results.get(i), inits.get(i));
      }
    }
  }

  private Value resolve(Value value) {
    Value latest = value;
    for (Value next = replacements.get(latest); next != null; next = replacements.get(latest)) {
      latest = next;
    }
    return latest;
  }
}
