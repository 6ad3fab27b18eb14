package dev.adjoint.processor.report;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many operations stand in a piece of a function; both sides of a branch count.
 *
 * @param arithmetic operators on floating-point numbers
 * @param calls calls of methods, those of {@code Math} included
 * @param reads elements read from arrays
 * @param writes elements written to arrays
 */
public record OperationCounts(int arithmetic, int calls, int reads, int writes) {

  /** No operation at all. */
  public static final OperationCounts NONE = new OperationCounts(0, 0, 0, 0);

  /** The operations of both. */
  public OperationCounts plus(OperationCounts other) {
    return new OperationCounts(
        arithmetic + other.arithmetic,
        calls + other.calls,
        reads + other.reads,
        writes + other.writes);
  }

  /**
   * The operations of one pass through the body of each loop, loops inside it aside, and under
   * {@link SourceRange#NONE} those outside all loops. The loops of the forward and the reverse
   * sweep come from one loop of the user's and are counted together.
   */
  static Map<SourceRange, OperationCounts> byLoop(List<Op> ops) {
    Map<SourceRange, OperationCounts> counts = new LinkedHashMap<>();
    count(ops, SourceRange.NONE, counts);
    return counts;
  }

  private static void count(
      List<Op> ops, SourceRange loop, Map<SourceRange, OperationCounts> counts) {
    counts.putIfAbsent(loop, NONE);
    for (Op op : ops) {
      counts.merge(loop, of(op), OperationCounts::plus);
      SourceRange inside = op instanceof FlowOp.Loop ? op.source() : loop;
      op.regions().forEach(inner -> count(inner.ops(), inside, counts));
    }
  }

  private static OperationCounts of(Op op) {
    return switch (op) {
      case Op.Arithmetic arithmetic -> new OperationCounts(isFloating(arithmetic) ? 1 : 0, 0, 0, 0);
      case CallOp _ -> new OperationCounts(0, 1, 0, 0);
      case ArrayOp.Load _ -> new OperationCounts(0, 0, 1, 0);
      case ArrayOp.Store _ -> new OperationCounts(0, 0, 0, 1);
      case ArrayOp.Accumulate _ -> new OperationCounts(1, 0, 1, 1);
      case ArrayOp _, FlowOp _ -> NONE;
      case Op.Constant _, Op.Convert _, Op.StopGradient _, Op.FieldStore _, Op.Unsupported _ ->
          NONE;
    };
  }

  private static boolean isFloating(Op.Arithmetic arithmetic) {
    return arithmetic.operands().getFirst().type() instanceof ScalarType type
        && (type == ScalarType.DOUBLE || type == ScalarType.FLOAT);
  }
}
