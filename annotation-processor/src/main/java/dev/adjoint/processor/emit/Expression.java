package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.ir.IrType;

/**
 * A printed expression.
 *
 * @param code its text
 * @param precedence how tightly its outermost operator binds
 * @param type its type as the Java compiler sees it, which Java converts to the wanted one by
 *     itself where an assignment or an arithmetic operand of that type allows it
 */
record Expression(CodeBlock code, Precedence precedence, IrType type) {

  /** Java's binding strengths, weakest first. */
  enum Precedence {
    CHOICE,
    OR,
    AND,
    BIT_OR,
    BIT_XOR,
    BIT_AND,
    EQUALITY,
    RELATION,
    SHIFT,
    SUM,
    PRODUCT,
    UNARY,
    PRIMARY;

    boolean isWeakerThan(Precedence other) {
      return compareTo(other) < 0;
    }
  }

  static Expression primary(IrType type, String format, Object... arguments) {
    return new Expression(CodeBlock.of(format, arguments), Precedence.PRIMARY, type);
  }

  /** The text, in parentheses where it binds less tightly than {@code least}. */
  CodeBlock atLeast(Precedence least) {
    return precedence.isWeakerThan(least) ? CodeBlock.of("($L)", code) : code;
  }

  /** The text, in parentheses where it does not bind more tightly than {@code limit}. */
  CodeBlock above(Precedence limit) {
    return precedence.compareTo(limit) <= 0 ? CodeBlock.of("($L)", code) : code;
  }

  /** This expression with a cast. */
  Expression cast(IrType target) {
    return new Expression(
        CodeBlock.of("($T) $L", TypeNames.of(target), atLeast(Precedence.UNARY)),
        Precedence.UNARY,
        target);
  }

  /** This expression, cast if its type is not exactly {@code wanted}. */
  Expression exactly(IrType wanted) {
    return type.equals(wanted) ? this : cast(wanted);
  }

  boolean startsWithMinus() {
    return code.toString().startsWith("-");
  }
}
