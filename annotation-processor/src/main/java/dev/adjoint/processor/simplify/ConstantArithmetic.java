package dev.adjoint.processor.simplify;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import org.jspecify.annotations.Nullable;

/** Java's built-in operators and conversions on literals, with Java's rounding and overflow. */
final class ConstantArithmetic {
  private ConstantArithmetic() {}

  /** The value of a unary operator; {@code null} where it is not folded. */
  static @Nullable Object evaluate(Operator operator, Object operand) {
    return switch (operand) {
      case Double value when operator == Operator.NEG -> -value;
      case Float value when operator == Operator.NEG -> -value;
      case Integer value when operator == Operator.NEG -> -value;
      case Integer value when operator == Operator.COMPLEMENT -> ~value;
      case Long value when operator == Operator.NEG -> -value;
      case Long value when operator == Operator.COMPLEMENT -> ~value;
      case Boolean value when operator == Operator.NOT -> !value;
      default -> null;
    };
  }

  /** The value of a binary operator; {@code null} where it is not folded or would throw. */
  static @Nullable Object evaluate(Operator operator, Object left, Object right) {
    if (left instanceof Double a && right instanceof Double b) {
      return doubles(operator, a, b);
    }
    if (left instanceof Float a && right instanceof Float b) {
      return floats(operator, a, b);
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return booleans(operator, a, b);
    }
    if (left instanceof Integer a && right instanceof Integer b) {
      return ints(operator, a, b);
    }
    if (left instanceof Integer a && right instanceof Long b) {
      return ints(operator, a, b.intValue());
    }
    if (left instanceof Long a && right instanceof Number b) {
      return longs(operator, a, b.longValue());
    }
    return null;
  }

  private static @Nullable Object doubles(Operator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      case EQ -> a == b;
      case NE -> a != b;
      case LT -> a < b;
      case LE -> a <= b;
      case GT -> a > b;
      case GE -> a >= b;
      case NEG, NOT, AND, OR, XOR, COMPLEMENT, SHL, SHR, USHR -> null;
    };
  }

  private static @Nullable Object floats(Operator operator, float a, float b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      case EQ -> a == b;
      case NE -> a != b;
      case LT -> a < b;
      case LE -> a <= b;
      case GT -> a > b;
      case GE -> a >= b;
      case NEG, NOT, AND, OR, XOR, COMPLEMENT, SHL, SHR, USHR -> null;
    };
  }

  private static @Nullable Object booleans(Operator operator, boolean a, boolean b) {
    return switch (operator) {
      case AND -> a && b;
      case OR -> a || b;
      case XOR, NE -> a ^ b;
      case EQ -> a == b;
      case ADD, SUB, MUL, DIV, REM, LT, LE, GT, GE -> null;
      case NEG, NOT, COMPLEMENT, SHL, SHR, USHR -> null;
    };
  }

  private static @Nullable Object ints(Operator operator, int a, int b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> b == 0 ? null : (Object) (a / b);
      case REM -> b == 0 ? null : (Object) (a % b);
      case EQ -> a == b;
      case NE -> a != b;
      case LT -> a < b;
      case LE -> a <= b;
      case GT -> a > b;
      case GE -> a >= b;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case SHL -> a << b;
      case SHR -> a >> b;
      case USHR -> a >>> b;
      case NEG, NOT, COMPLEMENT -> null;
    };
  }

  private static @Nullable Object longs(Operator operator, long a, long b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> b == 0 ? null : (Object) (a / b);
      case REM -> b == 0 ? null : (Object) (a % b);
      case EQ -> a == b;
      case NE -> a != b;
      case LT -> a < b;
      case LE -> a <= b;
      case GT -> a > b;
      case GE -> a >= b;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case SHL -> a << b;
      case SHR -> a >> b;
      case USHR -> a >>> b;
      case NEG, NOT, COMPLEMENT -> null;
    };
  }

  /** {@code literal} converted to {@code type}; {@code null} if it is no number. */
  static @Nullable Object convert(Object literal, IrType type) {
    if (literal instanceof Character character) {
      return convert((int) character, type);
    }
    if (!(literal instanceof Number number) || !(type instanceof ScalarType scalar)) {
      return null;
    }
    return switch (scalar) {
      case DOUBLE -> number.doubleValue();
      case FLOAT -> number.floatValue();
      case LONG -> number.longValue();
      case INT -> number.intValue();
      case SHORT -> (short) number.intValue();
      case CHAR -> (char) number.intValue();
      case BYTE -> (byte) number.intValue();
      case BOOLEAN -> null;
    };
  }
}
