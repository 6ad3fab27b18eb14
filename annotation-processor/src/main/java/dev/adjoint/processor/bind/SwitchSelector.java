package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.JavaMember.Effects;
import dev.adjoint.processor.ir.JavaMember.Kind;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The selector of a {@code switch} over integers, enum constants or strings, evaluated once. */
final class SwitchSelector {
  private static final JavaMember EQUALS =
      new JavaMember(
          Kind.INSTANCE_METHOD,
          "java.lang.String",
          "equals",
          List.of("java.lang.Object"),
          List.of("anObject"),
          Effects.PURE);

  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final BoundExpression value;
  private final @Nullable TypeElement enumeration;
  private @Nullable Local temporary;

  private SwitchSelector(
      MethodContext context,
      ExpressionBinder expressions,
      BoundExpression value,
      @Nullable TypeElement enumeration) {
    this.context = context;
    this.expressions = expressions;
    this.value = value;
    this.enumeration = enumeration;
  }

  /** The selector, or {@code null} if it is of a type we do not switch over. */
  static @Nullable SwitchSelector bind(
      Expression node, MethodContext context, ExpressionBinder expressions, Scope scope) {
    Typed selector = expressions.bind(node, scope);
    PrimitiveType primitive = context.types().unboxed(selector.type());
    if (primitive != null && Constants.fits(0, narrowest(primitive.getKind()))) {
      PrimitiveType type = context.types().primitive(TypeKind.INT);
      BoundExpression value = context.conversions().convert(selector, type).expression();
      return new SwitchSelector(context, expressions, value, null);
    }
    if (isText(selector.type())) {
      return new SwitchSelector(context, expressions, nonNull(selector), null);
    }
    return selector.type() instanceof DeclaredType declared
            && declared.asElement().getKind() == ElementKind.ENUM
        ? new SwitchSelector(
            context, expressions, nonNull(selector), (TypeElement) declared.asElement())
        : null;
  }

  private static boolean isText(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals("java.lang.String");
  }

  private static TypeKind narrowest(TypeKind kind) {
    return kind == TypeKind.INT ? TypeKind.SHORT : kind;
  }

  /** Java refuses a null selector before it looks at the cases. */
  static BoundExpression nonNull(Typed selector) {
    JavaMember check =
        new JavaMember(
            Kind.STATIC_METHOD,
            "java.util.Objects",
            "requireNonNull",
            List.of("java.lang.Object"),
            List.of("obj"),
            Effects.PURE);
    BoundExpression value = selector.expression();
    return new BoundExpression.MemberCall(check, List.of(value), value.type(), value.source());
  }

  static boolean isDefault(SwitchEntry entry) {
    return entry.isDefault() || entry.getLabels().isEmpty();
  }

  /** Whether it is compared with each label in turn. */
  boolean isObject() {
    return value.type() != ScalarType.INT;
  }

  /** The selector itself, an {@code int} if it is no enum. */
  BoundExpression value() {
    return value;
  }

  /** The value of an {@code int} label; {@code null} if it is no constant. */
  @Nullable Integer constant(Expression label, Scope scope) {
    Object constant = expressions.bind(label, scope).constant();
    return Constants.convert(constant, TypeKind.INT) instanceof Integer number ? number : null;
  }

  /** Whether the selector is one of an entry's labels; {@code null} if that cannot be said. */
  @Nullable BoundExpression test(SwitchEntry entry, Scope scope) {
    BoundExpression test = null;
    for (Expression label : entry.getLabels()) {
      BoundExpression constant = label(label, scope);
      if (constant == null) {
        return null;
      }
      BoundExpression equal = equal(constant, context.range(label));
      test =
          test == null
              ? equal
              : new BoundExpression.ShortCircuit(false, test, equal, context.range(label));
    }
    return test;
  }

  private BoundExpression equal(BoundExpression constant, SourceRange source) {
    boolean isText = isObject() && enumeration == null;
    return isText
        ? new BoundExpression.MemberCall(
            EQUALS, List.of(read(), constant), ScalarType.BOOLEAN, source)
        : new BoundExpression.Operation(
            Operator.EQ, List.of(read(), constant), ScalarType.BOOLEAN, source);
  }

  private @Nullable BoundExpression label(Expression label, Scope scope) {
    if (enumeration == null && isObject()) {
      Typed text = expressions.bind(label, scope);
      return text.constant() instanceof String ? text.expression() : null;
    }
    if (enumeration == null) {
      Integer constant = constant(label, scope);
      return constant == null
          ? null
          : new BoundExpression.Literal(constant, ScalarType.INT, context.range(label));
    }
    return enumConstant(enumeration, label);
  }

  private @Nullable BoundExpression enumConstant(TypeElement owner, Expression label) {
    String name =
        switch (label) {
          case NameExpr simple -> simple.getNameAsString();
          case FieldAccessExpr qualified -> qualified.getNameAsString();
          default -> "";
        };
    VariableElement constant = context.members().field(owner, name);
    if (constant == null || constant.getKind() != ElementKind.ENUM_CONSTANT) {
      return null;
    }
    JavaMember member =
        new JavaMember(
            Kind.STATIC_FIELD,
            owner.getQualifiedName().toString(),
            name,
            List.of(),
            List.of(),
            Effects.PURE);
    IrType type = context.types().irType(owner.asType());
    return new BoundExpression.FieldRead(member, null, type, context.range(label));
  }

  /** The selector's value; the first time it is asked for it is evaluated and remembered. */
  private BoundExpression read() {
    if (value instanceof BoundExpression.LocalRead) {
      return value;
    }
    if (temporary != null) {
      return new BoundExpression.LocalRead(temporary, value.source());
    }
    IrType type = value.type() == null ? ScalarType.INT : value.type();
    Local local = context.temporary(new Local("selector", type, value.source()));
    temporary = local;
    return new BoundExpression.Assignment(new Place.LocalPlace(local), value, value.source());
  }
}
