package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.analyse.Operations;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The arrays in which rows are replaced, so that each version has a shape of its own, and the
 * adjoint of each version has it too. The adjoint array is made for the last version, which is the
 * one that the reverse sweep finds, and given the shape of those before on the way back. So it has
 * to be there all the way, for versions too whose derivative does not matter.
 */
final class ReplacedRows {
  private final ArrayRoots roots;
  private final Set<Value> arrays = new HashSet<>();
  private final Map<ArrayOp.StoreRow, Value> shapes = new HashMap<>();

  private ReplacedRows(ArrayRoots roots) {
    this.roots = roots;
  }

  /** Where no adjoints are made. */
  static ReplacedRows none(ArrayRoots roots) {
    return new ReplacedRows(roots);
  }

  /** Of a function some of whose values are active. */
  static ReplacedRows of(IrFunction primal, ArrayRoots roots, Predicate<Value> isActive) {
    ReplacedRows rows = new ReplacedRows(roots);
    Set<Value> replaced = new HashSet<>();
    Operations.forEach(
        primal.body(),
        op -> {
          if (op instanceof ArrayOp.StoreRow store) {
            replaced.add(roots.root(store.result()));
          }
        });
    if (!replaced.isEmpty()) {
      primal.parameters().stream().filter(isActive).map(roots::root).forEach(rows.arrays::add);
      Operations.forEach(
          primal.body(),
          op -> op.results().stream().filter(isActive).map(roots::root).forEach(rows.arrays::add));
      rows.arrays.retainAll(replaced);
    }
    return rows;
  }

  /** Whether an array has an adjoint whatever becomes of this version of it. */
  boolean haveAdjoint(Value version) {
    return !arrays.isEmpty() && arrays.contains(roots.root(version));
  }

  /** The last version of each such array that is made in a region, or handed to it. */
  List<Value> startingIn(Region region) {
    if (arrays.isEmpty()) {
      return List.of();
    }
    Map<Value, Value> last = new LinkedHashMap<>();
    region.arguments().stream().filter(arrays::contains).forEach(each -> last.put(each, each));
    for (Op op : region.ops()) {
      for (Value result : op.results()) {
        Value root = roots.root(result);
        boolean isMade = arrays.contains(result) && root.equals(result);
        if (isMade || last.containsKey(root)) {
          last.put(root, result);
        }
      }
    }
    return List.copyOf(last.values());
  }

  /** The replacement, after an operation that keeps the shape of the row before. */
  List<Op> keepShape(ArrayOp.StoreRow store) {
    List<Op> ops = new ArrayList<>();
    if (haveAdjoint(store.result())) {
      Value shape = new Value(ArrayOp.shapeOf(type(store)), "");
      shapes.put(store, shape);
      ops.add(new ArrayOp.RowShape(shape, store.array(), store.indices(), store.source()));
    }
    ops.add(store);
    return ops;
  }

  /** The shape of the row before. */
  Value shape(ArrayOp.StoreRow store) {
    Value shape = shapes.get(store);
    if (shape == null) {
      throw new IllegalStateException("the shape of a row was not kept: " + store);
    }
    return shape;
  }

  /** The type of the row. */
  IrType type(ArrayOp.StoreRow store) {
    return ((IrType.Array) store.array().type()).after(store.indices().size());
  }
}
