package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.emit.Expression.Precedence;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Prints operators and conversions: parentheses only where Java's precedence needs them, casts only
 * where Java would not convert the same way by itself. Never regroups floating-point operations.
 */
final class Operations {
  private final ExpressionEmitter values;

  Operations(ExpressionEmitter values) {
    this.values = values;
  }

  Expression of(Op.Arithmetic op) {
    Value first = op.operands().getFirst();
    return switch (op.operator()) {
      case NOT -> negated(first);
      case NEG -> unary("-", first);
      case COMPLEMENT -> unary("~", first);
      case ADD -> sum(op, first, op.operands().getLast());
      case SUB -> difference(op, first, op.operands().getLast());
      case MUL, DIV, REM, EQ, NE, LT, LE, GT, GE, AND, OR, XOR, SHL, SHR, USHR ->
          binary(op.operator(), first, values.of(op.operands().getLast()), op.operands().getLast());
    };
  }

  /** The negation of a condition, with the comparison inverted where that is the same. */
  Expression negated(Value condition) {
    Node node = values.inlinedNode(condition);
    if (node != null && node.op() instanceof Op.Arithmetic op) {
      if (op.operator() == Operator.NOT) {
        return values.of(op.operands().getFirst());
      }
      Operator inverse = inverse(op);
      if (inverse != null) {
        Value last = op.operands().getLast();
        return binary(inverse, op.operands().getFirst(), values.of(last), last);
      }
    }
    if (node != null && node.op() instanceof Op.Constant constant) {
      return LiteralText.of(!Boolean.TRUE.equals(constant.literal()), ScalarType.BOOLEAN);
    }
    return unary("!", condition);
  }

  /** A branch between conditions as {@code &&} or {@code ||}; {@code null} if it is neither. */
  @Nullable Expression logical(Value condition, Value onTrue, Value onFalse) {
    if (isLiteral(onFalse, false)) {
      return junction(Precedence.AND, values.of(condition), values.of(onTrue));
    }
    if (isLiteral(onTrue, true)) {
      return junction(Precedence.OR, values.of(condition), values.of(onFalse));
    }
    if (isLiteral(onTrue, false)) {
      return junction(Precedence.AND, negated(condition), values.of(onFalse));
    }
    if (isLiteral(onFalse, true)) {
      return junction(Precedence.OR, negated(condition), values.of(onTrue));
    }
    return null;
  }

  /** A primitive conversion; nothing is printed for one that the context makes anyway. */
  Expression convert(Expression operand, IrType from, IrType to) {
    Expression exact = isExact(operand.type(), from) ? operand : operand.exactly(from);
    return Widening.isImplicit(from, to) ? exact : exact.exactly(from).cast(to);
  }

  /** The expression in exactly this type, cast if need be; references are left alone. */
  Expression exactly(Expression expression, IrType wanted) {
    return wanted instanceof ScalarType ? expression.exactly(wanted) : expression;
  }

  // x + -y and x - -y say the same with the other operator, for every x and y.
  private Expression sum(Op.Arithmetic op, Value left, Value right) {
    Expression opposite = opposite(right);
    return opposite == null
        ? binary(op.operator(), left, values.of(right), right)
        : binary(Operator.SUB, left, opposite, right);
  }

  private Expression difference(Op.Arithmetic op, Value left, Value right) {
    Expression opposite = opposite(right);
    return opposite == null
        ? binary(op.operator(), left, values.of(right), right)
        : binary(Operator.ADD, left, opposite, right);
  }

  /** What {@code value} is the negative of, if it prints as a negation. */
  @Nullable Expression opposite(Value value) {
    Node node = values.inlinedNode(value);
    if (node == null) {
      return null;
    }
    if (node.op() instanceof Op.Arithmetic op && op.operator() == Operator.NEG) {
      Value operand = op.operands().getFirst();
      return values.of(operand).exactly(operand.type());
    }
    if (node.op() instanceof Op.Constant(_, var literal, _)) {
      return switch (literal) {
        case Double number when number < 0 && !number.isInfinite() ->
            LiteralText.of(-number, value.type());
        case Float number when number < 0 && !number.isInfinite() ->
            LiteralText.of(-number, value.type());
        case Integer number when number < 0 && number != Integer.MIN_VALUE ->
            LiteralText.of(-number, value.type());
        case Long number when number < 0 && number != Long.MIN_VALUE ->
            LiteralText.of(-number, value.type());
        case null, default -> null;
      };
    }
    return null;
  }

  private Expression binary(Operator operator, Value left, Expression right, Value rightValue) {
    Precedence precedence = precedence(operator);
    boolean isShift = precedence == Precedence.SHIFT;
    Expression first = values.of(left);
    if (!isPromotedTo(left.type(), first.type(), isShift ? first.type() : right.type())) {
      first = first.exactly(left.type());
    }
    Expression second = right;
    if (!isShift && !isPromotedTo(rightValue.type(), first.type(), second.type())) {
      second = exactly(second, rightValue.type());
    }
    CodeBlock code =
        Wrapping.around(first.atLeast(precedence), operator.symbol(), second.above(precedence));
    IrType type = operator.isComparison() ? ScalarType.BOOLEAN : left.type();
    return new Expression(code, precedence, type);
  }

  private Expression unary(String symbol, Value operand) {
    Expression expression = values.of(operand);
    if (!isPromotedTo(operand.type(), expression.type(), expression.type())) {
      expression = expression.exactly(operand.type());
    }
    CodeBlock code = expression.atLeast(Precedence.UNARY);
    String format = symbol.equals("-") && expression.startsWithMinus() ? "$L($L)" : "$L$L";
    return new Expression(CodeBlock.of(format, symbol, code), Precedence.UNARY, operand.type());
  }

  private static Expression junction(Precedence precedence, Expression left, Expression right) {
    CodeBlock code =
        precedence == Precedence.OR
            ? Wrapping.around(besideOr(left), "||", besideOr(right))
            : Wrapping.around(left.atLeast(precedence), "&&", right.atLeast(precedence));
    return new Expression(code, precedence, ScalarType.BOOLEAN);
  }

  private static CodeBlock besideOr(Expression side) {
    return side.precedence() == Precedence.AND
        ? CodeBlock.of("($L)", side.code())
        : side.atLeast(Precedence.OR);
  }

  private boolean isLiteral(Value value, boolean literal) {
    Node node = values.inlinedNode(value);
    return node != null
        && node.op() instanceof Op.Constant constant
        && Boolean.valueOf(literal).equals(constant.literal());
  }

  private static boolean isPromotedTo(IrType wanted, IrType left, IrType right) {
    return !(wanted instanceof ScalarType)
        || (left instanceof ScalarType one
            && right instanceof ScalarType other
            && Widening.promoted(one, other) == wanted);
  }

  /** Whether widening loses nothing, so that a further conversion may start from the source. */
  private static boolean isExact(IrType from, IrType to) {
    boolean isLossy =
        (to == ScalarType.FLOAT && (from == ScalarType.INT || from == ScalarType.LONG))
            || (to == ScalarType.DOUBLE && from == ScalarType.LONG);
    return !isLossy;
  }

  private static @Nullable Operator inverse(Op.Arithmetic op) {
    boolean isReal = op.operands().getFirst().type().isDifferentiable();
    return switch (op.operator()) {
      case EQ -> Operator.NE;
      case NE -> Operator.EQ;
      case LT -> isReal ? null : Operator.GE;
      case LE -> isReal ? null : Operator.GT;
      case GT -> isReal ? null : Operator.LE;
      case GE -> isReal ? null : Operator.LT;
      case ADD, SUB, MUL, DIV, REM, NEG, NOT, AND, OR, XOR, COMPLEMENT, SHL, SHR, USHR -> null;
    };
  }

  private static Precedence precedence(Operator operator) {
    return switch (operator) {
      case MUL, DIV, REM -> Precedence.PRODUCT;
      case ADD, SUB -> Precedence.SUM;
      case SHL, SHR, USHR -> Precedence.SHIFT;
      case LT, LE, GT, GE -> Precedence.RELATION;
      case EQ, NE -> Precedence.EQUALITY;
      case AND -> Precedence.BIT_AND;
      case XOR -> Precedence.BIT_XOR;
      case OR -> Precedence.BIT_OR;
      case NEG, NOT, COMPLEMENT -> Precedence.UNARY;
    };
  }
}
