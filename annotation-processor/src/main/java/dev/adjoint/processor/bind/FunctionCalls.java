package dev.adjoint.processor.bind;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.adjoint.processor.ir.FunctionId;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
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
    BoundMethod bound =
        context
            .functions()
            .lambda(
                function.node(),
                function.scope(),
                name -> body(function, lambda, signature, arguments, name));
    List<BoundExpression> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror type = signature.getParameterTypes().get(i);
      IrType kept = bound.parameters().get(i).type();
      values.add(context.conversions().held(arguments.get(i), type, kept).expression());
    }
    return Typed.of(
        new BoundExpression.FunctionCall(bound.id(), values, bound.returnType(), source),
        signature.getReturnType());
  }

  /** The class whose method a reference names; {@code null} if it is not known. */
  static @Nullable TypeElement owner(MethodReferenceExpr reference, MethodContext context) {
    return reference.getScope() instanceof TypeExpr type
            && context.resolver().resolve(type.getType()) instanceof DeclaredType declared
        ? (TypeElement) declared.asElement()
        : null;
  }

  /** The function; of boxes it keeps the numbers alone, unless some may be missing. */
  private static BoundMethod body(
      KnownFunction function,
      LambdaExpr lambda,
      ExecutableType signature,
      List<Typed> arguments,
      String name) {
    MethodContext bare = function.context().inside(signature.getReturnType());
    bare.keepResult(bareResult(signature.getReturnType(), bare.types()));
    BoundMethod body = body(function, lambda, signature, arguments, name, bare);
    if (!bare.conversions().hasRefusedBox()) {
      return body;
    }
    MethodContext boxed = function.context().inside(signature.getReturnType());
    boxed.keepResult(boxed.types().irResult(signature.getReturnType()));
    return body(function, lambda, signature, arguments, name, boxed);
  }

  private static @Nullable IrType bareResult(TypeMirror declared, JavaTypes types) {
    for (ScalarType number : List.of(ScalarType.DOUBLE, ScalarType.FLOAT)) {
      if (types.isClass(declared, JavaTypes.boxedName(number))) {
        return number;
      }
    }
    return types.irResult(declared);
  }

  private static BoundMethod body(
      KnownFunction function,
      LambdaExpr lambda,
      ExecutableType signature,
      List<Typed> arguments,
      String name,
      MethodContext inside) {
    Scope scope = function.scope().child();
    List<Local> parameters =
        parameters(lambda, signature.getParameterTypes(), arguments, inside, scope);
    BoundStatement.Block body = statements(lambda.getBody(), inside, scope);
    return part(name, lambda, parameters, inside.keptResult(), body, inside);
  }

  private static List<Local> parameters(
      LambdaExpr lambda,
      List<? extends TypeMirror> types,
      List<Typed> arguments,
      MethodContext inside,
      Scope scope) {
    List<Local> parameters = new ArrayList<>();
    for (int i = 0; i < lambda.getParameters().size(); i++) {
      Parameter node = lambda.getParameter(i);
      Local plain = VariableBinder.local(inside, node.getNameAsString(), types.get(i), node);
      IrType number =
          arguments.get(i).isNumber()
              ? inside.types().bare(types.get(i), arguments.get(i).expression().type())
              : null;
      Local local = number == null ? plain : new Local(plain.name(), number, plain.source());
      scope.declare(node.getNameAsString(), Variable.of(local, types.get(i)));
      parameters.add(local);
    }
    return parameters;
  }

  /** A function that becomes part of the one in which its text stands. */
  static BoundMethod part(
      String name,
      Expression node,
      List<Local> parameters,
      @Nullable IrType result,
      BoundStatement.Block body,
      MethodContext inside) {
    FunctionId id =
        new FunctionId(
            inside.owner().getQualifiedName().toString(),
            name,
            parameters.stream().map(parameter -> parameter.type().javaName()).toList());
    return new BoundMethod(id, parameters, result, body, inside.range(node), inside.unit().text());
  }

  /**
   * The call of a lambda without braces whose value has the type that it has by itself; {@code
   * null} for another lambda.
   *
   * @param scope where the lambda stands
   */
  @Nullable Typed callInferred(
      LambdaExpr lambda, List<Typed> arguments, Scope scope, SourceRange source) {
    Expression value = lambda.getExpressionBody().orElse(null);
    if (value == null || lambda.getParameters().size() != arguments.size()) {
      return null;
    }
    MethodContext inside = context.inside(context.types().untyped());
    Scope inner = scope.child();
    List<TypeMirror> types = arguments.stream().map(Typed::type).toList();
    List<Local> parameters = parameters(lambda, types, arguments, inside, inner);
    StatementBinder binder = new StatementBinder(inside);
    Typed bound = binder.expressions().bind(value, inner);
    List<BoundStatement> statements = new ArrayList<>(binder.temporaries());
    statements.add(new BoundStatement.Return(bound.expression(), inside.range(value)));
    BoundStatement.Block body = new BoundStatement.Block(statements, inside.range(value));
    IrType result = bound.expression().type();
    FunctionId id =
        context
            .functions()
            .lambda(lambda, scope, name -> part(name, lambda, parameters, result, body, inside))
            .id();
    List<BoundExpression> values = arguments.stream().map(Typed::expression).toList();
    return Typed.of(new BoundExpression.FunctionCall(id, values, result, source), bound.type());
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
