package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges additions to the same element, and an addition into the assignment before it, where
 * nothing reads the array in between. Only the adjoint build makes {@link Op.Accumulate}, so the
 * order of additions is free.
 */
final class Accumulations {
  private final Map<Value, Integer> uses = new HashMap<>();
  private final Map<Value, Value> replacements = new HashMap<>();

  private Accumulations() {}

  static IrFunction merge(IrFunction function) {
    Accumulations accumulations = new Accumulations();
    accumulations.count(function.body());
    Region merged = accumulations.region(function.body());
    return function.withBody(Rewriting.mapOperands(merged, accumulations::resolve));
  }

  private void count(Region region) {
    region.yields().forEach(value -> uses.merge(value, 1, Integer::sum));
    for (Op op : region.ops()) {
      op.operands().forEach(value -> uses.merge(value, 1, Integer::sum));
      op.regions().forEach(this::count);
    }
  }

  private Region region(Region region) {
    List<Op> ops = new ArrayList<>(region.ops().size());
    Map<Value, Op> definitions = new HashMap<>();
    for (Op op : region.ops()) {
      Op current = Rewriting.mapRegions(op, this::resolve, this::region);
      if (current instanceof Op.Accumulate add) {
        accumulate(add, ops, definitions);
      } else {
        append(current, ops, definitions);
      }
    }
    return region.withOps(ops);
  }

  private static void append(Op op, List<Op> ops, Map<Value, Op> definitions) {
    ops.add(op);
    op.results().forEach(result -> definitions.put(result, op));
  }

  private void accumulate(Op.Accumulate last, List<Op> ops, Map<Value, Op> definitions) {
    List<Op> between = new ArrayList<>();
    Op earlier = definitions.get(last.array());
    while (isUnread(earlier) && !isSameElement(earlier, last) && earlier instanceof Op.Accumulate) {
      between.addFirst(earlier);
      earlier = definitions.get(earlier.operands().getFirst());
    }
    if (!isUnread(earlier) || !isSameElement(earlier, last)) {
      append(last, ops, definitions);
      return;
    }
    ops.remove(earlier);
    ops.removeAll(between);
    Value sum = last.value().copy();
    Value former = earlier.operands().getLast();
    append(
        new Op.Arithmetic(sum, Operator.ADD, List.of(former, last.value()), last.source()),
        ops,
        definitions);
    Value array = earlier.operands().getFirst();
    if (earlier instanceof Op.Store store) {
      array = store.result();
      append(
          new Op.Store(array, store.array(), store.indices(), sum, store.source()),
          ops,
          definitions);
    }
    for (Op op : between) {
      Op.Accumulate add = (Op.Accumulate) op;
      append(
          new Op.Accumulate(add.result(), array, add.indices(), add.value(), add.source()),
          ops,
          definitions);
      array = add.result();
    }
    if (earlier instanceof Op.Store) {
      replacements.put(last.result(), array);
      uses.put(array, uses.getOrDefault(last.result(), 0));
    } else {
      append(
          new Op.Accumulate(last.result(), array, last.indices(), sum, last.source()),
          ops,
          definitions);
    }
  }

  /** Whether the version that {@code op} yields is read by the next write only. */
  private boolean isUnread(Op op) {
    boolean isWrite = op instanceof Op.Store || op instanceof Op.Accumulate;
    return isWrite && uses.getOrDefault(op.results().getFirst(), 0) == 1;
  }

  private static boolean isSameElement(Op earlier, Op.Accumulate last) {
    List<Value> indices =
        switch (earlier) {
          case Op.Store store -> store.indices();
          case Op.Accumulate add -> add.indices();
          default -> List.of();
        };
    return indices.equals(last.indices());
  }

  private Value resolve(Value value) {
    Value latest = value;
    for (Value next = replacements.get(latest); next != null; next = replacements.get(latest)) {
      latest = next;
    }
    return latest;
  }
}
