package dev.adjoint.processor.bind;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.JavaMember.Effects;
import dev.adjoint.processor.ir.JavaMember.Kind;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** String concatenation, as calls of {@code String.valueOf} and {@code concat}. */
final class Concatenation {
  private static final String STRING = "java.lang.String";

  private final MethodContext context;

  Concatenation(MethodContext context) {
    this.context = context;
  }

  Typed join(Typed left, Typed right, SourceRange source) {
    if (left.constant() != null && right.constant() != null) {
      return Literals.of("" + left.constant() + right.constant(), context, source);
    }
    JavaMember concat =
        new JavaMember(
            Kind.INSTANCE_METHOD, STRING, "concat", List.of(STRING), List.of("str"), Effects.PURE);
    return call(concat, List.of(text(left), text(right)), source);
  }

  private BoundExpression text(Typed operand) {
    if (operand.constant() instanceof String || isText(operand.expression())) {
      return operand.expression();
    }
    if (operand.type().getKind() == TypeKind.NULL) {
      return Literals.of("null", context, operand.source()).expression();
    }
    TypeMirror parameter = parameterOfValueOf(operand.type());
    JavaMember valueOf =
        new JavaMember(
            Kind.STATIC_METHOD,
            STRING,
            "valueOf",
            List.of(context.types().javaName(parameter)),
            List.of(),
            parameter.getKind().isPrimitive() ? Effects.PURE : Effects.READS_STATE,
            obstacle(operand));
    BoundExpression argument = context.conversions().convert(operand, parameter).expression();
    return call(valueOf, List.of(argument), operand.source()).expression();
  }

  private @Nullable Problem obstacle(Typed operand) {
    IrType type = operand.expression().type();
    boolean carriesDerivative = type != null && type.isDifferentiable();
    return carriesDerivative
        ? DiagnosticCode.ADJ0207.problem(context.text(operand.expression()))
        : null;
  }

  /** Whether an expression is a string and certainly not {@code null}. */
  private static boolean isText(BoundExpression expression) {
    return expression instanceof BoundExpression.MemberCall(var member, var _, var _, var _)
        && member.owner().equals(STRING)
        && (member.name().equals("concat") || member.name().equals("valueOf"));
  }

  /** The overload of {@code String.valueOf} that prints as concatenation does. */
  private TypeMirror parameterOfValueOf(TypeMirror type) {
    return switch (type.getKind()) {
      case BYTE, SHORT -> context.types().primitive(TypeKind.INT);
      case BOOLEAN, CHAR, INT, LONG, FLOAT, DOUBLE -> type;
      default -> context.types().declared("java.lang.Object");
    };
  }

  private Typed call(JavaMember member, List<BoundExpression> arguments, SourceRange source) {
    TypeMirror type = context.types().declared(STRING);
    return Typed.of(
        new BoundExpression.MemberCall(member, arguments, context.types().irType(type), source),
        type);
  }
}
