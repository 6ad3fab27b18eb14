package dev.adjoint.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.adjoint.processor.emit.Expression.Precedence;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Op;
import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Literals as Java spells them, and as the user spelled them where the text shows that. */
final class LiteralText {
  private static final Pattern REAL =
      Pattern.compile("(\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)([eE][+-]?\\d+)?[dDfF]?");

  private final SourceText text;

  LiteralText(SourceText text) {
    this.text = text;
  }

  /** A constant of the function whose text this is. */
  Expression of(Op.Constant constant) {
    IrType type = constant.result().type();
    String written = constant.source().isKnown() ? text(constant.source()) : "";
    return isWritten(constant.literal(), written)
        ? Expression.primary(type, "$L", written)
        : of(constant.literal(), type);
  }

  private String text(SourceRange range) {
    return range.end() <= text.content().length() ? text.text(range) : "";
  }

  private static boolean isWritten(@Nullable Object literal, String written) {
    if (!REAL.matcher(written).matches()) {
      return false;
    }
    boolean isFloat = written.toLowerCase(Locale.ROOT).endsWith("f");
    boolean isReal = isFloat || written.matches(".*[.eEdD].*");
    String digits = written.replace("_", "");
    return switch (literal) {
      case Double number -> isReal && !isFloat && number.equals(Double.valueOf(digits));
      case Float number -> isFloat && number.equals(Float.valueOf(digits));
      case null, default -> false;
    };
  }

  static Expression of(@Nullable Object literal, IrType type) {
    return switch (literal) {
      case null -> Expression.primary(type, "null");
      case Double number -> real(number, type);
      case Float number -> real(number, type);
      case Integer number when number == Integer.MIN_VALUE ->
          Expression.primary(type, "$T.MIN_VALUE", Integer.class);
      case Long number when number == Long.MIN_VALUE ->
          Expression.primary(type, "$T.MIN_VALUE", Long.class);
      case Long number -> signed(number + "L", type);
      case Character character -> Expression.primary(type, "$L", quoted(character));
      case String text -> Expression.primary(type, "$L", quoted(text));
      case Short number -> narrow(number, type);
      case Byte number -> narrow(number, type);
      default -> signed(literal.toString(), type);
    };
  }

  private static Expression real(double number, IrType type) {
    if (Double.isNaN(number)) {
      return Expression.primary(type, "$T.NaN", Double.class);
    }
    if (Double.isInfinite(number)) {
      String name = number > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
      return Expression.primary(type, "$T.$L", Double.class, name);
    }
    return signed(Double.toString(number), type);
  }

  private static Expression real(float number, IrType type) {
    if (Float.isNaN(number)) {
      return Expression.primary(type, "$T.NaN", Float.class);
    }
    if (Float.isInfinite(number)) {
      String name = number > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
      return Expression.primary(type, "$T.$L", Float.class, name);
    }
    return signed(number + "f", type);
  }

  private static Expression narrow(Number number, IrType type) {
    return new Expression(
        CodeBlock.of("($T) $L", TypeNames.of(type), number), Precedence.UNARY, type);
  }

  private static Expression signed(String text, IrType type) {
    Precedence precedence = text.startsWith("-") ? Precedence.UNARY : Precedence.PRIMARY;
    return new Expression(CodeBlock.of("$L", text), precedence, type);
  }

  private static String quoted(char character) {
    return "'" + (character == '\'' ? "\\'" : escaped(character)) + "'";
  }

  /** On one line, whatever it holds: as part of an expression it is one token. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      quoted.append(character == '"' ? "\\\"" : escaped(character));
    }
    return quoted.append('"').toString();
  }

  private static String escaped(char character) {
    return switch (character) {
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          character >= ' ' && character <= '~'
              ? String.valueOf(character)
              : String.format("\\u%04x", (int) character);
    };
  }
}
