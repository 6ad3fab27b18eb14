package dev.adjoint.processor.bind;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Calls of lambdas that are known. The body becomes a function of its own, which always becomes
 * part of its caller; so it may read the locals that it captures as they are.
 */
final class FunctionCalls {
  private final MethodContext context;

  FunctionCalls(MethodContext context) {
    this.context = context;
  }

  /**
   * The call of a lambda.
   *
   * @param arguments as the user wrote them
   */
  Typed call(
      KnownFunction function,
      LambdaExpr lambda,
      ExecutableElement method,
      List<Typed> arguments,
      SourceRange source) {
    ExecutableType signature = function.signature(method);
    FunctionId id =
        context.functions().lambda(function.node(), () -> body(function, lambda, signature));
    List<BoundExpression> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror type = signature.getParameterTypes().get(i);
      values.add(context.conversions().convert(arguments.get(i), type).expression());
    }
    TypeMirror result = signature.getReturnType();
    return Typed.of(
        new BoundExpression.FunctionCall(id, values, context.types().irResult(result), source),
        result);
  }

  /** The class whose method a reference names; {@code null} if it is not known. */
  static @Nullable TypeElement owner(MethodReferenceExpr reference, MethodContext context) {
    return reference.getScope() instanceof TypeExpr type
            && context.resolver().resolve(type.getType()) instanceof DeclaredType declared
        ? (TypeElement) declared.asElement()
        : null;
  }

  private static BoundMethod body(
      KnownFunction function, LambdaExpr lambda, ExecutableType signature) {
    MethodContext inside = function.context().inside(signature.getReturnType());
    Scope scope = function.scope().child();
    List<Local> parameters = new ArrayList<>();
    for (int i = 0; i < lambda.getParameters().size(); i++) {
      Parameter node = lambda.getParameter(i);
      TypeMirror type = signature.getParameterTypes().get(i);
      Local local =
          new Local(node.getNameAsString(), inside.types().irType(type), inside.range(node));
      scope.declare(node.getNameAsString(), Variable.of(local, type));
      parameters.add(local);
    }
    SourceRange source = inside.range(lambda);
    FunctionId id =
        new FunctionId(
            inside.owner().getQualifiedName().toString(),
            BoundMethod.LAMBDA + source.start(),
            parameters.stream().map(parameter -> parameter.type().javaName()).toList());
    return new BoundMethod(
        id,
        parameters,
        inside.types().irResult(signature.getReturnType()),
        statements(lambda.getBody(), inside, scope),
        source,
        inside.unit().text());
  }

  private static BoundStatement.Block statements(
      Statement body, MethodContext inside, Scope scope) {
    StatementBinder binder = new StatementBinder(inside);
    boolean isValue = body instanceof ExpressionStmt && inside.result().getKind() != TypeKind.VOID;
    List<BoundStatement> statements =
        isValue
            ? binder.bindResult(((ExpressionStmt) body).getExpression(), scope)
            : binder.bindAll(List.of(body), scope);
    return new BoundStatement.Block(statements, inside.range(body));
  }
}
