package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.Optional;

/** Where the jumps inside a statement lead. */
final class Jumps {
  private Jumps() {}

  /** Whether control may leave a statement other than at its end, or by an exception. */
  static boolean leave(Statement statement) {
    return statement.stream().anyMatch(node -> isJump(node) && leads(node, statement));
  }

  private static boolean isJump(Node node) {
    return node instanceof ReturnStmt || node instanceof BreakStmt || node instanceof ContinueStmt;
  }

  /** Whether a jump leads out of the statement around it. Equal nodes need not be the same. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean leads(Node jump, Statement statement) {
    for (Node at = jump; ; at = at.getParentNode().orElseThrow()) {
      if (isBody(at) || isTarget(at, jump)) {
        return false;
      }
      if (at == statement) {
        return true;
      }
    }
  }

  /** Whether a node holds the body of something else than the method. */
  private static boolean isBody(Node node) {
    return node instanceof LambdaExpr
        || node instanceof TypeDeclaration<?>
        || node instanceof SwitchExpr
        || (node instanceof ObjectCreationExpr creation
            && creation.getAnonymousClassBody().isPresent());
  }

  private static boolean isTarget(Node node, Node jump) {
    return switch (jump) {
      case BreakStmt exit -> isTarget(node, exit.getLabel(), true);
      case ContinueStmt exit -> isTarget(node, exit.getLabel(), false);
      default -> false;
    };
  }

  private static boolean isTarget(Node node, Optional<SimpleName> label, boolean isBreak) {
    if (label.isPresent()) {
      return node instanceof LabeledStmt labeled && labeled.getLabel().equals(label.get());
    }
    return isLoop(node) || (isBreak && node instanceof SwitchStmt);
  }

  private static boolean isLoop(Node node) {
    return node instanceof ForStmt
        || node instanceof ForEachStmt
        || node instanceof WhileStmt
        || node instanceof DoStmt;
  }
}
