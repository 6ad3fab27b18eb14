package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.ArrayOp;
import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Computes at compile time, exactly as Java would, operators and conversions of literals, and those
 * on integers whose result does not depend on the number: {@code n - n}, {@code a.length < 0}. So
 * are comparisons of an object with itself, and of {@code null} with {@code null}.
 */
final class Folding {
  private Folding() {}

  /** Emits a literal in place of {@code op}, or answers {@code false}. */
  static boolean rewrite(Op op, RewriteWalk walk) {
    Object literal =
        switch (op) {
          case Op.Arithmetic arithmetic -> arithmetic(arithmetic, walk);
          case Op.Convert convert -> convert(convert, walk);
          case CallOp.Invoke invoke -> extremum(invoke, walk);
          default -> null;
        };
    if (literal == null) {
      return false;
    }
    walk.emit(new Op.Constant(op.results().getFirst(), literal, op.source()));
    return true;
  }

  private static @Nullable Object arithmetic(Op.Arithmetic op, RewriteWalk walk) {
    Object first = walk.literal(op.operands().getFirst());
    Object last = walk.literal(op.operands().getLast());
    if (first == null || last == null) {
      return independent(op, walk);
    }
    Operator operator = op.operator();
    return operator.isUnary()
        ? ConstantArithmetic.evaluate(operator, first)
        : ConstantArithmetic.evaluate(operator, first, last);
  }

  private static @Nullable Object independent(Op.Arithmetic op, RewriteWalk walk) {
    Value first = op.operands().getFirst();
    Value last = op.operands().getLast();
    boolean isOneObject = first == last && first.type() instanceof IrType.Reference;
    if (isOneObject || (isNull(first, walk) && isNull(last, walk))) {
      return op.operator() == Operator.EQ;
    }
    boolean isInteger = first.type() == ScalarType.INT || first.type() == ScalarType.LONG;
    if (isInteger && first == last && !op.operator().isUnary()) {
      return switch (op.operator()) {
        case SUB, XOR -> ConstantArithmetic.convert(0, first.type());
        case EQ, LE, GE -> true;
        case NE, LT, GT -> false;
        case ADD, MUL, DIV, REM, NEG, AND, OR, NOT, COMPLEMENT, SHL, SHR, USHR -> null;
      };
    }
    boolean isLength = walk.definition(first) instanceof ArrayOp.ArrayLength;
    if (!isLength || !Integer.valueOf(0).equals(walk.literal(last))) {
      return null;
    }
    return switch (op.operator()) {
      case LT -> false;
      case GE -> true;
      default -> null;
    };
  }

  private static boolean isNull(Value value, RewriteWalk walk) {
    return walk.definition(value) instanceof Op.Constant constant && constant.literal() == null;
  }

  /** {@code Math.max} and {@code Math.min} of integers, which trip counts are made of. */
  private static @Nullable Object extremum(CallOp.Invoke op, RewriteWalk walk) {
    if (op.operands().size() == 2
        && walk.literal(op.operands().getFirst()) instanceof Integer first
        && walk.literal(op.operands().getLast()) instanceof Integer last) {
      return switch (op.member().key()) {
        case "java.lang.Math.max(int, int)" -> Math.max(first, last);
        case "java.lang.Math.min(int, int)" -> Math.min(first, last);
        default -> null;
      };
    }
    return null;
  }

  private static @Nullable Object convert(Op.Convert op, RewriteWalk walk) {
    Object literal = walk.literal(op.operand());
    return literal == null ? null : ConstantArithmetic.convert(literal, op.result().type());
  }
}
