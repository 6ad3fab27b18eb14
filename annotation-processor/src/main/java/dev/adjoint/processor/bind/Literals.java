package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.source.SourceRange;
import java.util.Locale;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Literals and other constants. */
final class Literals {
  private Literals() {}

  static Typed bind(LiteralExpr literal, MethodContext context) {
    SourceRange source = context.range(literal);
    return switch (literal) {
      case BooleanLiteralExpr bool -> of(bool.getValue(), context, source);
      case CharLiteralExpr character ->
          of(character.getValue().translateEscapes().charAt(0), context, source);
      case IntegerLiteralExpr integer -> of(integer.asNumber().intValue(), context, source);
      case LongLiteralExpr integer -> of(integer.asNumber().longValue(), context, source);
      case DoubleLiteralExpr number -> of(floatingPoint(number.getValue()), context, source);
      case TextBlockLiteralExpr block -> of(block.translateEscapes(), context, source);
      case StringLiteralExpr string -> of(string.getValue().translateEscapes(), context, source);
      case NullLiteralExpr _ -> nullReference(context, source);
      default -> throw new IllegalStateException("literal " + literal + " of an unknown kind");
    };
  }

  /** {@code -literal}, or {@code null}: {@code -2147483648} is one literal to the language. */
  static @Nullable Typed negated(Expression operand, MethodContext context, SourceRange source) {
    return switch (operand) {
      case IntegerLiteralExpr integer -> of(-integer.asNumber().intValue(), context, source);
      case LongLiteralExpr integer -> of(-integer.asNumber().longValue(), context, source);
      case DoubleLiteralExpr number -> of(negated(number.getValue()), context, source);
      default -> null;
    };
  }

  private static Object negated(String text) {
    return switch (floatingPoint(text)) {
      case Float value -> -value;
      case Object value -> -(Double) value;
    };
  }

  /** A constant of any primitive type or a string. */
  static Typed of(Object value, MethodContext context, SourceRange source) {
    TypeMirror type = typeOf(value, context.types());
    return new Typed(
        new BoundExpression.Literal(value, context.types().irType(type), source), type, value);
  }

  private static Typed nullReference(MethodContext context, SourceRange source) {
    TypeMirror type = context.types().types().getNullType();
    return Typed.of(
        new BoundExpression.Literal(null, new IrType.Reference("java.lang.Object"), source), type);
  }

  private static TypeMirror typeOf(Object value, JavaTypes types) {
    return switch (value) {
      case String _ -> types.declared("java.lang.String");
      case Boolean _ -> types.primitive(TypeKind.BOOLEAN);
      case Character _ -> types.primitive(TypeKind.CHAR);
      case Byte _ -> types.primitive(TypeKind.BYTE);
      case Short _ -> types.primitive(TypeKind.SHORT);
      case Integer _ -> types.primitive(TypeKind.INT);
      case Long _ -> types.primitive(TypeKind.LONG);
      case Float _ -> types.primitive(TypeKind.FLOAT);
      case Double _ -> types.primitive(TypeKind.DOUBLE);
      default -> throw new IllegalStateException("constant " + value + " of an unknown type");
    };
  }

  private static Object floatingPoint(String text) {
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    boolean isHexadecimal = digits.startsWith("0x");
    boolean isFloat = digits.endsWith("f") && (!isHexadecimal || digits.contains("p"));
    if (isFloat) {
      return Float.parseFloat(digits);
    }
    return Double.parseDouble(digits);
  }
}
