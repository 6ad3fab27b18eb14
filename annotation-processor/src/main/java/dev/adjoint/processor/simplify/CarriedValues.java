package dev.adjoint.processor.simplify;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a carried value that no iteration changes from outside its loop. An array that iterations
 * may write into under another name is one that they change.
 */
final class CarriedValues {
  private final IrFunction function;
  private final Map<Value, Value> replacements = new HashMap<>();
  private @Nullable ArrayRoots roots;

  private CarriedValues(IrFunction function) {
    this.function = function;
  }

  static IrFunction simplify(IrFunction function) {
    CarriedValues carried = new CarriedValues(function);
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
        collect(loop.results(), loop.inits(), loop.arguments(), loop.body());
      } else if (op instanceof FlowOp.ReverseLoop loop) {
        collect(loop.results(), loop.inits(), loop.arguments(), loop.body());
      }
    }
  }

  private void collect(List<Value> results, List<Value> inits, List<Value> arguments, Region body) {
    List<Value> yields = body.yields();
    for (int i = 0; i < arguments.size(); i++) {
      boolean isUnchanged = resolve(yields.get(i)) == arguments.get(i);
      if ((isUnchanged || yields.get(i) == inits.get(i)) && !isWritten(inits.get(i), body)) {
        replacements.put(arguments.get(i), inits.get(i));
        replacements.put(results.get(i), inits.get(i));
      }
    }
  }

  private boolean isWritten(Value carried, Region body) {
    if (!(carried.type() instanceof IrType.Array)) {
      return false;
    }
    if (roots == null) {
      roots = ArrayRoots.of(function);
    }
    return roots.isOneOfMany(carried) && isWritten(carried, body, roots);
  }

  private static boolean isWritten(Value carried, Region body, ArrayRoots roots) {
    for (Op op : body.ops()) {
      boolean isVersion =
          !(op instanceof FlowOp)
              && op.results().stream()
                  .anyMatch(
                      result ->
                          !roots.root(result).equals(result)
                              && roots.family(result).equals(roots.family(carried)));
      if (isVersion || op.regions().stream().anyMatch(inner -> isWritten(carried, inner, roots))) {
        return true;
      }
    }
    return false;
  }

  private Value resolve(Value value) {
    Value latest = value;
    for (Value next = replacements.get(latest); next != null; next = replacements.get(latest)) {
      latest = next;
    }
    return latest;
  }
}
