package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrFunction;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Rewriting;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Assigns what is added to an element of a new array of zeros, where nothing has been added to that
 * element before: neither by an addition before it nor in an earlier iteration of the loops around.
 */
public final class FirstContributions {
  private final Map<Value, Op> definitions = new HashMap<>();
  private final Map<Value, List<Op>> users = new HashMap<>();
  private final IdentityHashMap<Op, Region> places = new IdentityHashMap<>();
  private final Set<Op> first = Collections.newSetFromMap(new IdentityHashMap<>());

  private FirstContributions() {}

  /** A function whose storage is assigned, with assignments in the place of such additions. */
  public static IrFunction assign(IrFunction function) {
    FirstContributions contributions = new FirstContributions();
    contributions.index(function.body());
    contributions.find(function.body());
    return contributions.first.isEmpty()
        ? function
        : function.withBody(contributions.assigned(function.body()));
  }

  private void index(Region region) {
    for (Op op : region.ops()) {
      places.put(op, region);
      op.results().forEach(result -> definitions.put(result, op));
      for (Value operand : op.operands()) {
        if (operand.type() instanceof IrType.Array && !isReading(op)) {
          users.computeIfAbsent(operand, _ -> new ArrayList<>()).add(op);
        }
      }
      op.regions().forEach(this::index);
    }
  }

  /** Whether an operation leaves an array's elements and names as they are. */
  private static boolean isReading(Op op) {
    return op instanceof ArrayOp.Load || op instanceof ArrayOp.ArrayLength;
  }

  private void find(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof ArrayOp.ZerosLike || op instanceof ArrayOp.Allocate) {
        follow(op.results().getFirst(), region);
      }
      op.regions().forEach(this::find);
    }
  }

  /** Follows a new array through its versions in the region that makes it. */
  private void follow(Value zeros, Region region) {
    List<ArrayElement> touched = new ArrayList<>();
    Value version = zeros;
    while (next(version, region) instanceof ArrayOp.Accumulate add) {
      ArrayElement element = element(add);
      if (isNumber(add) && touched.stream().allMatch(element::isAnotherThan)) {
        first.add(add);
      }
      touched.add(element);
      version = add.result();
    }
    if (touched.isEmpty() && next(version, region) instanceof FlowOp.Loop loop) {
      follow(loop, version, LoopNest.around(loop, definitions));
    }
  }

  /** Follows an array into a loop that nothing has been added to before. */
  private void follow(FlowOp.Loop loop, Value init, LoopNest nest) {
    int index = loop.inits().indexOf(init);
    Value last = loop.body().yields().get(index);
    Value version = loop.arguments().get(index);
    List<ArrayOp.Accumulate> additions = new ArrayList<>();
    while (next(version, loop.body()) instanceof ArrayOp.Accumulate add) {
      additions.add(add);
      version = add.result();
    }
    Op next = next(version, loop.body());
    if (version.equals(last) && next == null) {
      List<ArrayElement> elements = additions.stream().map(this::element).toList();
      for (int i = 0; i < additions.size(); i++) {
        if (isNumber(additions.get(i)) && nest.isFirst(i, elements)) {
          first.add(additions.get(i));
        }
      }
    } else if (additions.isEmpty()
        && next instanceof FlowOp.Loop inner
        && inner.results().get(inner.inits().indexOf(version)).equals(last)) {
      follow(inner, version, nest.and(inner, definitions));
    }
  }

  /** What makes the next version of an array, if that is in the same region. */
  @SuppressWarnings("ReferenceEquality") // the very region
  private @Nullable Op next(Value version, Region region) {
    List<Op> all = users.getOrDefault(version, List.of());
    return all.size() == 1 && places.get(all.getFirst()) == region ? all.getFirst() : null;
  }

  private ArrayElement element(ArrayOp.Accumulate add) {
    return ArrayElement.of(add.indices(), definitions);
  }

  private static boolean isNumber(ArrayOp.Accumulate add) {
    return add.value().type() instanceof ScalarType;
  }

  private Region assigned(Region region) {
    return region.withOps(region.ops().stream().map(this::assigned).toList());
  }

  private Op assigned(Op op) {
    return op instanceof ArrayOp.Accumulate add && first.contains(op)
        ? new ArrayOp.Store(add.result(), add.array(), add.indices(), add.value(), add.source())
        : Rewriting.mapRegions(op, value -> value, this::assigned);
  }
}
