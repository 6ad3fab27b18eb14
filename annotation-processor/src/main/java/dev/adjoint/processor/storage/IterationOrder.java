package dev.adjoint.processor.storage;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.Region;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.List;

/** Whether a reverse loop may make its iterations in any order, and with those it reverses. */
final class IterationOrder {
  private final FlowOp.ReverseLoop loop;

  IterationOrder(FlowOp.ReverseLoop loop) {
    this.loop = loop;
  }

  /** Whether an iteration reads nothing that others write, and only adds to what they hand on. */
  boolean isFree() {
    for (Op op : loop.body().ops()) {
      if (!(op instanceof ArrayOp.Accumulate) && !isSteady(op)) {
        return false;
      }
    }
    for (int i = 0; i < loop.arguments().size(); i++) {
      if (!isSum(loop.arguments().get(i), loop.body().yields().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code last} is {@code first} and what has been added to it, and neither is read. */
  private boolean isSum(Value first, Value last) {
    Value sum = first;
    while (!sum.equals(last)) {
      List<Op> readers = readers(sum);
      if (readers.size() != 1 || !isAddition(readers.getFirst(), sum)) {
        return false;
      }
      sum = readers.getFirst().results().getFirst();
    }
    return readers(last).isEmpty()
        && loop.body().yields().stream().filter(last::equals).count() == 1;
  }

  private List<Op> readers(Value value) {
    return loop.body().ops().stream().filter(op -> op.operands().contains(value)).toList();
  }

  private static boolean isAddition(Op op, Value sum) {
    List<Value> operands = op.operands();
    return switch (op) {
      case ArrayOp.Accumulate add ->
          add.array().equals(sum) && operands.stream().filter(sum::equals).count() == 1;
      case Op.Arithmetic arithmetic ->
          !operands.getFirst().equals(operands.getLast())
              && (arithmetic.operator() == Operator.ADD
                  || (arithmetic.operator() == Operator.SUB && operands.getFirst().equals(sum)));
      default -> false;
    };
  }

  /** Whether nothing in a region has an effect or runs more than once. */
  static boolean isPure(Region region) {
    return region.ops().stream().allMatch(IterationOrder::isPure);
  }

  /** Whether an operation has no effect, except that it may throw. */
  static boolean isPure(Op op) {
    return op instanceof ArrayOp.Load || op instanceof ArrayOp.ArrayLength || isSteady(op);
  }

  /** Whether an operation yields the same anywhere and never throws. */
  static boolean isSteady(Op op) {
    return switch (op) {
      case Op.Constant _, Op.Convert _ -> true;
      case ArrayOp.ArrayLength length -> length.indices().isEmpty();
      case Op.Arithmetic arithmetic -> isFloating(arithmetic.result()) || !mayThrow(arithmetic);
      case ArrayOp.ZerosLike zeros -> ((IrType.Array) zeros.array().type()).rank() == 1;
      case CallOp.Invoke invoke -> isPureFunction(invoke);
      case Op.StopGradient _, ArrayOp.Allocate _, ArrayOp.ArrayLiteral _, ArrayOp.ArrayCopy _ ->
          false;
      case ArrayOp.Load _, ArrayOp.Store _, ArrayOp.Accumulate _, ArrayOp.AccumulateAll _ -> false;
      case ArrayOp.StoreRow _, ArrayOp.RowShape _, ArrayOp.ClearRow _, ArrayOp.TakeRow _ -> false;
      case FlowOp _, CallOp _, Op.FieldStore _, Op.Unsupported _ -> false;
    };
  }

  private static boolean mayThrow(Op.Arithmetic op) {
    return op.operator() == Operator.DIV || op.operator() == Operator.REM;
  }

  private static boolean isPureFunction(CallOp.Invoke invoke) {
    return invoke.member().effects() == JavaMember.Effects.PURE
        && invoke.member().owner().equals("java.lang.Math")
        && invoke.results().stream().allMatch(IterationOrder::isFloating)
        && invoke.operands().stream().allMatch(value -> value.type() instanceof ScalarType);
  }

  private static boolean isFloating(Value value) {
    return value.type() instanceof ScalarType type && type.isFloatingPoint();
  }

  static boolean isArray(Value value) {
    return value.type() instanceof IrType.Array;
  }
}
