package dev.adjoint.processor.simplify;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges additions to the same element, and an addition into the assignment before it, where
 * nothing reads the array in between. Only the adjoint build makes {@link ArrayOp.Accumulate}, so
 * the order of additions is free.
 */
final class Accumulations {
  private final Map<Value, Integer> uses = new HashMap<>();
  private final Map<Value, Value> replacements = new HashMap<>();
  private final Set<Value> adjoints = new HashSet<>();
  private final ArrayRoots roots;
  private boolean isReverse;

  private Accumulations(ArrayRoots roots) {
    this.roots = roots;
  }

  static IrFunction merge(IrFunction function) {
    if (!hasAny(function.body())) {
      return function;
    }
    Accumulations accumulations = new Accumulations(ArrayRoots.of(function));
    accumulations.count(function.body());
    Region merged = accumulations.region(function.body());
    return function.withBody(
        accumulations.replacements.isEmpty()
            ? merged
            : Rewriting.mapOperands(merged, accumulations::resolve));
  }

  private static boolean hasAny(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof ArrayOp.Accumulate
          || op instanceof ArrayOp.AccumulateAll
          || op.regions().stream().anyMatch(Accumulations::hasAny)) {
        return true;
      }
    }
    return false;
  }

  private void count(Region region) {
    region.yields().forEach(value -> uses.merge(value, 1, Integer::sum));
    for (Op op : region.ops()) {
      op.operands().forEach(value -> uses.merge(value, 1, Integer::sum));
      op.regions().forEach(this::count);
    }
  }

  private Region region(Region region) {
    boolean wasReverse = isReverse;
    List<Op> ops = new ArrayList<>(region.ops().size());
    Map<Value, Op> definitions = new HashMap<>();
    for (Op op : region.ops()) {
      isReverse |= op instanceof FlowOp.Turn;
      if (isReverse && isNewArray(op)) {
        adjoints.addAll(op.results());
      }
      Op current = Rewriting.mapRegions(op, this::resolve, this::region);
      if (current instanceof ArrayOp.Accumulate add) {
        accumulate(add, ops, definitions);
      } else if (current instanceof ArrayOp.AccumulateAll add && isTakenOver(add, definitions)) {
        replacements.put(add.result(), add.addend());
      } else {
        append(current, ops, definitions);
      }
    }
    isReverse = wasReverse;
    return region.withOps(ops);
  }

  private static void append(Op op, List<Op> ops, Map<Value, Op> definitions) {
    ops.add(op);
    op.results().forEach(result -> definitions.put(result, op));
  }

  private static boolean isNewArray(Op op) {
    return op instanceof ArrayOp.ZerosLike || op instanceof ArrayOp.Allocate;
  }

  /**
   * Whether a new array of zeros is added to only what nobody else reads: it can be that itself.
   */
  private boolean isTakenOver(ArrayOp.AccumulateAll add, Map<Value, Op> definitions) {
    Op zeros = definitions.get(add.array());
    return zeros != null
        && add.indices().isEmpty()
        && isNewArray(zeros)
        && uses.getOrDefault(add.array(), 0) == 1
        && uses.getOrDefault(add.addend(), 0) == 1
        && definitions.containsKey(add.addend())
        && adjoints.contains(roots.root(add.addend()));
  }

  private void accumulate(ArrayOp.Accumulate last, List<Op> ops, Map<Value, Op> definitions) {
    List<ArrayOp.Accumulate> between = new ArrayList<>();
    Op earlier = definitions.get(last.array());
    while (earlier instanceof ArrayOp.Accumulate add
        && isUnread(add)
        && !isSameElement(add, last)) {
      between.addFirst(add);
      earlier = definitions.get(add.array());
    }
    boolean isNumber = last.value().type() instanceof ScalarType;
    if (!isNumber || earlier == null || !isUnread(earlier) || !isSameElement(earlier, last)) {
      append(last, ops, definitions);
      return;
    }
    List<Op> replaced = new ArrayList<>(between);
    replaced.add(earlier);
    ops.subList(ops.lastIndexOf(earlier), ops.size()).removeAll(replaced);
    merge(earlier, between, last).forEach(op -> append(op, ops, definitions));
  }

  /** The operations that take the place of {@code earlier}, {@code between} and {@code last}. */
  private List<Op> merge(Op earlier, List<ArrayOp.Accumulate> between, ArrayOp.Accumulate last) {
    List<Op> merged = new ArrayList<>();
    Value sum = new Value(last.value().type(), "");
    List<Value> terms = List.of(earlier.operands().getLast(), last.value());
    merged.add(new Op.Arithmetic(sum, Operator.ADD, terms, last.source()));
    Value array = earlier.operands().getFirst();
    if (earlier instanceof ArrayOp.Store store) {
      merged.add(new ArrayOp.Store(store.result(), array, store.indices(), sum, store.source()));
      array = store.result();
    }
    for (ArrayOp.Accumulate add : between) {
      merged.add(
          new ArrayOp.Accumulate(add.result(), array, add.indices(), add.value(), add.source()));
      array = add.result();
    }
    if (earlier instanceof ArrayOp.Store) {
      replacements.put(last.result(), array);
      uses.put(array, uses.getOrDefault(last.result(), 0));
    } else {
      merged.add(new ArrayOp.Accumulate(last.result(), array, last.indices(), sum, last.source()));
    }
    return merged;
  }

  /** Whether the version that {@code op} yields is read by the next write only. */
  private boolean isUnread(Op op) {
    boolean isWrite = op instanceof ArrayOp.Store || op instanceof ArrayOp.Accumulate;
    return isWrite && uses.getOrDefault(op.results().getFirst(), 0) == 1;
  }

  private static boolean isSameElement(Op earlier, ArrayOp.Accumulate last) {
    return switch (earlier) {
      case ArrayOp.Store store -> store.indices().equals(last.indices());
      case ArrayOp.Accumulate add -> add.indices().equals(last.indices());
      default -> false;
    };
  }

  private Value resolve(Value value) {
    Value latest = value;
    for (Value next = replacements.get(latest); next != null; next = replacements.get(latest)) {
      latest = next;
    }
    return latest;
  }
}
