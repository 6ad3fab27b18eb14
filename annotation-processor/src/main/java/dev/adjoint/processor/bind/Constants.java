package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.Operator;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Values of constant expressions, as far as typing needs them: {@code int} arithmetic, which
 * decides whether an assignment may narrow and what a {@code case} label stands for.
 */
final class Constants {
  private Constants() {}

  /** The value after a primitive conversion; {@code null} in, {@code null} out. */
  static @Nullable Object convert(@Nullable Object constant, TypeKind target) {
    if (constant instanceof Character character) {
      return convert((Integer) (int) character, target);
    }
    if (!(constant instanceof Number number)) {
      return target == TypeKind.BOOLEAN ? constant : null;
    }
    return switch (target) {
      case DOUBLE -> (Object) number.doubleValue();
      case FLOAT -> number.floatValue();
      case LONG -> integral(number);
      case INT -> toInt(number);
      case SHORT -> (short) toInt(number);
      case BYTE -> (byte) toInt(number);
      case CHAR -> (char) toInt(number);
      default -> null;
    };
  }

  /** The value of a binary operation on {@code int} constants, or {@code null} if not constant. */
  static @Nullable Object fold(Operator operator, @Nullable Object left, @Nullable Object right) {
    if (!(left instanceof Integer a && right instanceof Integer b)) {
      return null;
    }
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> b == 0 ? null : (Integer) (a / b);
      case REM -> b == 0 ? null : (Integer) (a % b);
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case SHL -> a << b;
      case SHR -> a >> b;
      case USHR -> a >>> b;
      case EQ, NE, LT, LE, GT, GE, NEG, NOT, COMPLEMENT -> null;
    };
  }

  /** The value of a unary operation on an {@code int} constant, or {@code null}. */
  static @Nullable Object fold(Operator operator, @Nullable Object operand) {
    if (!(operand instanceof Integer value)) {
      return null;
    }
    return switch (operator) {
      case NEG -> -value;
      case COMPLEMENT -> ~value;
      default -> null;
    };
  }

  /** Whether an {@code int} constant may be assigned to a narrower type without a cast. */
  static boolean fits(@Nullable Object constant, TypeKind target) {
    if (!(convert(constant, TypeKind.INT) instanceof Integer value)
        || constant instanceof Long
        || constant instanceof Double
        || constant instanceof Float) {
      return false;
    }
    return switch (target) {
      case BYTE -> value == (byte) (int) value;
      case SHORT -> value == (short) (int) value;
      case CHAR -> value == (char) (int) value;
      default -> false;
    };
  }

  private static Long integral(Number number) {
    return number instanceof Double || number instanceof Float
        ? (Long) (long) number.doubleValue()
        : (Long) number.longValue();
  }

  private static int toInt(Number number) {
    return number instanceof Double || number instanceof Float
        ? (int) number.doubleValue()
        : number.intValue();
  }
}
