package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * A lambda, or a reference to a static method, that a variable holds all the time it is there.
 *
 * @param node the lambda or reference
 * @param type the functional interface
 * @param scope where it stands: what it captures is visible there
 * @param context of the method that it stands in
 */
record KnownFunction(Expression node, DeclaredType type, Scope scope, MethodContext context) {

  /** What an expression says when it is all that a variable of the given type holds. */
  static @Nullable KnownFunction of(
      Expression expression, @Nullable TypeMirror type, Scope scope, MethodContext context) {
    Expression node = unwrapped(expression);
    boolean isHeld = node instanceof NameExpr || isPureLambda(node, scope, context);
    return isHeld || isStaticReference(node) ? called(node, type, scope, context) : null;
  }

  /** The like, of an expression that is called where it stands: it may write into arrays. */
  static @Nullable KnownFunction called(
      Expression expression, @Nullable TypeMirror type, Scope scope, MethodContext context) {
    Expression node = unwrapped(expression);
    if (node instanceof NameExpr name) {
      Variable variable = scope.find(name.getNameAsString());
      return variable == null ? null : variable.function();
    }
    if (!(type instanceof DeclaredType declared)
        || !(node instanceof LambdaExpr || isStaticReference(node))) {
      return null;
    }
    KnownFunction known = new KnownFunction(node, declared, scope, context);
    return known.method() == null ? null : known;
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

  private static boolean isStaticReference(Expression node) {
    return node instanceof MethodReferenceExpr reference
        && reference.getScope() instanceof TypeExpr
        && !reference.getIdentifier().equals("new");
  }
}
