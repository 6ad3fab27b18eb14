package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.parse.ParsedUnit;
import dev.adjoint.processor.source.SourceRange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Syntax outside the language, taken as a whole: which locals flow into it, which it may assign.
 * Where that is uncertain it errs towards more.
 */
final class OpaqueSyntax {
  private static final String LAMBDA = "a lambda expression";
  private static final String METHOD_REFERENCE = "a method reference";

  private final ParsedUnit unit;
  private final JavaTypes types;

  OpaqueSyntax(ParsedUnit unit, JavaTypes types) {
    this.unit = unit;
    this.types = types;
  }

  /** An expression of a known type. */
  Typed expression(Expression node, Problem problem, Scope scope, TypeMirror type) {
    return expression(node, problem, scope, type, unit.range(node));
  }

  /** An expression of which the context decides the type. */
  Typed untyped(Expression node, Problem problem, Scope scope) {
    return expression(node, problem, scope, types.untyped(), unit.range(node));
  }

  /** As {@link #untyped}, with the caret on a part of the expression. */
  Typed untypedAt(Expression node, Problem problem, Scope scope, SourceRange at) {
    return expression(node, problem, scope, types.untyped(), at);
  }

  /** A statement. */
  BoundStatement statement(Statement node, Problem problem, Scope scope, SourceRange at) {
    return new BoundStatement.Unsupported(
        problem, reads(node, scope), writes(node, scope), leaves(node), unit.text(node), at);
  }

  /** Whether an unsupported expression is one that stands for a function. */
  static boolean isFunction(BoundExpression.Unsupported expression) {
    List<String> arguments = expression.problem().arguments();
    boolean isFunction =
        !arguments.isEmpty()
            && (arguments.getFirst().equals(LAMBDA)
                || arguments.getFirst().equals(METHOD_REFERENCE));
    return isFunction || expression.problem().code().equals("ADJ0501");
  }

  /** How messages call a lambda or method reference. */
  static String functionKind(Expression node) {
    return node.isLambdaExpr() ? LAMBDA : METHOD_REFERENCE;
  }

  private Typed expression(
      Expression node, Problem problem, Scope scope, TypeMirror type, SourceRange at) {
    List<BoundExpression> operands =
        reads(node, scope).stream()
            .<BoundExpression>map(local -> new BoundExpression.LocalRead(local, unit.range(node)))
            .toList();
    IrType irType = type.getKind().isPrimitive() ? types.irType(type) : types.irResult(type);
    return Typed.of(
        new BoundExpression.Unsupported(
            problem, operands, writes(node, scope), irType, unit.text(node), at),
        type);
  }

  private static List<Local> reads(Node node, Scope scope) {
    Set<Local> found = new LinkedHashSet<>();
    node.walk(
        NameExpr.class,
        name -> {
          Variable variable = scope.find(name.getNameAsString());
          if (variable != null) {
            found.add(variable.local());
          }
        });
    return List.copyOf(found);
  }

  /** The locals of this scope that syntax may assign, or whose elements it may write. */
  List<Local> writes(Node node, Scope scope) {
    Set<Local> found = new LinkedHashSet<>();
    node.walk(AssignExpr.class, assign -> add(found, root(assign.getTarget()), scope));
    node.walk(
        UnaryExpr.class,
        unary -> {
          if (unary.getOperator().isPostfix() || isPrefixStep(unary)) {
            add(found, root(unary.getExpression()), scope);
          }
        });
    node.walk(
        NameExpr.class,
        name -> {
          if (mayHandOutArray(name, scope)) {
            add(found, name, scope);
          }
        });
    return List.copyOf(found);
  }

  private static boolean isPrefixStep(UnaryExpr unary) {
    return unary.getOperator() == UnaryExpr.Operator.PREFIX_INCREMENT
        || unary.getOperator() == UnaryExpr.Operator.PREFIX_DECREMENT;
  }

  private static void add(Set<Local> found, @Nullable NameExpr name, Scope scope) {
    Variable variable = name == null ? null : scope.find(name.getNameAsString());
    if (variable != null) {
      found.add(variable.local());
    }
  }

  private static @Nullable NameExpr root(Expression target) {
    return switch (target) {
      case NameExpr name -> name;
      case ArrayAccessExpr access -> root(access.getName());
      case EnclosedExpr enclosed -> root(enclosed.getInner());
      default -> null;
    };
  }

  private static boolean mayHandOutArray(NameExpr name, Scope scope) {
    Variable variable = scope.find(name.getNameAsString());
    if (variable == null || !(variable.local().type() instanceof IrType.Array)) {
      return false;
    }
    return switch (name.getParentNode().orElse(null)) {
      case ArrayAccessExpr access -> access.getIndex() == name;
      case FieldAccessExpr _, ForEachStmt _ -> false;
      case null, default -> true;
    };
  }

  /** Whether control may leave the statement other than at its end, or by an exception. */
  private static boolean leaves(Statement node) {
    return node.findAll(ReturnStmt.class).stream().anyMatch(jump -> isOwn(jump, node))
        || !node.findAll(BreakStmt.class).isEmpty()
        || !node.findAll(ContinueStmt.class).isEmpty();
  }

  private static boolean isOwn(Node jump, Node statement) {
    for (Node at = jump; at != statement; at = at.getParentNode().orElse(statement)) {
      boolean isBody =
          at instanceof LambdaExpr
              || at instanceof TypeDeclaration<?>
              || (at instanceof ObjectCreationExpr creation
                  && creation.getAnonymousClassBody().isPresent());
      if (isBody) {
        return false;
      }
    }
    return true;
  }
}
