package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.IdentityHashMap;

/** Where the variables of patterns are visible: wherever their pattern is known to have matched. */
final class PatternScopes {
  private final IdentityHashMap<TypePatternExpr, Variable> variables = new IdentityHashMap<>();

  /** Notes the variable of a pattern. */
  void add(TypePatternExpr pattern, Variable variable) {
    variables.put(pattern, variable);
  }

  /** The scope of what is evaluated where a condition has come out as {@code outcome}. */
  Scope when(Expression condition, boolean outcome, Scope scope) {
    Scope inner = scope.child();
    declare(condition, outcome, inner);
    return inner;
  }

  /** Declares what is known to have matched where a condition has come out as {@code outcome}. */
  void declare(Expression condition, boolean outcome, Scope scope) {
    switch (condition) {
      case EnclosedExpr enclosed -> declare(enclosed.getInner(), outcome, scope);
      case UnaryExpr not when not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT ->
          declare(not.getExpression(), !outcome, scope);
      case BinaryExpr both when isDecidedBy(both, outcome) -> {
        declare(both.getLeft(), outcome, scope);
        declare(both.getRight(), outcome, scope);
      }
      case InstanceOfExpr test when outcome -> declareAll(test, scope);
      default -> {}
    }
  }

  /** Both operands come out alike if a conjunction is true, or a disjunction false. */
  private static boolean isDecidedBy(BinaryExpr node, boolean outcome) {
    return node.getOperator() == (outcome ? BinaryExpr.Operator.AND : BinaryExpr.Operator.OR);
  }

  private void declareAll(InstanceOfExpr test, Scope scope) {
    test.getPattern().ifPresent(pattern -> declareAll(pattern, scope));
  }

  /** Declares the variables of a pattern that has matched. */
  void declareAll(Expression pattern, Scope scope) {
    for (TypePatternExpr inner : pattern.findAll(TypePatternExpr.class)) {
      Variable variable = variables.get(inner);
      if (variable != null) {
        scope.declare(inner.getNameAsString(), variable);
      }
    }
  }

  /** What a branch leaves behind: where one side does not go on, the other has been taken. */
  void declareAfter(IfStmt node, Scope scope) {
    if (leaves(node.getThenStmt())) {
      declare(node.getCondition(), false, scope);
    }
    if (node.getElseStmt().filter(PatternScopes::leaves).isPresent()) {
      declare(node.getCondition(), true, scope);
    }
  }

  /** What a loop leaves behind that only its condition ends. */
  void declareAfter(Expression condition, Statement body, Scope scope) {
    if (body.findFirst(BreakStmt.class).isEmpty()) {
      declare(condition, false, scope);
    }
  }

  /** Whether control certainly does not run past a statement. */
  private static boolean leaves(Statement node) {
    return switch (node) {
      case ReturnStmt _, ThrowStmt _, BreakStmt _, ContinueStmt _, YieldStmt _ -> true;
      case BlockStmt block ->
          !block.isEmpty() && leaves(block.getStatements().getLast().orElseThrow());
      case IfStmt branch ->
          leaves(branch.getThenStmt())
              && branch.getElseStmt().filter(PatternScopes::leaves).isPresent();
      default -> false;
    };
  }
}
