package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * A lambda, or a reference to a method that is static or of what a variable holds, which a variable
 * holds all the time it is there; or a chain of them.
 *
 * @param node the lambda or reference
 * @param type the functional interface
 * @param scope where it stands: what it captures is visible there
 * @param context of the method that it stands in
 * @param then what its result is passed to, in turn: {@code f.andThen(g)}, {@code g.compose(f)}
 */
record KnownFunction(
    Expression node,
    DeclaredType type,
    Scope scope,
    MethodContext context,
    List<KnownFunction> then) {
  private static final Set<String> CHAINED =
      Set.of(
          "java.util.function.DoubleUnaryOperator",
          "java.util.function.IntUnaryOperator",
          "java.util.function.LongUnaryOperator");

  KnownFunction {
    then = List.copyOf(then);
  }

  KnownFunction(Expression node, DeclaredType type, Scope scope, MethodContext context) {
    this(node, type, scope, context, List.of());
  }

  /** What an expression says when it is all that a variable of the given type holds. */
  static @Nullable KnownFunction of(
      Expression expression, @Nullable TypeMirror type, Scope scope, MethodContext context) {
    Expression node = unwrapped(expression);
    return switch (node) {
      case CastExpr cast ->
          of(cast.getExpression(), context.resolver().resolve(cast.getType()), scope, context);
      case LambdaExpr _ when !isPureLambda(node, scope, context) -> null;
      default -> called(node, type, scope, context);
    };
  }

  /** The like, of an expression that is called where it stands: it may write into arrays. */
  static @Nullable KnownFunction called(
      Expression expression, @Nullable TypeMirror type, Scope scope, MethodContext context) {
    Expression node = unwrapped(expression);
    if (node instanceof ThisExpr self) {
      return self.getTypeName().isEmpty() ? context.selfFunction() : null;
    }
    if (node instanceof NameExpr name) {
      Variable variable = scope.find(name.getNameAsString());
      return variable == null
          ? StoredFunctions.field(name.getNameAsString(), context)
          : variable.function();
    }
    if (node instanceof MethodCallExpr call) {
      KnownFunction chained = chain(call, scope, context);
      return chained == null ? StoredFunctions.returned(call, context) : chained;
    }
    boolean isBound = BoundReference.is(node, scope);
    boolean isKnown =
        node instanceof LambdaExpr || isBound || isStaticReference(node, scope, context);
    if (!(type instanceof DeclaredType declared) || !isKnown) {
      return null;
    }
    KnownFunction known = new KnownFunction(node, declared, scope, context);
    ExecutableElement method = known.method();
    if (method == null || !isBound) {
      return method == null ? null : known;
    }
    Expression called = BoundReference.lambda((MethodReferenceExpr) node, method);
    return new KnownFunction(called, declared, scope, context);
  }

  /** What {@code f.andThen(g)} and {@code g.compose(f)} stand for, of functions of one type. */
  private static @Nullable KnownFunction chain(
      MethodCallExpr call, Scope scope, MethodContext context) {
    boolean isAfter = call.getNameAsString().equals("andThen");
    boolean isChain = isAfter || call.getNameAsString().equals("compose");
    Expression qualifier = call.getScope().orElse(null);
    if (!isChain || qualifier == null || call.getArguments().size() != 1) {
      return null;
    }
    KnownFunction own = of(qualifier, null, scope, context);
    boolean isOfOneType = own != null && CHAINED.contains(own.type().toString());
    KnownFunction other =
        own == null || !isOfOneType ? null : of(call.getArgument(0), own.type(), scope, context);
    if (own == null || other == null) {
      return null;
    }
    return isAfter ? own.followedBy(other) : other.followedBy(own);
  }

  private KnownFunction followedBy(KnownFunction next) {
    List<KnownFunction> all = new ArrayList<>(then);
    all.add(new KnownFunction(next.node, next.type, next.scope, next.context));
    all.addAll(next.then);
    return new KnownFunction(node, type, scope, context, all);
  }

  /** Whether no statement gives a variable, which is declared with a value, another one. */
  static boolean isNeverAssigned(Node declaration, String name) {
    Node method = declaration;
    while (method != null && !(method instanceof MethodDeclaration)) {
      method = method.getParentNode().orElse(null);
    }
    return method != null
        && method.findAll(AssignExpr.class).stream()
            .noneMatch(
                assignment ->
                    assignment.getTarget() instanceof NameExpr target
                        && target.getNameAsString().equals(name));
  }

  /** The one abstract method of the interface; {@code null} if there is not exactly one. */
  @Nullable ExecutableElement method() {
    TypeElement element = (TypeElement) type.asElement();
    List<ExecutableElement> open =
        ElementFilter.methodsIn(context.types().elements().getAllMembers(element)).stream()
            .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
            .toList();
    return element.getKind().isInterface() && open.size() == 1 ? open.getFirst() : null;
  }

  /** Parameters and result of {@link #method} as the interface's type arguments make them. */
  ExecutableType signature(ExecutableElement method) {
    return (ExecutableType) context.types().types().asMemberOf(type, method);
  }

  /** Where it stands in the text. */
  int place() {
    return context.range(node).start();
  }

  private static Expression unwrapped(Expression expression) {
    return expression instanceof EnclosedExpr inner ? unwrapped(inner.getInner()) : expression;
  }

  private static boolean isPureLambda(Expression node, Scope scope, MethodContext context) {
    return node instanceof LambdaExpr lambda && context.opaque().writes(lambda, scope).isEmpty();
  }

  private static boolean isStaticReference(Expression node, Scope scope, MethodContext context) {
    if (!(node instanceof MethodReferenceExpr reference)
        || scope.find(reference.getScope().toString()) != null) {
      return false;
    }
    TypeElement owner = FunctionCalls.owner(reference, context);
    return owner != null
        && context.members().methods(owner, reference.getIdentifier()).stream()
            .anyMatch(Members::isStatic);
  }
}
