package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MatchAllPatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.Type;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Patterns as tests, each of which sets the variables of its pattern if it passes. The variables
 * are declared before the statement around; where they are visible is for {@link PatternScopes}.
 */
final class PatternBinder {
  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final CallBinder calls;

  PatternBinder(MethodContext context, ExpressionBinder expressions, CallBinder calls) {
    this.context = context;
    this.expressions = expressions;
    this.calls = calls;
  }

  /** {@code operand instanceof pattern}. */
  Typed bind(InstanceOfExpr node, Scope scope) {
    Typed operand =
        context.conversions().asDeclared(boxed(expressions.bind(node.getExpression(), scope)));
    Expression pattern = node.getPattern().map(Expression.class::cast).orElse(null);
    BoundExpression test =
        operand.isUntyped()
            ? null
            : pattern == null
                ? plainTest(operand, node)
                : match(stored(operand), pattern, false, scope);
    return test == null
        ? refused(node, scope)
        : Typed.of(test, context.types().primitive(TypeKind.BOOLEAN));
  }

  /** What is in no box is put into one: it is asked for its class. */
  private Typed boxed(Typed operand) {
    if (!operand.isBare()) {
      return operand;
    }
    Typed number = context.conversions().number(operand);
    return context.conversions().convert(number, context.types().boxed(number.type()));
  }

  private @Nullable BoundExpression plainTest(Typed operand, InstanceOfExpr node) {
    TypeMirror type = context.resolver().resolve(node.getType());
    return type == null ? null : test(operand, type, false, null, context.range(node));
  }

  private Typed refused(InstanceOfExpr test, Scope scope) {
    List<Local> bound = new ArrayList<>();
    for (TypePatternExpr pattern : test.findAll(TypePatternExpr.class)) {
      TypeMirror resolved = context.resolver().resolve(pattern.getType());
      bound.add(
          variable(
              pattern, resolved == null ? context.types().declared("java.lang.Object") : resolved));
    }
    Problem problem =
        DiagnosticCode.ADJ0405.problem("instanceof", "Decide by a parameter of type int or enum");
    TypeMirror type = context.types().primitive(TypeKind.BOOLEAN);
    return context.opaque().assigning(bound, test, problem, scope, type);
  }

  /** A value that can be read repeatedly, evaluated where this is first read. */
  Subject stored(Typed value) {
    if (value.expression() instanceof BoundExpression.LocalRead) {
      return new Subject(value, value.expression());
    }
    IrType type = context.types().irType(value.type());
    Local local = context.temporary(new Local("subject", type, value.source()));
    BoundExpression first =
        new BoundExpression.Assignment(
            new Place.LocalPlace(local), value.expression(), value.source());
    BoundExpression later = new BoundExpression.LocalRead(local, value.source());
    return new Subject(Typed.of(later, value.type()), first);
  }

  /**
   * What is matched.
   *
   * @param value reads it
   * @param first reads it the first time
   */
  record Subject(Typed value, BoundExpression first) {}

  /** A subject that has been evaluated. */
  static Subject evaluated(Typed value) {
    return new Subject(value, value.expression());
  }

  /**
   * Whether a pattern matches.
   *
   * @param isCertain whether it is known to
   * @return {@code null} if that cannot be said
   */
  @Nullable BoundExpression match(
      Subject subject, Expression pattern, boolean isCertain, Scope scope) {
    return switch (pattern) {
      case MatchAllPatternExpr all -> first(subject, context.range(all));
      case TypePatternExpr type -> typed(subject, type, isCertain);
      case RecordPatternExpr record -> deconstructed(subject, record, isCertain, scope);
      default -> null;
    };
  }

  private BoundExpression first(Subject subject, SourceRange source) {
    IrType type = context.types().irType(subject.value().type());
    return new BoundExpression.TypeTest(subject.first(), type, List.of(), true, null, source);
  }

  private @Nullable BoundExpression typed(
      Subject subject, TypePatternExpr pattern, boolean isCertain) {
    TypeMirror named = typeOf(pattern.getType(), subject.value().type());
    if (named == null) {
      return null;
    }
    boolean isNamed = !pattern.getNameAsString().equals("_");
    Local binding = isNamed ? variable(pattern, named) : null;
    Typed first = Typed.of(subject.first(), subject.value().type());
    return test(first, named, isCertain, binding, context.range(pattern));
  }

  /**
   * The type that a pattern names; {@code var} is that of what it is matched with, and so is the
   * box of a number that a generic record holds.
   */
  private @Nullable TypeMirror typeOf(Type type, TypeMirror subject) {
    if (type.isVarType()) {
      return subject;
    }
    TypeMirror named = context.resolver().resolve(type);
    boolean isBox =
        named != null
            && subject.getKind().isPrimitive()
            && context.types().types().isSameType(named, context.types().boxed(subject));
    return isBox ? subject : named;
  }

  private Local variable(TypePatternExpr pattern, TypeMirror type) {
    String name = pattern.getNameAsString();
    Local local = VariableBinder.local(context, name, type, pattern);
    context.patterns().add(pattern, Variable.of(local, type));
    return context.temporary(local);
  }

  private @Nullable BoundExpression deconstructed(
      Subject subject, RecordPatternExpr pattern, boolean isCertain, Scope scope) {
    TypeMirror named = inferred(pattern.getType(), subject.value().type());
    if (!(named instanceof DeclaredType declared)
        || declared.asElement().getSimpleName().isEmpty()
        || !(declared.asElement() instanceof TypeElement element)
        || element.getRecordComponents().size() != pattern.getPatternList().size()) {
      return null;
    }
    SourceRange source = context.range(pattern);
    Local local = context.temporary(new Local("matched", context.types().irType(named), source));
    Typed first = Typed.of(subject.first(), subject.value().type());
    BoundExpression all = test(first, named, isCertain, local, source);
    Typed record = Typed.of(new BoundExpression.LocalRead(local, source), named);
    for (int i = 0; i < pattern.getPatternList().size(); i++) {
      Expression inner = pattern.getPatternList().get(i);
      Typed component = component(record, element, i, inner, scope);
      boolean isSure = isCertain || isTotal(inner, component.type());
      BoundExpression next = match(stored(component), inner, isSure, scope);
      if (all == null || next == null) {
        return null;
      }
      all = new BoundExpression.ShortCircuit(true, all, next, source);
    }
    return all;
  }

  /** Whether a pattern matches whatever a component holds, {@code null} included. */
  private boolean isTotal(Expression pattern, TypeMirror component) {
    if (!(pattern instanceof TypePatternExpr type)) {
      return false;
    }
    TypeMirror named = typeOf(type.getType(), component);
    return named != null && isTotal(component, named);
  }

  /** A generic record without type arguments has those of what it is matched with. */
  private @Nullable TypeMirror inferred(Type type, TypeMirror subject) {
    TypeMirror named = context.resolver().resolve(type);
    boolean isSame =
        named instanceof DeclaredType one
            && subject instanceof DeclaredType other
            && one.getTypeArguments().isEmpty()
            && one.asElement().equals(other.asElement());
    return isSame ? subject : named;
  }

  private Typed component(Typed record, TypeElement type, int index, Node node, Scope scope) {
    RecordComponentElement component = type.getRecordComponents().get(index);
    return calls.invoke(record, type, component.getAccessor(), List.of(), node, scope);
  }

  /**
   * A test for a type; {@code null} where objects of the operand's type are not known to have one.
   */
  private @Nullable BoundExpression test(
      Typed operand,
      TypeMirror type,
      boolean isCertain,
      @Nullable Local binding,
      SourceRange source) {
    JavaTypes types = context.types();
    boolean isTotal = isTotal(operand.type(), type);
    IrType tested = types.irType(type);
    IrType own = types.irType(operand.type());
    boolean isObject = own instanceof IrType.Composite || own instanceof IrType.Reference;
    boolean isTensor = own.equals(IrType.Reference.TENSOR);
    if (isTensor ? !(isTotal && isCertain) : !(isTotal || isObject)) {
      return null;
    }
    IrType erased =
        tested instanceof IrType.Composite || isTotal
            ? tested
            : new IrType.Reference(types.erasedName(type));
    boolean isDecided = isCertain || (isTotal && !(own instanceof IrType.Reference));
    return new BoundExpression.TypeTest(
        operand.expression(), erased, passing(operand.type(), type), isDecided, binding, source);
  }

  private boolean isTotal(TypeMirror own, TypeMirror type) {
    return (own.getKind().isPrimitive() || type.getKind().isPrimitive())
        ? own.getKind() == type.getKind()
        : context.types().isStrictlyConvertible(own, type);
  }

  /** Of the classes that an object of a type may be of, those that are of another one as well. */
  private List<String> passing(TypeMirror own, TypeMirror type) {
    return own instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? SealedTypes.leaves(element).stream()
            .filter(leaf -> context.types().isStrictlyConvertible(leaf.asType(), type))
            .map(leaf -> leaf.getQualifiedName().toString())
            .toList()
        : List.of();
  }
}
