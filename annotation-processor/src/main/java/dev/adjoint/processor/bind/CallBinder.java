package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.source.SourceRange;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Which method or constructor a call means; {@link CallShape} decides what becomes of it. */
final class CallBinder {
  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final NameBinder names;
  private final OverloadResolution overloads;
  private final CallShape shape;
  private final KnownFunctionCalls functions;

  CallBinder(MethodContext context, ExpressionBinder expressions, NameBinder names) {
    this.context = context;
    this.expressions = expressions;
    this.names = names;
    this.overloads = new OverloadResolution(context.types());
    this.shape = new CallShape(context);
    this.functions = new KnownFunctionCalls(context, shape);
  }

  Typed bind(MethodCallExpr node, Scope scope) {
    Expression qualifier = node.getScope().orElse(null);
    if (qualifier == null) {
      return unqualified(node, scope);
    }
    if (qualifier instanceof SuperExpr above) {
      return inherited(above, node, scope);
    }
    KnownFunction function = KnownFunction.of(qualifier, null, scope, context);
    if (function != null) {
      return known(function, node, scope);
    }
    Typed looped = new StreamBinder(context, names).bind(node, scope);
    if (looped == null) {
      looped = new SetAllBinder(context, names).bind(node, scope);
    }
    if (looped != null) {
      return looped;
    }
    return switch (names.qualify(qualifier, scope)) {
      case NameBinder.Qualifier.Value(var receiver) -> onValue(receiver, node, scope);
      case NameBinder.Qualifier.TypeName(var owner) ->
          call(methods(owner, node), owner.asType(), null, node, scope);
      case NameBinder.Qualifier.PackageName _ -> unknown(node, scope);
    };
  }

  private Typed known(KnownFunction function, MethodCallExpr node, Scope scope) {
    List<Typed> arguments = node.getArguments().stream().map(a -> bind(a, scope)).toList();
    Typed result = functions.callMethod(function, arguments, node, scope);
    return result == null ? unknown(node, scope) : result;
  }

  /** The call of a lambda or of a referenced method; {@code null} if that is not a static one. */
  @Nullable Typed callKnown(
      KnownFunction function, List<Typed> arguments, Expression node, Scope scope) {
    return functions.call(function, arguments, node, scope);
  }

  /** The candidates for a call, each with the class that the user names it through. */
  private Map<ExecutableElement, TypeElement> methods(TypeElement owner, MethodCallExpr node) {
    Map<ExecutableElement, TypeElement> found = new LinkedHashMap<>();
    context.members().methods(owner, node.getNameAsString()).forEach(m -> found.put(m, owner));
    return found;
  }

  private Typed unqualified(MethodCallExpr node, Scope scope) {
    for (Element at = context.owner();
        at instanceof TypeElement type;
        at = type.getEnclosingElement()) {
      Map<ExecutableElement, TypeElement> found = methods(type, node);
      KnownFunction self = type.equals(context.owner()) ? context.selfFunction() : null;
      if (self != null && found.keySet().stream().anyMatch(method -> !Members.isStatic(method))) {
        return known(self, node, scope);
      }
      if (!found.isEmpty()) {
        Typed receiver = type.equals(context.owner()) ? receiver(node) : null;
        return call(found, type.asType(), receiver, node, scope);
      }
    }
    Map<ExecutableElement, TypeElement> imported = new LinkedHashMap<>();
    for (TypeElement owner : context.resolver().imports().staticOwners(node.getNameAsString())) {
      methods(owner, node).forEach(imported::putIfAbsent);
    }
    imported.keySet().removeIf(method -> !Members.isStatic(method));
    return call(imported, context.owner().asType(), null, node, scope);
  }

  /** {@code super.method(…)} and {@code Interface.super.method(…)}. */
  private Typed inherited(SuperExpr above, MethodCallExpr node, Scope scope) {
    Typed receiver = receiver(above);
    TypeElement type =
        above
            .getTypeName()
            .map(name -> context.resolver().simpleType(name.getIdentifier(), above))
            .orElseGet(() -> RecordTypes.superclass(context.owner()));
    if (type == null || receiver == null) {
      return unknown(node, scope);
    }
    List<Typed> arguments = node.getArguments().stream().map(a -> bind(a, scope)).toList();
    OverloadResolution.Choice choice =
        overloads.choose(methods(type, node).keySet(), type.asType(), arguments);
    return choice == null
        ? unknown(node, scope)
        : shape.of(new Callee(node, type, receiver, arguments, choice, true), scope);
  }

  private @Nullable Typed receiver(Expression node) {
    Variable self = context.self();
    return self == null
        ? null
        : Typed.of(new BoundExpression.LocalRead(self.local(), context.range(node)), self.type());
  }

  private Typed onValue(Typed receiver, MethodCallExpr node, Scope scope) {
    if (receiver.type() instanceof ArrayType && node.getNameAsString().equals("clone")) {
      return shape.copyOf(receiver, node, scope);
    }
    Variable function = functionThatWrites(node, scope);
    if (function != null) {
      Problem problem = DiagnosticCode.ADJ0501.problem(function.writes().getFirst().name());
      return context.opaque().callOf(function, node, problem, scope);
    }
    TypeElement owner =
        context.isSelf(receiver)
            ? context.owner()
            : context.types().classOf(receiver.type(), type -> !methods(type, node).isEmpty());
    if (receiver.expression()
            instanceof BoundExpression.Unsupported(var problem, var _, var _, var _, var _, var _)
        && owner == null) {
      boolean isLocal = problem.equals(LocalClasses.PROBLEM); // said where that is declared
      return isLocal
          ? context.opaque().untyped(node, problem, scope, receiver.source())
          : context.opaque().untyped(node, problem, scope);
    }
    return owner == null || !isTyped(node, scope)
        ? unknown(node, scope)
        : call(methods(owner, node), receiver.type(), receiver, node, scope);
  }

  private static boolean isTyped(MethodCallExpr node, Scope scope) {
    Variable variable = receiver(node, scope);
    return variable == null || variable.isTyped();
  }

  /** The variable that a method is called on. */
  private static @Nullable Variable receiver(MethodCallExpr node, Scope scope) {
    return node.getScope()
        .filter(Expression::isNameExpr)
        .map(receiver -> scope.find(receiver.asNameExpr().getNameAsString()))
        .orElse(null);
  }

  /** The variable called, where it holds a lambda that assigns what it captured. */
  private static @Nullable Variable functionThatWrites(MethodCallExpr node, Scope scope) {
    Variable variable = receiver(node, scope);
    return variable == null || variable.writes().isEmpty() ? null : variable;
  }

  private Typed call(
      Map<ExecutableElement, TypeElement> candidates,
      TypeMirror owner,
      @Nullable Typed receiver,
      MethodCallExpr node,
      Scope scope) {
    List<Typed> arguments = node.getArguments().stream().map(a -> bind(a, scope)).toList();
    OverloadResolution.Choice choice = overloads.choose(candidates.keySet(), owner, arguments);
    if (choice == null) {
      requireCandidate(candidates.keySet(), arguments.size(), node);
      return unknown(node, scope);
    }
    if (HookBinder.isHooked(choice.method())) {
      return new HookBinder(context, this).bind(choice, node, arguments, scope);
    }
    if (HookBinder.isRegistered(choice.method())) {
      return new HookBinder(context, this).register(choice, receiver, node, arguments, scope);
    }
    boolean isStatic = Members.isStatic(choice.method());
    Typed special = specialized(choice, node, arguments, scope);
    if (special != null) {
      return special;
    }
    TypeElement named = candidates.getOrDefault(choice.method(), context.owner());
    if (!isStatic && receiver == null) {
      Problem problem =
          DiagnosticCode.ADJ0405.problem(
              "a call on an enclosing object", "Make " + node.getNameAsString() + " static");
      return context.opaque().untyped(node, problem, scope);
    }
    return shape.of(new Callee(node, named, isStatic ? null : receiver, arguments, choice), scope);
  }

  /** Where no method of the name takes as many arguments, there is nothing left to find. */
  private void requireCandidate(
      Collection<ExecutableElement> candidates, int arguments, MethodCallExpr node) {
    boolean isPossible =
        candidates.stream()
            .anyMatch(
                method ->
                    method.isVarArgs()
                        ? arguments >= method.getParameters().size() - 1
                        : arguments == method.getParameters().size());
    boolean isElsewhere = candidates.isEmpty() && context.declares(node.getNameAsString());
    if (!isPossible && !isElsewhere) {
      throw new IllFormedSource("no method for " + node);
    }
  }

  /** A call of a static method with source that is given lambdas; {@code null} for any other. */
  private @Nullable Typed specialized(
      OverloadResolution.Choice choice, MethodCallExpr node, List<Typed> arguments, Scope scope) {
    Map<Integer, KnownFunction> given = functions.arguments(choice, node, scope);
    if (given.isEmpty() || !Members.isStatic(choice.method())) {
      return null;
    }
    FunctionId id = context.functions().specialized(choice.method(), context.method(), given);
    return id == null ? null : shape.special(id, choice, arguments, given.keySet(), node);
  }

  /** A call of a method that is known to be the one that runs. */
  Typed invoke(
      Typed receiver,
      TypeElement owner,
      ExecutableElement method,
      List<Typed> arguments,
      Node node,
      Scope scope) {
    OverloadResolution.Choice choice =
        overloads.choose(List.of(method), receiver.type(), arguments);
    return choice == null
        ? context.opaque().untyped((Expression) node, callProblem(node), scope)
        : shape.of(new Callee(node, owner, receiver, arguments, choice), scope);
  }

  private Typed bind(Expression argument, Scope scope) {
    return expressions.bind(argument, scope);
  }

  /**
   * {@code new C(…)}.
   *
   * @param target the type the context expects, which decides what {@code <>} stands for
   */
  Typed bind(ObjectCreationExpr node, TypeMirror target, Scope scope) {
    TypeMirror type = context.resolver().resolve(node.getType());
    if (node.getAnonymousClassBody().isPresent()) {
      return anonymous(node, type, scope);
    }
    boolean isPlain = node.getScope().isEmpty();
    if (!(type instanceof DeclaredType declared) || !isPlain || isInner(declared)) {
      return context.opaque().untyped(node, creationProblem(node), scope, creationPlace(node));
    }
    List<Typed> arguments = node.getArguments().stream().map(a -> bind(a, scope)).toList();
    List<ExecutableElement> constructors =
        context.members().constructors((TypeElement) declared.asElement());
    OverloadResolution.Choice choice = overloads.choose(constructors, declared, arguments);
    return choice == null
        ? unknown(node, scope)
        : shape.creation(
            new Callee(node, (TypeElement) declared.asElement(), null, arguments, choice),
            node.getType().isUsingDiamondOperator()
                ? new Diamond(context.types()).type(declared, target, choice, arguments)
                : declared,
            scope);
  }

  /** {@code new C() {…}}. */
  private Typed anonymous(ObjectCreationExpr node, @Nullable TypeMirror type, Scope scope) {
    boolean isPlain =
        node.getScope().isEmpty() && type instanceof DeclaredType declared && !isInner(declared);
    LocalClassElement made =
        isPlain && type instanceof DeclaredType declared
            ? new LocalClassReader(context).read(node, (TypeElement) declared.asElement(), scope)
            : null;
    OverloadResolution.Choice choice =
        made == null
            ? null
            : overloads.choose(context.members().constructors(made), made.asType(), List.of());
    return made == null || choice == null
        ? context.opaque().untyped(node, creationProblem(node), scope, creationPlace(node))
        : shape.creation(new Callee(node, made, null, List.of(), choice), made.asType(), scope);
  }

  private static Problem creationProblem(ObjectCreationExpr node) {
    return localClass(node).isPresent()
        ? LocalClasses.PROBLEM
        : DiagnosticCode.ADJ0405.problem(
            "this object creation", "Use a static nested or a top-level class");
  }

  /** Where a local class is the trouble, that is where it is declared, and said once. */
  private SourceRange creationPlace(ObjectCreationExpr node) {
    return context.range(localClass(node).map(Node.class::cast).orElse(node));
  }

  private static Optional<Statement> localClass(ObjectCreationExpr node) {
    return LocalClasses.declaration(node.getType().getNameAsString(), node);
  }

  /** {@code this(…)} in a constructor of a record. */
  Typed bind(ExplicitConstructorInvocationStmt node, Scope scope) {
    DeclaredType declared = (DeclaredType) context.owner().asType();
    List<Typed> arguments = node.getArguments().stream().map(a -> bind(a, scope)).toList();
    OverloadResolution.Choice choice =
        overloads.choose(context.members().constructors(context.owner()), declared, arguments);
    if (choice == null) {
      throw new IllegalStateException("no constructor for " + node);
    }
    return shape.creation(
        new Callee(node, context.owner(), null, arguments, choice), declared, scope);
  }

  private static boolean isInner(DeclaredType type) {
    Element element = type.asElement();
    boolean isNested = element.getEnclosingElement() instanceof TypeElement;
    return isNested && element.getKind() == ElementKind.CLASS && !Members.isStatic(element);
  }

  private Typed unknown(Expression node, Scope scope) {
    return context.opaque().untyped(node, callProblem(node), scope);
  }

  private Problem callProblem(Node node) {
    return DiagnosticCode.ADJ0405.problem(
        "the call " + context.text(node), "Call what is declared before code is generated");
  }
}
