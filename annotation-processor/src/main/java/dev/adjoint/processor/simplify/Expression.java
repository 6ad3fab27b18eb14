package dev.adjoint.processor.simplify;

import dev.adjoint.processor.analyse.ArrayRoots;
import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operation computes, such that operations with equal expressions yield equal values
 * wherever both are in scope.
 *
 * @param kind operator, kind of member, or class of the operation
 * @param detail type converted to, or key of the member, which has other parameter names under
 *     other compilers; {@code null} where the operands say all
 * @param operands what it is computed from
 */
record Expression(Object kind, @Nullable Object detail, List<Value> operands) {

  /** The expression of {@code op}; {@code null} if it must not be merged with an equal one. */
  static @Nullable Expression of(Op op, ArrayRoots roots, Comparator<Value> order) {
    return switch (op) {
      case Op.Arithmetic arithmetic ->
          new Expression(arithmetic.operator(), null, operands(arithmetic, order));
      case Op.Convert convert ->
          new Expression(Op.Convert.class, convert.result().type(), op.operands());
      case ArrayOp.Load load -> load(load.array(), load.indices());
      case ArrayOp.ArrayLength length -> {
        List<Value> operands = new ArrayList<>(length.indices());
        operands.add(
            roots.hasRowsReplaced(length.array()) ? length.array() : roots.root(length.array()));
        yield new Expression(ArrayOp.ArrayLength.class, null, operands);
      }
      case CallOp.Invoke invoke ->
          isPureFunction(invoke)
              ? new Expression(invoke.member().kind(), invoke.member().key(), op.operands())
              : null;
      case Op.Constant _, Op.StopGradient _, ArrayOp.Allocate _, ArrayOp.ArrayLiteral _ -> null;
      case ArrayOp.ZerosLike _, ArrayOp.ArrayCopy _, ArrayOp.Store _, ArrayOp.Accumulate _ -> null;
      case ArrayOp.AccumulateAll _,
          ArrayOp.StoreRow _,
          ArrayOp.ClearRow _,
          ArrayOp.RowShape _,
          ArrayOp.TakeRow _,
          FlowOp.If _,
          FlowOp.Loop _,
          FlowOp.ReverseLoop _,
          CallOp.Call _ ->
          null;
      case CallOp.ForwardCall _, CallOp.ReverseCall _, CallOp.TangentCall _, CallOp.DynamicCall _ ->
          null;
      case Op.FieldStore _, FlowOp.Throw _, Op.Unsupported _, FlowOp.Turn _ -> null;
    };
  }

  /** The element {@code array[indices…]}. */
  static Expression load(Value array, List<Value> indices) {
    List<Value> operands = new ArrayList<>(indices);
    operands.add(array);
    return new Expression(ArrayOp.Load.class, null, operands);
  }

  /** Whether an invocation computes scalars from scalars and nothing else. */
  static boolean isPureFunction(CallOp.Invoke invoke) {
    return invoke.member().effects() == JavaMember.Effects.PURE
        && invoke.results().size() == 1
        && isScalar(invoke.results().getFirst().type())
        && invoke.operands().stream().allMatch(operand -> isScalar(operand.type()));
  }

  private static boolean isScalar(IrType type) {
    return type instanceof ScalarType;
  }

  private static List<Value> operands(Op.Arithmetic op, Comparator<Value> order) {
    List<Value> operands = op.operands();
    return isCommutative(op.operator())
            && order.compare(operands.getFirst(), operands.getLast()) > 0
        ? List.of(operands.getLast(), operands.getFirst())
        : operands;
  }

  private static boolean isCommutative(Operator operator) {
    return switch (operator) {
      case ADD, MUL, EQ, NE, AND, OR, XOR -> true;
      case SUB, DIV, REM, NEG, LT, LE, GT, GE, NOT, COMPLEMENT, SHL, SHR, USHR -> false;
    };
  }
}
