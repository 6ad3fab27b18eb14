package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.JavaMember.Kind;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What a simple or qualified name stands for: a variable, a field, a type or a package. */
final class NameBinder {
  private final MethodContext context;
  private final ExpressionBinder expressions;

  NameBinder(MethodContext context, ExpressionBinder expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /** What stands before a dot. */
  sealed interface Qualifier {
    record Value(Typed value) implements Qualifier {}

    record TypeName(TypeElement type) implements Qualifier {}

    record PackageName(String name) implements Qualifier {}
  }

  /** A field as something to read or to assign. */
  record Field(
      VariableElement element, JavaMember member, @Nullable Typed receiver, TypeMirror type) {}

  Typed bind(NameExpr node, Scope scope) {
    Variable variable = scope.find(node.getNameAsString());
    if (variable != null && variable.function() != null) {
      Problem problem =
          DiagnosticCode.ADJ0405.problem("a lambda handed on", "Call a static method by its name");
      return context.opaque().function(variable.function().node(), problem, scope);
    }
    if (variable != null) {
      BoundExpression read = new BoundExpression.LocalRead(variable.local(), context.range(node));
      return new Typed(read, variable.type(), variable.constant());
    }
    Field field = field(node);
    if (field == null && !context.declares(node.getNameAsString())) {
      throw new IllFormedSource("no variable " + node);
    }
    return field == null ? unknown(node, scope) : read(field, node, scope);
  }

  Typed bind(FieldAccessExpr node, Scope scope) {
    Variable assigned = assignedField(node);
    if (assigned != null) {
      BoundExpression read = new BoundExpression.LocalRead(assigned.local(), context.range(node));
      return Typed.of(read, assigned.type());
    }
    return switch (qualify(node.getScope(), scope)) {
      case Qualifier.Value(var value) -> member(value, node, scope);
      case Qualifier.TypeName(var type) ->
          read(staticField(type, node.getNameAsString()), node, scope);
      case Qualifier.PackageName _ -> unknown(node, scope);
    };
  }

  /** In a constructor: the variable that collects the field which {@code this.name} means. */
  @Nullable Variable assignedField(FieldAccessExpr node) {
    return node.getScope().isThisExpr() ? context.assignedField(node.getNameAsString()) : null;
  }

  /** The receiver, where {@code name} may be a field of it. */
  private @Nullable Typed receiver(TypeElement owner, Expression node) {
    Variable self = context.self();
    return self != null && owner.equals(context.owner())
        ? Typed.of(new BoundExpression.LocalRead(self.local(), context.range(node)), self.type())
        : null;
  }

  /** What the expression before a dot is. */
  Qualifier qualify(Expression node, Scope scope) {
    return switch (node) {
      case NameExpr name -> qualify(name, scope);
      case FieldAccessExpr access -> qualify(access, scope);
      default -> new Qualifier.Value(expressions.bind(node, scope));
    };
  }

  private Qualifier qualify(NameExpr node, Scope scope) {
    String name = node.getNameAsString();
    if (scope.find(name) != null || field(node) != null) {
      return new Qualifier.Value(bind(node, scope));
    }
    TypeElement type = context.resolver().simpleType(name, node);
    return type == null ? new Qualifier.PackageName(name) : new Qualifier.TypeName(type);
  }

  private Qualifier qualify(FieldAccessExpr node, Scope scope) {
    String name = node.getNameAsString();
    return switch (qualify(node.getScope(), scope)) {
      case Qualifier.Value _ -> new Qualifier.Value(bind(node, scope));
      case Qualifier.TypeName(var outer) -> {
        TypeElement nested = context.members().type(outer, name);
        boolean isField = context.members().field(outer, name) != null;
        yield isField || nested == null
            ? new Qualifier.Value(bind(node, scope))
            : new Qualifier.TypeName(nested);
      }
      case Qualifier.PackageName(var outer) -> {
        TypeElement type = context.types().elements().getTypeElement(outer + "." + name);
        yield type == null
            ? new Qualifier.PackageName(outer + "." + name)
            : new Qualifier.TypeName(type);
      }
    };
  }

  /** The field that a simple name stands for, own, of an enclosing class, or imported. */
  @Nullable Field field(NameExpr node) {
    String name = node.getNameAsString();
    for (Element at = context.owner();
        at instanceof TypeElement type;
        at = type.getEnclosingElement()) {
      Typed receiver = receiver(type, node);
      Field field = receiver == null ? staticField(type, name) : instanceField(receiver, name);
      if (field != null) {
        return field;
      }
      if (type instanceof LocalClassElement local && local.hides(name)) {
        return null;
      }
    }
    return context.resolver().imports().staticOwners(name).stream()
        .map(owner -> staticField(owner, name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The field that a qualified name stands for, or {@code null}. */
  @Nullable Field field(FieldAccessExpr node, Scope scope) {
    String name = node.getNameAsString();
    return switch (qualify(node.getScope(), scope)) {
      case Qualifier.Value(var value) -> instanceField(value, name);
      case Qualifier.TypeName(var type) -> staticField(type, name);
      case Qualifier.PackageName _ -> null;
    };
  }

  private @Nullable Field staticField(TypeElement owner, String name) {
    VariableElement field = context.members().field(owner, name);
    return field == null ? null : describe(field, null, field.asType());
  }

  private @Nullable Field instanceField(Typed receiver, String name) {
    if (!(receiver.type() instanceof DeclaredType declared)) {
      return null;
    }
    VariableElement inherited = context.members().field((TypeElement) declared.asElement(), name);
    VariableElement field =
        inherited == null && context.isSelf(receiver)
            ? context.members().field(context.owner(), name)
            : inherited;
    return field == null
        ? null
        : describe(field, receiver, context.types().types().asMemberOf(declared, field));
  }

  private Field describe(VariableElement field, @Nullable Typed receiver, TypeMirror type) {
    return new Field(
        field, member(field, context.owner()), Members.isStatic(field) ? null : receiver, type);
  }

  /**
   * A field as later stages know it.
   *
   * @param user the class whose code uses it
   */
  static JavaMember member(VariableElement field, TypeElement user) {
    boolean isStatic = Members.isStatic(field);
    TypeElement owner = Members.declaringClass(field);
    return new JavaMember(
        isStatic ? Kind.STATIC_FIELD : Kind.INSTANCE_FIELD,
        owner.getQualifiedName().toString(),
        field.getSimpleName().toString(),
        List.of(),
        List.of(),
        MemberEffects.of(field),
        isStatic || !Members.isPrivate(field) ? null : hidden(field, user));
  }

  private static Problem hidden(VariableElement field, TypeElement user) {
    return DiagnosticCode.ADJ0108.problem(
        field.getSimpleName().toString(), GeneratedNames.className(user));
  }

  private Typed member(Typed receiver, FieldAccessExpr node, Scope scope) {
    boolean isLength =
        receiver.type() instanceof ArrayType && node.getNameAsString().equals("length");
    if (receiver.expression() instanceof BoundExpression.Unsupported unsupported
        && unsupported.problem().equals(LocalClasses.PROBLEM)) {
      return context.opaque().untyped(node, LocalClasses.PROBLEM, scope, receiver.source());
    }
    return isLength
        ? Typed.of(
            length(receiver, context, context.range(node)), context.types().primitive(TypeKind.INT))
        : read(instanceField(receiver, node.getNameAsString()), node, scope);
  }

  /** The length of an array. */
  static BoundExpression length(Typed array, MethodContext context, SourceRange source) {
    if (context.types().irType(array.type()) instanceof IrType.Array) {
      return new BoundExpression.ArrayLength(array.expression(), source);
    }
    JavaMember length =
        new JavaMember(
            Kind.INSTANCE_FIELD,
            context.types().erasedName(array.type()),
            "length",
            List.of(),
            List.of(),
            JavaMember.Effects.PURE);
    return new BoundExpression.FieldRead(length, array.expression(), ScalarType.INT, source);
  }

  private Typed read(@Nullable Field field, Expression node, Scope scope) {
    if (field == null) {
      return unknown(node, scope);
    }
    SourceRange source = context.range(node);
    Object constant = field.element().getConstantValue();
    if (constant != null) {
      return Literals.of(constant, context, source);
    }
    Typed receiver = field.receiver();
    if (receiver != null && isComponent(field)) {
      return Typed.of(
          new BoundExpression.ComponentRead(
              receiver.expression(),
              field.member().name(),
              context.types().irType(field.type()),
              source),
          field.type());
    }
    Problem obstacle = obstacle(field);
    if (obstacle != null) {
      return context.opaque().expression(node, obstacle, scope, field.type());
    }
    if (receiver != null && context.types().records().hasPlainAccessor(field.element())) {
      return Typed.of(
          new BoundExpression.MemberCall(
              accessor(field.member()),
              List.of(receiver.expression()),
              context.types().irType(field.type()),
              source),
          field.type());
    }
    BoundExpression read =
        new BoundExpression.FieldRead(
            field.member(),
            receiver == null ? null : receiver.expression(),
            context.types().irType(field.type()),
            source);
    return Typed.of(read, field.type());
  }

  /** The method that reads the field of a record, which is private. */
  private static JavaMember accessor(JavaMember field) {
    return new JavaMember(
        Kind.INSTANCE_METHOD,
        field.owner(),
        field.name(),
        List.of(),
        List.of(),
        JavaMember.Effects.PURE);
  }

  /** Whether a field is among what is known of the object it belongs to. */
  static boolean isComponent(Field field) {
    return field.receiver() != null
        && field.receiver().expression().type() instanceof IrType.Record record
        && record.indexOf(field.member().name()) >= 0;
  }

  /**
   * Why a field cannot be used; {@code null} if it can. A private one of an object may turn out to
   * be known, and has its obstacle as a member.
   */
  @Nullable Problem obstacle(Field field) {
    boolean isOfLocalClass =
        Members.isStatic(field.element()) && field.element() instanceof LocalElement;
    if (isOfLocalClass) {
      return DiagnosticCode.ADJ0405.problem(
          "a static field of a local class", "Move it out of the method");
    }
    if (Members.isPrivate(field.element()) && field.receiver() == null) {
      return hidden(field.element(), context.owner());
    }
    if (field.type() instanceof DeclaredType && JavaTypes.isOpen(field.type())) {
      return DiagnosticCode.ADJ0405.problem(
          "the field " + field.member().name() + ", whose type depends on those of the class,",
          "Pass what is used of it as parameters");
    }
    boolean needsReceiver = !Members.isStatic(field.element()) && field.receiver() == null;
    return needsReceiver
        ? DiagnosticCode.ADJ0405.problem(
            "the instance field " + field.member().name(), "Pass its value as a parameter")
        : null;
  }

  private Typed unknown(Expression node, Scope scope) {
    Problem problem =
        DiagnosticCode.ADJ0405.problem(
            "the name " + context.text(node), "Use what is declared before code is generated");
    return context.opaque().untyped(node, problem, scope);
  }
}
