package dev.adjoint.processor.bind;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.parse.ParsedUnit;
import dev.adjoint.processor.source.SourceRange;
import java.util.Collection;
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
  private final ParsedUnit unit;
  private final JavaTypes types;

  OpaqueSyntax(ParsedUnit unit, JavaTypes types) {
    this.unit = unit;
    this.types = types;
  }

  /** An expression of which the context decides the type. */
  Typed untyped(Expression node, Problem problem, Scope scope) {
    return expression(node, problem, scope, types.untyped());
  }

  /** The like, of which the trouble is elsewhere. */
  Typed untyped(Expression node, Problem problem, Scope scope, SourceRange at) {
    TypeMirror type = types.untyped();
    return Typed.of(
        new BoundExpression.Unsupported(
            problem,
            asOperands(reads(node, scope), node),
            writes(node, scope),
            types.irResult(type),
            unit.text(node),
            at),
        type);
  }

  /** A statement. */
  BoundStatement statement(Statement node, Problem problem, Scope scope, SourceRange at) {
    return new BoundStatement.Unsupported(
        problem, reads(node, scope), writes(node, scope), Jumps.leave(node), unit.text(node), at);
  }

  /** A lambda or method reference: what it may assign is what calling it may assign. */
  Typed function(Expression node, Problem problem, Scope scope) {
    Typed untyped = untyped(node, problem, scope);
    return new Typed(untyped.expression(), untyped.type(), null, true);
  }

  /** A call of a function that assigns variables of this scope. */
  Typed callOf(Variable function, Expression node, Problem problem, Scope scope) {
    Set<Local> reads = new LinkedHashSet<>(reads(node, scope));
    reads.addAll(function.writes());
    return expression(node, problem, reads, function.writes(), types.untyped());
  }

  /** An expression that assigns variables of its own beside those of this scope. */
  Typed assigning(List<Local> own, Expression node, Problem problem, Scope scope, TypeMirror type) {
    Set<Local> writes = new LinkedHashSet<>(writes(node, scope));
    writes.addAll(own);
    return expression(node, problem, reads(node, scope), writes, type);
  }

  /** An expression of a known type. */
  Typed expression(Node node, Problem problem, Scope scope, TypeMirror type) {
    return expression(node, problem, reads(node, scope), writes(node, scope), type);
  }

  private Typed expression(
      Node node,
      Problem problem,
      Collection<Local> reads,
      Collection<Local> writes,
      TypeMirror type) {
    return Typed.of(
        new BoundExpression.Unsupported(
            problem,
            asOperands(reads, node),
            List.copyOf(writes),
            types.irResult(type),
            unit.text(node),
            unit.range(node)),
        type);
  }

  private List<BoundExpression> asOperands(Collection<Local> locals, Node node) {
    return locals.stream()
        .<BoundExpression>map(local -> new BoundExpression.LocalRead(local, unit.range(node)))
        .toList();
  }

  /** The locals of this scope that syntax reads or writes. */
  List<Local> reads(Node node, Scope scope) {
    Set<Local> found = new LinkedHashSet<>();
    node.walk(
        NameExpr.class,
        name -> {
          Variable variable = scope.find(name.getNameAsString());
          KnownFunction function = variable == null ? null : variable.function();
          if (function != null) {
            found.addAll(reads(function.node(), function.scope()));
          } else if (variable != null) {
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

  @SuppressWarnings("ReferenceEquality") // equal names stand in both places of a[a]
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
}
