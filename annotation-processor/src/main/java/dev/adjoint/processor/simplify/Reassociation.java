package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects literal terms and factors. For integers, whose arithmetic wraps around, everywhere; for
 * floating-point numbers in the reverse sweep only, where it may round differently.
 */
final class Reassociation {
  private final RewriteWalk walk;

  /**
   * A value and a literal that an operator joins.
   *
   * @param rest the other operand
   */
  private record Part(Value rest, Number literal) {}

  Reassociation(RewriteWalk walk) {
    this.walk = walk;
  }

  /** Rewrites {@code a + b}, or answers {@code false}. */
  boolean add(Op.Arithmetic op, Value a, Value b) {
    if (op.result().type() == ScalarType.INT) {
      Integer offset = integer(b) == null ? integer(a) : integer(b);
      return offset != null && shift(op, integer(b) == null ? b : a, offset);
    }
    if (!isFree(op)) {
      return false;
    }
    if (a == b) {
      return emit(op, Operator.MUL, a, number(2, op));
    }
    return isRepeated(a, Operator.ADD, b)
        && emit(op, Operator.ADD, terms(a).getFirst(), twice(op, b));
  }

  /** Rewrites {@code a - b}, or answers {@code false}. */
  boolean subtract(Op.Arithmetic op, Value a, Value b) {
    if (op.result().type() == ScalarType.INT) {
      Integer offset = integer(b);
      return offset != null && shift(op, a, -offset);
    }
    if (!isFree(op)) {
      return false;
    }
    if (isRepeated(a, Operator.NEG, b)) {
      return emit(op, Operator.MUL, b, number(-2, op));
    }
    return isRepeated(a, Operator.SUB, b)
        && emit(op, Operator.SUB, terms(a).getFirst(), twice(op, b));
  }

  /** Rewrites {@code a * b}, or answers {@code false}. */
  boolean multiply(Op.Arithmetic op, Value a, Value b) {
    if (!isFree(op)) {
      return false;
    }
    Part scaledA = scaled(a);
    Part scaledB = scaled(b);
    if (scaledA != null && !isLiteral(b)) {
      return scale(op, product(op, scaledA.rest(), b), scaledA.literal());
    }
    if (scaledB != null && !isLiteral(a)) {
      return scale(op, product(op, a, scaledB.rest()), scaledB.literal());
    }
    if (scaledA != null && walk.literal(b) instanceof Number factor) {
      return scale(op, scaledA.rest(), factor.doubleValue() * scaledA.literal().doubleValue());
    }
    return scaledB != null
        && walk.literal(a) instanceof Number factor
        && scale(op, scaledB.rest(), factor.doubleValue() * scaledB.literal().doubleValue());
  }

  /** {@code (x + c) + offset} as {@code x + (c + offset)}. */
  private boolean shift(Op.Arithmetic op, Value value, int offset) {
    if (!(walk.definition(value) instanceof Op.Arithmetic inner)) {
      return false;
    }
    Value left = inner.operands().getFirst();
    Value right = inner.operands().getLast();
    Integer literal = integer(right);
    boolean isSum = inner.operator() == Operator.ADD;
    if (literal == null || (!isSum && inner.operator() != Operator.SUB)) {
      return false;
    }
    int sum = (isSum ? literal : -literal) + offset;
    if (sum == 0) {
      walk.replace(op.result(), left);
      return true;
    }
    return (sum > 0 || sum == Integer.MIN_VALUE)
        ? emit(op, Operator.ADD, left, constant(sum, op))
        : emit(op, Operator.SUB, left, constant(-sum, op));
  }

  private boolean isRepeated(Value value, Operator operator, Value term) {
    return walk.definition(value) instanceof Op.Arithmetic inner
        && inner.operator() == operator
        && inner.operands().getLast() == term;
  }

  private List<Value> terms(Value value) {
    Op inner = walk.definition(value);
    return inner == null ? List.of() : inner.operands();
  }

  /** Whether rounding may change here. */
  private boolean isFree(Op.Arithmetic op) {
    return walk.isReverse()
        && op.result().type() instanceof ScalarType type
        && type.isFloatingPoint();
  }

  private @Nullable Part scaled(Value value) {
    if (!(walk.definition(value) instanceof Op.Arithmetic inner)
        || inner.operator() != Operator.MUL) {
      return null;
    }
    Value left = inner.operands().getFirst();
    Value right = inner.operands().getLast();
    if (walk.literal(right) instanceof Number factor) {
      return new Part(left, factor);
    }
    return walk.literal(left) instanceof Number factor ? new Part(right, factor) : null;
  }

  private boolean isLiteral(Value value) {
    return walk.literal(value) != null;
  }

  private @Nullable Integer integer(Value value) {
    return walk.literal(value) instanceof Integer literal ? literal : null;
  }

  private Value product(Op.Arithmetic op, Value a, Value b) {
    Value product = new Value(op.result().type(), "");
    walk.emit(new Op.Arithmetic(product, Operator.MUL, List.of(a, b), op.source()));
    return product;
  }

  private Value twice(Op.Arithmetic op, Value value) {
    return product(op, value, number(2, op));
  }

  private boolean scale(Op.Arithmetic op, Value value, Number factor) {
    return emit(op, Operator.MUL, value, number(factor.doubleValue(), op));
  }

  private Value number(double number, Op.Arithmetic op) {
    boolean isFloat = op.result().type() == ScalarType.FLOAT;
    return constant(isFloat ? (Object) (float) number : (Object) number, op);
  }

  private Value constant(Object literal, Op.Arithmetic op) {
    Value constant = new Value(op.result().type(), "");
    walk.emit(new Op.Constant(constant, literal, op.source()));
    return constant;
  }

  private boolean emit(Op.Arithmetic op, Operator operator, Value a, Value b) {
    walk.emit(new Op.Arithmetic(op.result(), operator, List.of(a, b), op.source()));
    return true;
  }
}
