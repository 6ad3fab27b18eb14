package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether one operation of the forward sweep may overwrite what another one read before. */
final class Overwriting {
  private final ForwardSweep forward;
  private final LoopCounts counts;

  Overwriting(ForwardSweep forward, RowLengths lengths) {
    this.forward = forward;
    this.counts = new LoopCounts(forward, lengths);
  }

  /**
   * Whether {@code write} may change an element after {@code read} read it.
   *
   * @param arrayHome where the array was made that both access
   */
  boolean mayFollow(
      ForwardSweep.Placed write, ForwardSweep.Placed read, ArrayOp.Load load, Scope arrayHome) {
    List<Scope> loops = loopsAround(write.scope(), read.scope(), arrayHome);
    boolean isLater = write.moment() > read.moment();
    if (loops.isEmpty()) {
      return isLater;
    }
    Integer distance = loops.size() == 1 ? distance(write.op(), load, loops.getFirst()) : null;
    return distance == null || distance > 0 || (distance == 0 && isLater);
  }

  /** Whether {@code write} may come after {@code read}, in whatever iterations of their loops. */
  boolean mayFollow(ForwardSweep.Placed write, ForwardSweep.Placed read) {
    boolean isRepeated = !loopsAround(write.scope(), read.scope(), forward.outermost()).isEmpty();
    return isRepeated || write.moment() > read.moment();
  }

  /** The loops that repeat both accesses to one and the same array. */
  private static List<Scope> loopsAround(Scope write, Scope read, Scope arrayHome) {
    List<Scope> loops = new ArrayList<>();
    for (Scope scope = read; scope != null; scope = scope.parent()) {
      if (scope.isLoop() && scope.encloses(write) && !scope.encloses(arrayHome)) {
        loops.add(scope);
      }
    }
    return loops;
  }

  /**
   * How many elements the reads are ahead of the writes, in the direction in which the loop goes:
   * if they follow behind, no iteration writes what an earlier one read. {@code null} if that
   * varies.
   */
  private @Nullable Integer distance(Op write, ArrayOp.Load load, Scope loop) {
    LoopCount count = counts.of(loop.label());
    if (!(write instanceof ArrayOp.Store store) || count == null) {
      return null;
    }
    for (int i = 0; i < store.indices().size(); i++) {
      Integer written = offset(store.indices().get(i), count);
      Integer read = offset(load.indices().get(i), count);
      if (written != null && read != null) {
        return count.isAscending() ? read - written : written - read;
      }
    }
    return null;
  }

  /** What is added to the loop's counter to give {@code index}; {@code null} if it is none such. */
  private @Nullable Integer offset(Value index, LoopCount count) {
    if (index.equals(count.induction())) {
      return 0;
    }
    if (!(forward.definition(index) instanceof Op.Arithmetic sum)) {
      return null;
    }
    Value left = sum.operands().getFirst();
    Value right = sum.operands().getLast();
    boolean isSum = sum.operator() == Operator.ADD;
    if (left.equals(count.induction()) && (isSum || sum.operator() == Operator.SUB)) {
      Integer offset = literal(right);
      return offset == null || isSum ? offset : Integer.valueOf(-offset);
    }
    return isSum && right.equals(count.induction()) ? literal(left) : null;
  }

  private @Nullable Integer literal(Value value) {
    return forward.definition(value) instanceof Op.Constant constant
            && constant.literal() instanceof Integer literal
            && Math.abs(literal) < Short.MAX_VALUE
        ? literal
        : null;
  }
}
