package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code switch} statements over {@code int} and enum constants. An enum is first mapped to the
 * position of its case, so that no order of constants is compiled in.
 */
final class SwitchBinder {
  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final StatementBinder statements;

  SwitchBinder(MethodContext context, ExpressionBinder expressions, StatementBinder statements) {
    this.context = context;
    this.expressions = expressions;
    this.statements = statements;
  }

  List<BoundStatement> bind(SwitchStmt node, Scope scope) {
    SwitchSelector selector = SwitchSelector.bind(node.getSelector(), context, expressions, scope);
    boolean isGuarded = node.getEntries().stream().anyMatch(e -> e.getGuard().isPresent());
    if (selector == null || isGuarded) {
      return List.of(refused(node, scope));
    }
    BoundExpression value = selector.isEnum() ? position(node, selector, scope) : selector.value();
    List<List<BoundExpression.Literal>> labels = new ArrayList<>();
    for (int i = 0; i < node.getEntries().size(); i++) {
      List<BoundExpression.Literal> found = labels(node.getEntries().get(i), i, selector, scope);
      if (found == null || value == null) {
        return List.of(refused(node, scope));
      }
      labels.add(found);
    }
    return value == null
        ? List.of(refused(node, scope))
        : List.of(bind(node, value, labels, scope));
  }

  private BoundStatement bind(
      SwitchStmt node,
      BoundExpression value,
      List<List<BoundExpression.Literal>> labels,
      Scope scope) {
    JumpTarget target = new JumpTarget("switch");
    Scope inner = scope.breakable(target);
    List<BoundStatement.Case> cases = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      SwitchEntry entry = node.getEntries().get(i);
      cases.add(
          new BoundStatement.Case(
              labels.get(i), SwitchSelector.isDefault(entry), body(entry, target, inner)));
    }
    return new BoundStatement.Switch(target, value, cases, context.range(node));
  }

  private List<BoundStatement> body(SwitchEntry entry, JumpTarget target, Scope scope) {
    if (entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
      return statements.bindAll(entry.getStatements(), scope);
    }
    List<BoundStatement> body =
        new ArrayList<>(statements.bindAll(entry.getStatements(), scope.child()));
    if (body.isEmpty() || !leaves(body.getLast())) {
      body.add(new BoundStatement.Break(target, context.range(entry)));
    }
    return body;
  }

  /** Whether control certainly does not run past a statement. */
  private static boolean leaves(BoundStatement statement) {
    return switch (statement) {
      case BoundStatement.Return _,
          BoundStatement.Throw _,
          BoundStatement.Break _,
          BoundStatement.Continue _ ->
          true;
      case BoundStatement.Block(var inner, var _) -> !inner.isEmpty() && leaves(inner.getLast());
      default -> false;
    };
  }

  /** For an enum: which entry applies, by position; -1 for none. */
  private @Nullable BoundExpression position(
      SwitchStmt node, SwitchSelector selector, Scope scope) {
    List<BoundExpression> tests = new ArrayList<>();
    for (SwitchEntry entry : node.getEntries()) {
      BoundExpression test =
          entry.getLabels().isEmpty() ? literal(false, entry) : selector.test(entry, scope);
      if (test == null) {
        return null;
      }
      tests.add(test);
    }
    SourceRange source = selector.value().source();
    BoundExpression position = new BoundExpression.Literal(-1, ScalarType.INT, source);
    for (int i = tests.size() - 1; i >= 0; i--) {
      if (!(tests.get(i) instanceof BoundExpression.Literal)) {
        BoundExpression index = new BoundExpression.Literal(i, ScalarType.INT, source);
        position =
            new BoundExpression.Conditional(tests.get(i), index, position, ScalarType.INT, source);
      }
    }
    return position;
  }

  private BoundExpression literal(boolean value, SwitchEntry entry) {
    return new BoundExpression.Literal(value, ScalarType.BOOLEAN, context.range(entry));
  }

  private @Nullable List<BoundExpression.Literal> labels(
      SwitchEntry entry, int position, SwitchSelector selector, Scope scope) {
    if (selector.isEnum()) {
      SourceRange source = context.range(entry);
      return entry.getLabels().isEmpty()
          ? List.of()
          : List.of(new BoundExpression.Literal(position, ScalarType.INT, source));
    }
    List<BoundExpression.Literal> labels = new ArrayList<>();
    for (Expression label : entry.getLabels()) {
      Integer constant = selector.constant(label, scope);
      if (constant == null) {
        return null;
      }
      labels.add(new BoundExpression.Literal(constant, ScalarType.INT, context.range(label)));
    }
    return labels;
  }

  private BoundStatement refused(SwitchStmt node, Scope scope) {
    return statements.opaque(
        node,
        DiagnosticCode.ADJ0405.problem(
            "this switch", "Use a switch over int or enum constants, or if"),
        scope);
  }
}
