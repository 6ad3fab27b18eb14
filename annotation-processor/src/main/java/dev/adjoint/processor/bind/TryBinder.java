package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Problem;
import java.util.Optional;

/** {@code try}: a scope without gradients, or something outside the language. */
final class TryBinder {
  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final StatementBinder statements;

  TryBinder(MethodContext context, ExpressionBinder expressions, StatementBinder statements) {
    this.context = context;
    this.expressions = expressions;
    this.statements = statements;
  }

  BoundStatement bind(TryStmt node, Scope scope) {
    if (isNoGrad(node, scope)) {
      return new BoundStatement.NoGrad(
          statements.bindBlock(node.getTryBlock(), scope), context.range(node));
    }
    Optional<Expression> carrying =
        node.getCatchClauses().isEmpty() ? Optional.empty() : carrying(node, scope);
    if (carrying.isPresent()) {
      Problem problem = DiagnosticCode.ADJ0402.problem(context.text(carrying.get()));
      return context
          .opaque()
          .statement(node, problem, scope, context.range(creation(carrying.get())));
    }
    return statements.opaque(node, DiagnosticCode.ADJ0401.problem(), scope);
  }

  private boolean isNoGrad(TryStmt node, Scope scope) {
    boolean isPlain =
        node.getResources().size() == 1
            && node.getCatchClauses().isEmpty()
            && node.getFinallyBlock().isEmpty();
    return isPlain
        && node.getResources().getFirst().orElseThrow() instanceof VariableDeclarationExpr resource
        && resource
            .getVariable(0)
            .getInitializer()
            .filter(initializer -> callsNoGrad(initializer, scope))
            .isPresent();
  }

  private boolean callsNoGrad(Expression node, Scope scope) {
    return node.isMethodCallExpr()
        && expressions.bind(node, scope).expression()
            instanceof BoundExpression.MemberCall(var member, var _, var _, var _)
        && member.key().equals("dev.adjoint.Autograd.noGrad()");
  }

  /** An argument by which an exception thrown in the block takes a number along. */
  private Optional<Expression> carrying(TryStmt node, Scope scope) {
    return node.getTryBlock().findAll(ThrowStmt.class).stream()
        .map(ThrowStmt::getExpression)
        .flatMap(thrown -> thrown.toObjectCreationExpr().stream())
        .flatMap(creation -> creation.getArguments().stream())
        .filter(argument -> isDifferentiable(argument, scope))
        .findFirst();
  }

  private boolean isDifferentiable(Expression argument, Scope scope) {
    IrType type = expressions.bind(argument, scope).expression().type();
    return type != null && type.isDifferentiable();
  }

  private static Expression creation(Expression argument) {
    return argument.getParentNode().orElseThrow() instanceof ObjectCreationExpr creation
        ? creation
        : argument;
  }
}
