package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lambdas that capture a number and go where nobody sees when they run: fields, containers. */
final class EscapingLambdas {
  private static final Set<String> KEEPERS = Set.of("add", "offer", "push", "put", "set");

  private EscapingLambdas() {}

  static Optional<Problem> problem(LambdaExpr lambda, Scope scope, MethodContext context) {
    return escapes(lambda, scope)
        ? captured(lambda, scope, context).map(DiagnosticCode.ADJ0502::problem)
        : Optional.empty();
  }

  private static Optional<String> captured(LambdaExpr lambda, Scope scope, MethodContext context) {
    List<Local> locals = context.opaque().reads(lambda, scope);
    return locals.stream()
        .filter(local -> local.type().isDifferentiable())
        .findFirst()
        .map(Local::name);
  }

  private static boolean escapes(Expression node, Scope scope) {
    return switch (node.getParentNode().orElse(null)) {
      case EnclosedExpr parent -> escapes(parent, scope);
      case CastExpr parent -> escapes(parent, scope);
      case ConditionalExpr parent -> escapes(parent, scope);
      case AssignExpr parent -> !isLocal(parent.getTarget(), scope);
      case ArrayInitializerExpr _, ObjectCreationExpr _ -> true;
      case MethodCallExpr call ->
          KEEPERS.contains(call.getNameAsString()) && isArgument(node, call);
      case null -> false;
      case Node _ -> false;
    };
  }

  private static boolean isLocal(Expression target, Scope scope) {
    return target instanceof NameExpr name && scope.find(name.getNameAsString()) != null;
  }

  @SuppressWarnings("ReferenceEquality") // equal lambdas may stand in several places
  private static boolean isArgument(Expression node, MethodCallExpr call) {
    return call.getArguments().stream().anyMatch(argument -> argument == node);
  }
}
