package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Lambdas and references to methods that constants of the same class hold, and that static methods
 * of it without parameters return.
 */
final class StoredFunctions {
  private StoredFunctions() {}

  /** What a {@code static final} field is set to where it is declared. */
  static @Nullable KnownFunction field(String name, MethodContext context) {
    TypeElement owner = context.owner();
    VariableElement field = context.members().field(owner, name);
    boolean isConstant =
        field != null
            && Members.declaringClass(field).equals(owner)
            && Members.isStatic(field)
            && Members.isFinal(field)
            && isInterface(field.asType());
    TypeDeclaration<?> tree = isConstant ? declaration(owner, context) : null;
    if (field == null || tree == null) {
      return null;
    }
    for (FieldDeclaration declared : tree.getFields()) {
      for (VariableDeclarator variable : declared.getVariables()) {
        if (variable.getNameAsString().equals(name)) {
          Expression value = variable.getInitializer().orElse(null);
          return value == null ? null : function(value, field.asType(), context);
        }
      }
    }
    return null;
  }

  /** What a method consists of returning. */
  static @Nullable KnownFunction returned(MethodCallExpr call, MethodContext context) {
    TypeElement owner = context.owner();
    List<ExecutableElement> methods =
        call.getScope().isPresent() || !call.getArguments().isEmpty()
            ? List.of()
            : context.members().methods(owner, call.getNameAsString());
    ExecutableElement method = methods.size() == 1 ? methods.getFirst() : null;
    boolean isFixed =
        method != null
            && Members.isStatic(method)
            && method.getParameters().isEmpty()
            && Members.declaringClass(method).equals(owner)
            && isInterface(method.getReturnType());
    TypeDeclaration<?> tree = isFixed ? declaration(owner, context) : null;
    if (method == null || tree == null) {
      return null;
    }
    List<MethodDeclaration> declared = tree.getMethodsByName(call.getNameAsString());
    Expression value = declared.size() == 1 ? result(declared.getFirst()) : null;
    return value == null ? null : function(value, method.getReturnType(), context);
  }

  private static @Nullable Expression result(MethodDeclaration method) {
    List<Statement> body =
        method.getBody().map(block -> List.copyOf(block.getStatements())).orElse(List.of());
    return body.size() == 1 && body.getFirst() instanceof ReturnStmt exit
        ? exit.getExpression().orElse(null)
        : null;
  }

  /** Nothing of the method that calls it is seen in it. */
  private static @Nullable KnownFunction function(
      Expression value, TypeMirror type, MethodContext context) {
    boolean isFunction = value.isLambdaExpr() || value.isMethodReferenceExpr();
    return isFunction ? KnownFunction.of(value, type, Scope.ofMethod(), context) : null;
  }

  private static boolean isInterface(TypeMirror type) {
    return type instanceof DeclaredType declared && declared.asElement().getKind().isInterface();
  }

  /** The text of a class in the unit, by its name, which no other in the unit has. */
  private static @Nullable TypeDeclaration<?> declaration(
      TypeElement owner, MethodContext context) {
    String name = owner.getSimpleName().toString();
    List<Node> found =
        context
            .unit()
            .tree()
            .findAll(
                Node.class,
                node ->
                    node instanceof TypeDeclaration<?> type && type.getNameAsString().equals(name));
    return found.size() == 1 && found.getFirst() instanceof TypeDeclaration<?> type ? type : null;
  }
}
