package dev.adjoint.processor.ir;

import java.util.List;

/** Java's operators on boxed values, for {@link Interpreter}. */
final class Operators {
  private Operators() {}

  static Object apply(Operator operator, List<?> operands) {
    Object left = operands.getFirst();
    Object right = operands.getLast();
    return switch (left) {
      case Double a when operands.size() == 1 -> -a;
      case Double a -> doubles(operator, a, (Double) right);
      case Float a when operands.size() == 1 -> -a;
      case Float a -> floats(operator, a, (Float) right);
      case Integer a when operands.size() == 1 -> operator == Operator.NEG ? -a : ~a;
      case Integer a -> ints(operator, a, ((Number) right).intValue());
      case Boolean a when operands.size() == 1 -> !a;
      case Boolean a -> booleans(operator, a, (Boolean) right);
      default -> throw new IllegalStateException(operator + " of " + operands);
    };
  }

  private static Object doubles(Operator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      default -> compare(operator, a < b, a == b, a > b);
    };
  }

  private static Object floats(Operator operator, float a, float b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      default -> compare(operator, a < b, a == b, a > b);
    };
  }

  private static Object ints(Operator operator, int a, int b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case SHL -> a << b;
      case SHR -> a >> b;
      case USHR -> a >>> b;
      default -> compare(operator, a < b, a == b, a > b);
    };
  }

  private static Object booleans(Operator operator, boolean a, boolean b) {
    return switch (operator) {
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      default -> compare(operator, false, a == b, false);
    };
  }

  private static boolean compare(Operator operator, boolean less, boolean equal, boolean greater) {
    return switch (operator) {
      case LT -> less;
      case LE -> less || equal;
      case GT -> greater;
      case GE -> greater || equal;
      case EQ -> equal;
      case NE -> !equal;
      default -> throw new IllegalStateException("not interpreted: " + operator);
    };
  }

  static Object convert(Object operand, IrType type) {
    if (operand instanceof Character character) {
      return convert((int) character, type);
    }
    Number number = (Number) operand;
    return switch ((ScalarType) type) {
      case DOUBLE -> number.doubleValue();
      case FLOAT -> number.floatValue();
      case LONG -> number.longValue();
      case INT -> number.intValue();
      case SHORT -> (short) number.intValue();
      case CHAR -> (char) number.intValue();
      case BYTE -> (byte) number.intValue();
      case BOOLEAN -> throw new IllegalStateException("a number as boolean");
    };
  }

  static Class<?> element(IrType type) {
    return type(((IrType.Array) type).element().javaName());
  }

  static Class<?> type(String javaName) {
    return switch (javaName) {
      case "double" -> double.class;
      case "float" -> float.class;
      case "long" -> long.class;
      case "int" -> int.class;
      case "short" -> short.class;
      case "char" -> char.class;
      case "byte" -> byte.class;
      default -> boolean.class;
    };
  }
}
