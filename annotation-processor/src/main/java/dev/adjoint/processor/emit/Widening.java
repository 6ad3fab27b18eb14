package dev.adjoint.processor.emit;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;

/** Conversions that Java makes by itself. */
final class Widening {
  private Widening() {}

  /** Whether a {@code from} may stand where a {@code to} is assigned, without a cast. */
  static boolean isImplicit(IrType from, IrType to) {
    return from instanceof ScalarType source
        && to instanceof ScalarType target
        && (source == target || isWidening(source, target));
  }

  private static boolean isWidening(ScalarType from, ScalarType to) {
    return switch (to) {
      case DOUBLE -> from != ScalarType.BOOLEAN;
      case FLOAT -> from != ScalarType.BOOLEAN && from != ScalarType.DOUBLE;
      case LONG -> from == ScalarType.INT || promoted(from) == ScalarType.INT;
      case INT -> from != ScalarType.BOOLEAN && promoted(from) == ScalarType.INT;
      case SHORT -> from == ScalarType.BYTE;
      case CHAR, BYTE, BOOLEAN -> false;
    };
  }

  /** The type of arithmetic on operands of two types. */
  static ScalarType promoted(ScalarType left, ScalarType right) {
    ScalarType one = promoted(left);
    ScalarType other = promoted(right);
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** The type of arithmetic on one operand. */
  static ScalarType promoted(ScalarType type) {
    return switch (type) {
      case DOUBLE, FLOAT, LONG, INT, BOOLEAN -> type;
      case SHORT, CHAR, BYTE -> ScalarType.INT;
    };
  }
}
