package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A bound expression with its Java type.
 *
 * @param type the type in the compiler's terms; {@code NONE} where it is only known from what the
 *     context expects, as for a lambda
 * @param constant the value of a constant expression that matters for typing, else {@code null}
 * @param isFunction whether it is a lambda or a method reference
 */
record Typed(
    BoundExpression expression, TypeMirror type, @Nullable Object constant, boolean isFunction) {

  Typed(BoundExpression expression, TypeMirror type, @Nullable Object constant) {
    this(expression, type, constant, false);
  }

  static Typed of(BoundExpression expression, TypeMirror type) {
    return new Typed(expression, type, null);
  }

  SourceRange source() {
    return expression.source();
  }

  /** Whether it is a number where Java has a box: what is in it. */
  boolean isBare() {
    boolean isDecided = !isUntyped() && type.getKind() != TypeKind.NULL;
    return isDecided && !type.getKind().isPrimitive() && expression.type() instanceof ScalarType;
  }

  /** Whether it is known as a number, in a box or not. */
  boolean isNumber() {
    return isBare() || type.getKind().isPrimitive();
  }

  /** Whether the context decides the type. */
  boolean isUntyped() {
    return type.getKind() == TypeKind.NONE;
  }
}
