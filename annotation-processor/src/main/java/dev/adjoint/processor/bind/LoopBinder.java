package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.adjoint.processor.diagnostics.DiagnosticCode;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Loops, and the labels that jumps name. */
final class LoopBinder {
  private final MethodContext context;
  private final ExpressionBinder expressions;
  private final StatementBinder statements;

  LoopBinder(MethodContext context, ExpressionBinder expressions, StatementBinder statements) {
    this.context = context;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** A labelled statement; a labelled loop is the loop itself under that name. */
  BoundStatement bind(LabeledStmt node, Scope scope) {
    List<String> labels = new ArrayList<>();
    Statement body = node;
    while (body instanceof LabeledStmt labeled) {
      labels.add(labeled.getLabel().asString());
      body = labeled.getStatement();
    }
    return switch (body) {
      case WhileStmt loop -> bind(loop, labels, scope);
      case DoStmt loop -> bind(loop, labels, scope);
      case ForStmt loop -> bind(loop, labels, scope);
      case ForEachStmt loop -> bind(loop, labels, scope);
      default -> bindLabeled(node, labels, body, scope);
    };
  }

  private BoundStatement bindLabeled(
      LabeledStmt node, List<String> labels, Statement body, Scope scope) {
    JumpTarget target = new JumpTarget(labels.getFirst());
    return new BoundStatement.Labeled(
        target, statements.bindBody(body, named(labels, target, scope)), context.range(node));
  }

  private static Scope named(List<String> labels, JumpTarget target, Scope scope) {
    Scope inner = scope;
    for (String label : labels) {
      inner = inner.labeled(label, target);
    }
    return inner;
  }

  private static JumpTarget target(List<String> labels, String kind) {
    return new JumpTarget(labels.isEmpty() ? kind : labels.getFirst());
  }

  private BoundStatement bindBody(
      Statement body, List<String> labels, JumpTarget target, Scope scope) {
    return statements.bindBody(body, named(labels, target, scope).loop(target));
  }

  BoundStatement bind(WhileStmt node, List<String> labels, Scope scope) {
    JumpTarget target = target(labels, "while");
    BoundExpression condition = expressions.bindCondition(node.getCondition(), scope);
    Scope inner = context.patterns().when(node.getCondition(), true, scope);
    BoundStatement body = bindBody(node.getBody(), labels, target, inner);
    context.patterns().declareAfter(node.getCondition(), node.getBody(), scope);
    return new BoundStatement.While(target, condition, body, context.range(node));
  }

  BoundStatement bind(DoStmt node, List<String> labels, Scope scope) {
    JumpTarget target = target(labels, "do");
    BoundStatement body = bindBody(node.getBody(), labels, target, scope);
    BoundExpression condition = expressions.bindCondition(node.getCondition(), scope);
    context.patterns().declareAfter(node.getCondition(), node.getBody(), scope);
    return new BoundStatement.DoWhile(target, body, condition, context.range(node));
  }

  BoundStatement bind(ForStmt node, List<String> labels, Scope scope) {
    JumpTarget target = target(labels, "for");
    Scope inner = scope.child();
    List<BoundStatement> initializers = new ArrayList<>();
    for (Expression initializer : node.getInitialization()) {
      initializers.addAll(statements.bindExpression(initializer, inner));
    }
    BoundExpression condition =
        node.getCompare().map(test -> expressions.bindCondition(test, inner)).orElse(null);
    node.getCompare().ifPresent(test -> context.patterns().declare(test, true, inner));
    List<BoundExpression> updates =
        node.getUpdate().stream()
            .map(update -> expressions.bind(update, inner).expression())
            .toList();
    BoundStatement body = bindBody(node.getBody(), labels, target, inner);
    return new BoundStatement.For(
        target, initializers, condition, updates, body, context.range(node));
  }

  BoundStatement bind(ForEachStmt node, List<String> labels, Scope scope) {
    Typed array = expressions.bind(node.getIterable(), scope);
    BoundStatement.Plan plan = ScheduledLoop.plan(array);
    if (plan != null) {
      return scheduled(node, labels, plan, scope);
    }
    JumpTarget target = target(labels, "for");
    if (!(context.types().irType(array.type()) instanceof IrType.Array)) {
      ValueLoop loop = ValueLoop.of(context, array, context.range(node));
      if (loop != null) {
        return loop.over(target, element -> values(node, labels, target, element, scope));
      }
      return statements.opaque(
          node,
          DiagnosticCode.ADJ0405.problem(
              "for over a collection", "Loop over an array, or over indices"),
          scope);
    }
    TypeMirror component = component(array.type());
    TypeMirror declared = context.resolver().resolve(node.getVariable().getVariable(0).getType());
    return declared == null || context.types().types().isSameType(component, declared)
        ? direct(node, labels, target, array, scope, component)
        : converting(node, labels, target, array, scope, declared);
  }

  private BoundStatement scheduled(
      ForEachStmt node, List<String> labels, BoundStatement.Plan plan, Scope scope) {
    TypeMirror declared = context.resolver().resolve(node.getVariable().getVariable(0).getType());
    if (declared == null || !(context.types().irType(declared) instanceof ScalarType)) {
      return statements.opaque(
          node,
          DiagnosticCode.ADJ0405.problem("a step that is an object", "Declare the step as int"),
          scope);
    }
    JumpTarget target = target(labels, "for");
    Scope inner = scope.child();
    Local step = declare(node, declared, inner);
    ScheduledLoop loop = new ScheduledLoop(context, plan, step, context.range(node));
    return loop.over(target, bindBody(node.getBody(), labels, target, inner), declared);
  }

  /** The type of the elements of an array or a list. */
  private static TypeMirror component(TypeMirror type) {
    return type instanceof ArrayType array
        ? array.getComponentType()
        : ((DeclaredType) type).getTypeArguments().getFirst();
  }

  private BoundStatement direct(
      ForEachStmt node,
      List<String> labels,
      JumpTarget target,
      Typed array,
      Scope scope,
      TypeMirror component) {
    Scope inner = scope.child();
    Local local = declare(node, component, inner);
    BoundStatement body = bindBody(node.getBody(), labels, target, inner);
    return new BoundStatement.ForEach(target, local, array.expression(), body, context.range(node));
  }

  private BoundStatement values(
      ForEachStmt node, List<String> labels, JumpTarget target, Typed element, Scope scope) {
    TypeMirror named = context.resolver().resolve(node.getVariable().getVariable(0).getType());
    TypeMirror declared = named == null ? element.type() : named;
    Scope inner = scope.child();
    Local local = declare(node, declared, inner);
    BoundExpression value = context.conversions().convert(element, declared).expression();
    SourceRange source = context.range(node.getVariable());
    BoundStatement body = bindBody(node.getBody(), labels, target, inner);
    return new BoundStatement.Block(
        List.of(new BoundStatement.Declaration(local, value, source), body), body.source());
  }

  /** The element is converted before the user's variable gets it. */
  private BoundStatement converting(
      ForEachStmt node,
      List<String> labels,
      JumpTarget target,
      Typed array,
      Scope scope,
      TypeMirror declared) {
    SourceRange source = context.range(node.getVariable());
    TypeMirror component = component(array.type());
    Local element = new Local("element", context.types().irType(component), source);
    Scope inner = scope.child();
    Local local = declare(node, declared, inner);
    Typed read = Typed.of(new BoundExpression.LocalRead(element, source), component);
    BoundStatement declaration =
        new BoundStatement.Declaration(
            local, context.conversions().convert(read, declared).expression(), source);
    BoundStatement body = bindBody(node.getBody(), labels, target, inner);
    return new BoundStatement.ForEach(
        target,
        element,
        array.expression(),
        new BoundStatement.Block(List.of(declaration, body), body.source()),
        context.range(node));
  }

  private Local declare(ForEachStmt node, TypeMirror type, Scope scope) {
    String name = node.getVariable().getVariable(0).getNameAsString();
    Local local = VariableBinder.local(context, name, type, node.getVariable());
    scope.declare(name, Variable.of(local, type));
    return local;
  }
}
