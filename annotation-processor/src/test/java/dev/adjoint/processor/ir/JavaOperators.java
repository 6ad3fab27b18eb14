package dev.adjoint.processor.ir;

import java.util.List;
import java.util.Objects;

/** Java's operators on boxed operands of their promoted type. */
final class JavaOperators {
  private JavaOperators() {}

  static Object apply(Operator operator, List<Object> operands) {
    Object left = operands.getFirst();
    Object right = operands.getLast();
    boolean isShift =
        operator == Operator.SHL || operator == Operator.SHR || operator == Operator.USHR;
    return switch (left) {
      case Double l -> ofDoubles(operator, l, (Double) right);
      case Float l -> ofFloats(operator, l, (Float) right);
      case Long l -> ofLongs(operator, l, isShift ? ((Number) right).longValue() : (Long) right);
      case Integer l ->
          ofInts(operator, l, isShift ? (int) ((Number) right).longValue() : (Integer) right);
      case Boolean l -> ofBooleans(operator, l, (Boolean) right);
      case null, default ->
          switch (operator) {
            case EQ -> Objects.equals(left, right);
            case NE -> !Objects.equals(left, right);
            default -> throw new IllegalStateException(operator + " on " + operands);
          };
    };
  }

  /** A primitive conversion. */
  static Object convert(Object operand, IrType type) {
    Number number = operand instanceof Character c ? (Number) (int) c : (Number) operand;
    return switch ((ScalarType) type) {
      case DOUBLE -> number.doubleValue();
      case FLOAT -> number.floatValue();
      case LONG -> number.longValue();
      case INT -> number.intValue();
      case SHORT -> (short) number.intValue();
      case CHAR -> (char) number.intValue();
      case BYTE -> (byte) number.intValue();
      case BOOLEAN -> throw new IllegalStateException("conversion to boolean");
    };
  }

  private static Object ofDoubles(Operator operator, double l, double r) {
    return switch (operator) {
      case ADD -> l + r;
      case SUB -> l - r;
      case MUL -> l * r;
      case DIV -> l / r;
      case REM -> l % r;
      case NEG -> -l;
      case EQ -> l == r;
      case NE -> l != r;
      case LT -> l < r;
      case LE -> l <= r;
      case GT -> l > r;
      case GE -> l >= r;
      case NOT, AND, OR, XOR, COMPLEMENT, SHL, SHR, USHR -> throw unfit(operator, "double");
    };
  }

  private static Object ofFloats(Operator operator, float l, float r) {
    return switch (operator) {
      case ADD -> l + r;
      case SUB -> l - r;
      case MUL -> l * r;
      case DIV -> l / r;
      case REM -> l % r;
      case NEG -> -l;
      case EQ -> l == r;
      case NE -> l != r;
      case LT -> l < r;
      case LE -> l <= r;
      case GT -> l > r;
      case GE -> l >= r;
      case NOT, AND, OR, XOR, COMPLEMENT, SHL, SHR, USHR -> throw unfit(operator, "float");
    };
  }

  private static Object ofLongs(Operator operator, long l, long r) {
    return switch (operator) {
      case ADD -> l + r;
      case SUB -> l - r;
      case MUL -> l * r;
      case DIV -> l / r;
      case REM -> l % r;
      case NEG -> -l;
      case EQ -> l == r;
      case NE -> l != r;
      case LT -> l < r;
      case LE -> l <= r;
      case GT -> l > r;
      case GE -> l >= r;
      case AND -> l & r;
      case OR -> l | r;
      case XOR -> l ^ r;
      case COMPLEMENT -> ~l;
      case SHL -> l << r;
      case SHR -> l >> r;
      case USHR -> l >>> r;
      case NOT -> throw unfit(operator, "long");
    };
  }

  private static Object ofInts(Operator operator, int l, int r) {
    return switch (operator) {
      case ADD -> l + r;
      case SUB -> l - r;
      case MUL -> l * r;
      case DIV -> l / r;
      case REM -> l % r;
      case NEG -> -l;
      case EQ -> l == r;
      case NE -> l != r;
      case LT -> l < r;
      case LE -> l <= r;
      case GT -> l > r;
      case GE -> l >= r;
      case AND -> l & r;
      case OR -> l | r;
      case XOR -> l ^ r;
      case COMPLEMENT -> ~l;
      case SHL -> l << r;
      case SHR -> l >> r;
      case USHR -> l >>> r;
      case NOT -> throw unfit(operator, "int");
    };
  }

  private static Object ofBooleans(Operator operator, boolean l, boolean r) {
    return switch (operator) {
      case NOT -> !l;
      case AND -> l && r;
      case OR -> l || r;
      case XOR, NE -> l != r;
      case EQ -> l == r;
      case ADD, SUB, MUL, DIV, REM, NEG, LT, LE, GT, GE, COMPLEMENT, SHL, SHR, USHR ->
          throw unfit(operator, "boolean");
    };
  }

  private static IllegalStateException unfit(Operator operator, String type) {
    return new IllegalStateException(operator + " on " + type);
  }
}
