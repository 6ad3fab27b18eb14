package dev.adjoint.processor.simplify;

import static java.util.Objects.requireNonNull;

import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loops one in the other, by what they count with.
 *
 * @param steps for each loop, the outermost first, by what each value that counts its iterations
 *     grows from one to the next
 * @param inside values that iterations may have different ones of
 */
record LoopNest(List<Map<Value, Integer>> steps, Set<Value> inside) {

  static LoopNest around(FlowOp.Loop loop, Map<Value, Op> definitions) {
    Set<Value> inside = new HashSet<>();
    collect(loop, inside);
    return new LoopNest(List.of(steps(loop, definitions)), inside);
  }

  /** The nest with one more loop inside of it. */
  LoopNest and(FlowOp.Loop inner, Map<Value, Op> definitions) {
    List<Map<Value, Integer>> all = new ArrayList<>(steps);
    all.add(steps(inner, definitions));
    return new LoopNest(all, inside);
  }

  private static void collect(Op op, Set<Value> values) {
    values.addAll(op.results());
    if (op instanceof FlowOp.Loop loop) {
      values.addAll(loop.arguments());
    }
    for (Region region : op.regions()) {
      region.ops().forEach(inner -> collect(inner, values));
    }
  }

  private static Map<Value, Integer> steps(FlowOp.Loop loop, Map<Value, Op> definitions) {
    Map<Value, Integer> steps = new HashMap<>();
    for (int i = 0; i < loop.arguments().size(); i++) {
      Value argument = loop.arguments().get(i);
      ArrayElement.Index next =
          ArrayElement.of(List.of(loop.body().yields().get(i)), definitions).indices().getFirst();
      if (argument.equals(next.base()) && next.offset() != 0) {
        steps.put(argument, next.offset());
      }
    }
    return steps;
  }

  /**
   * Whether no element of the innermost loop's body, in any iteration, comes before the one at
   * {@code index} and is the same.
   *
   * @param elements in the order in which an iteration comes to them
   */
  boolean isFirst(int index, List<ArrayElement> elements) {
    for (int other = 0; other < elements.size(); other++) {
      if (!comesAfter(elements.get(index), elements.get(other), other >= index)) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code other} is at no time, or only later, what {@code element} is now. */
  private boolean comesAfter(ArrayElement element, ArrayElement other, boolean isLaterInBody) {
    @Nullable Integer[] distances = new Integer[steps.size()];
    for (int i = 0; i < element.indices().size(); i++) {
      ArrayElement.Index index = element.indices().get(i);
      ArrayElement.Index before = other.indices().get(i);
      int offset = index.offset() - before.offset();
      if (!index.hasBaseOf(before)) {
        continue; // Nothing is known of these indices: the others have to tell.
      }
      int level = level(index.base());
      if (level < 0) {
        if (offset != 0 && !inside.contains(index.base())) {
          return true;
        }
        continue;
      }
      int step = requireNonNull(steps.get(level).get(index.base()));
      Integer known = distances[level];
      if (offset % step != 0 || (known != null && known != offset / step)) {
        return true;
      }
      distances[level] = offset / step;
    }
    return isLater(distances, isLaterInBody);
  }

  private int level(@Nullable Value base) {
    for (int level = 0; level < steps.size(); level++) {
      if (base != null && steps.get(level).containsKey(base)) {
        return level;
      }
    }
    return -1;
  }

  /** Whether iterations so far apart come one after the other, the outermost loop first. */
  private static boolean isLater(@Nullable Integer[] distances, boolean isLaterInBody) {
    for (Integer distance : distances) {
      if (distance == null || distance != 0) {
        return distance != null && distance > 0;
      }
    }
    return isLaterInBody;
  }
}
