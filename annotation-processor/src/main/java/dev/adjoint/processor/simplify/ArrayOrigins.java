package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which array object each version is a version of, named by the version it was created as. Versions
 * that calls yield count as objects of their own: what a call mutates is known to its callee only.
 */
final class ArrayOrigins {
  private final Map<Value, Value> earlier = new HashMap<>();

  private ArrayOrigins() {}

  static ArrayOrigins of(IrFunction function) {
    ArrayOrigins origins = new ArrayOrigins();
    origins.collect(function.body());
    return origins;
  }

  /** The version that {@code version}'s array was created or passed in as. */
  Value origin(Value version) {
    Value latest = version;
    for (Value next = earlier.get(latest); next != null; next = earlier.get(latest)) {
      latest = next;
    }
    return latest;
  }

  private void collect(Region region) {
    for (Op op : region.ops()) {
      switch (op) {
        case Op.Store store -> earlier.put(store.result(), store.array());
        case Op.Accumulate add -> earlier.put(add.result(), add.array());
        case Op.AccumulateAll add -> earlier.put(add.result(), add.array());
        case Op.If branch -> versions(branch.results(), branch.elseRegion().yields());
        case Op.Loop loop -> carried(loop.results(), loop.arguments(), loop.inits());
        case Op.ReverseLoop loop -> carried(loop.results(), loop.arguments(), loop.inits());
        default -> {}
      }
      op.regions().forEach(this::collect);
    }
  }

  private void carried(List<Value> results, List<Value> arguments, List<Value> inits) {
    versions(results, inits);
    versions(arguments, inits);
  }

  private void versions(List<Value> later, List<Value> sources) {
    for (int i = 0; i < later.size(); i++) {
      earlier.put(later.get(i), sources.get(i));
    }
  }
}
