package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Algebraic identities. In the primal only those that keep every bit, NaN and signed zeros
 * included; the reverse sweep also drops terms and factors that are literal zeros.
 */
final class Algebra {
  private final RewriteWalk walk;

  private Algebra(RewriteWalk walk) {
    this.walk = walk;
  }

  /** Rewrites an operation of a primal or tangent function, or answers {@code false}. */
  static boolean rewrite(Op op, RewriteWalk walk) {
    return switch (op) {
      case Op.Arithmetic arithmetic -> new Algebra(walk).arithmetic(arithmetic);
      case Op.Convert convert -> new Algebra(walk).convert(convert);
      default -> false;
    };
  }

  /**
   * Rewrites an operation of a joint function, or answers {@code false}. Once adjoints are built
   * nothing is differentiated any more, except tensors, at run time.
   */
  static boolean rewriteJoint(Op op, RewriteWalk walk) {
    if (op instanceof Op.StopGradient stop && !isTensor(stop.result())) {
      return new Algebra(walk).same(stop, stop.operand());
    }
    return rewrite(op, walk);
  }

  private static boolean isTensor(Value value) {
    return value.type().equals(IrType.Reference.TENSOR);
  }

  private boolean arithmetic(Op.Arithmetic op) {
    Value a = op.operands().getFirst();
    Value b = op.operands().getLast();
    return switch (op.operator()) {
      case ADD -> add(op, a, b);
      case SUB -> subtract(op, a, b);
      case MUL -> multiply(op, a, b);
      case DIV -> divide(op, a, b);
      case NEG -> negate(op, a);
      case NOT -> not(op, a);
      case AND -> isTrue(a) ? same(op, b) : (isTrue(b) || a == b) && same(op, a);
      case OR -> isFalse(a) ? same(op, b) : (isFalse(b) || a == b) && same(op, a);
      case REM, EQ, NE, LT, LE, GT, GE, XOR, COMPLEMENT, SHL, SHR, USHR -> false;
    };
  }

  private boolean add(Op.Arithmetic op, Value a, Value b) {
    if (isNeutralTerm(b)) {
      return same(op, a);
    }
    if (isNeutralTerm(a)) {
      return same(op, b);
    }
    Value negatedB = negated(b);
    if (negatedB != null) {
      return become(op, Operator.SUB, a, negatedB);
    }
    Value negatedA = negated(a);
    return negatedA != null
        ? become(op, Operator.SUB, b, negatedA)
        : new Reassociation(walk).add(op, a, b);
  }

  private boolean subtract(Op.Arithmetic op, Value a, Value b) {
    if (isPositiveZero(b) || (mayDropZeros(b) && isZero(b))) {
      return same(op, a);
    }
    if (mayDropZeros(a) && isZero(a)) {
      return become(op, Operator.NEG, b);
    }
    Value negatedB = negated(b);
    return negatedB != null
        ? become(op, Operator.ADD, a, negatedB)
        : new Reassociation(walk).subtract(op, a, b);
  }

  private boolean multiply(Op.Arithmetic op, Value a, Value b) {
    if (isNumber(a, 1)) {
      return same(op, b);
    }
    if (isNumber(b, 1)) {
      return same(op, a);
    }
    if (mayDropZeros(a) && isZero(a)) {
      return same(op, a);
    }
    if (mayDropZeros(b) && isZero(b)) {
      return same(op, b);
    }
    return isNumber(a, -1)
        ? become(op, Operator.NEG, b)
        : isNumber(b, -1) ? become(op, Operator.NEG, a) : negateProduct(op, a, b);
  }

  /** Moves signs outwards, where they may meet others and cancel. */
  private boolean negateProduct(Op.Arithmetic op, Value a, Value b) {
    Value negatedA = negated(a);
    Value negatedB = negated(b);
    if (negatedA != null && negatedB != null) {
      return become(op, Operator.MUL, negatedA, negatedB);
    }
    if (!walk.isReverse() || (negatedA == null && negatedB == null)) {
      return new Reassociation(walk).multiply(op, a, b);
    }
    Value product =
        emit(op, Operator.MUL, negatedA == null ? a : negatedA, negatedB == null ? b : negatedB);
    return become(op, Operator.NEG, product);
  }

  private boolean divide(Op.Arithmetic op, Value a, Value b) {
    if (isNumber(b, 1)) {
      return same(op, a);
    }
    if (isFloating(a) && walk.isReverse() && isZero(a)) {
      return same(op, a);
    }
    Value negatedA = isFloating(a) && walk.isReverse() ? negated(a) : null;
    return negatedA != null && become(op, Operator.NEG, emit(op, Operator.DIV, negatedA, b));
  }

  private boolean negate(Op.Arithmetic op, Value a) {
    Value inner = negated(a);
    if (inner != null) {
      return same(op, inner);
    }
    if (walk.isReverse()
        && walk.definition(a) instanceof Op.Arithmetic difference
        && difference.operator() == Operator.SUB) {
      List<Value> terms = difference.operands();
      return become(op, Operator.SUB, terms.getLast(), terms.getFirst());
    }
    return walk.isReverse() && isZero(a) && same(op, a);
  }

  private boolean not(Op.Arithmetic op, Value a) {
    if (!(walk.definition(a) instanceof Op.Arithmetic inner)) {
      return false;
    }
    return switch (inner.operator()) {
      case NOT -> same(op, inner.operands().getFirst());
      case EQ -> become(op, Operator.NE, inner.operands().toArray(Value[]::new));
      case NE -> become(op, Operator.EQ, inner.operands().toArray(Value[]::new));
      case ADD, SUB, MUL, DIV, REM, NEG, LT, LE, GT, GE -> false;
      case AND, OR, XOR, COMPLEMENT, SHL, SHR, USHR -> false;
    };
  }

  private boolean convert(Op.Convert op) {
    Value operand = op.operand();
    if (operand.type().equals(op.result().type())) {
      return same(op, operand);
    }
    return walk.definition(operand) instanceof Op.Convert inner
        && inner.operand().type().equals(op.result().type())
        && isExact(inner.operand().type(), operand.type())
        && same(op, inner.operand());
  }

  private static boolean isExact(IrType from, IrType to) {
    return (from == ScalarType.FLOAT && to == ScalarType.DOUBLE)
        || (from == ScalarType.INT && (to == ScalarType.LONG || to == ScalarType.DOUBLE));
  }

  /** What {@code value} is the negation of. */
  private @Nullable Value negated(Value value) {
    return walk.definition(value) instanceof Op.Arithmetic op && op.operator() == Operator.NEG
        ? op.operands().getFirst()
        : null;
  }

  /** Whether adding {@code value} changes nothing; {@code -0.0 + 0.0} is {@code 0.0}. */
  private boolean isNeutralTerm(Value value) {
    return isZero(value) && (mayDropZeros(value) || !isPositiveZero(value));
  }

  private boolean mayDropZeros(Value value) {
    return !isFloating(value) || walk.isReverse();
  }

  private boolean isZero(Value value) {
    return isNumber(value, 0);
  }

  private boolean isPositiveZero(Value value) {
    Object literal = walk.literal(value);
    return isZero(value) && literal instanceof Number n && 1 / n.doubleValue() > 0;
  }

  private boolean isNumber(Value value, int number) {
    return walk.literal(value) instanceof Number literal && literal.doubleValue() == number;
  }

  private boolean isTrue(Value value) {
    return Boolean.TRUE.equals(walk.literal(value));
  }

  private boolean isFalse(Value value) {
    return Boolean.FALSE.equals(walk.literal(value));
  }

  private static boolean isFloating(Value value) {
    return value.type() instanceof ScalarType type && type.isFloatingPoint();
  }

  private boolean same(Op op, Value value) {
    walk.replace(op.results().getFirst(), value);
    return true;
  }

  private boolean become(Op.Arithmetic op, Operator operator, Value... operands) {
    walk.emit(new Op.Arithmetic(op.result(), operator, List.of(operands), op.source()));
    return true;
  }

  private Value emit(Op.Arithmetic op, Operator operator, Value... operands) {
    Value result = new Value(op.result().type(), "");
    walk.emit(new Op.Arithmetic(result, operator, List.of(operands), op.source()));
    return result;
  }
}
