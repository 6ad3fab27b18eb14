package dev.adjoint.processor.bind;

import com.github.javaparser.ast.expr.SwitchExpr;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * {@code switch} expressions with whole statements in their arms, wherever an expression may stand.
 * Each becomes a function of its own, which is part of its caller like that of a lambda: so its
 * statements run where the value is asked for, after all that stands to the left of it.
 */
final class SwitchFunctions {
  private final MethodContext context;

  SwitchFunctions(MethodContext context) {
    this.context = context;
  }

  /** The value of a {@code switch}, each arm converted to one type. */
  Typed bind(SwitchExpr node, TypeMirror type, Scope scope) {
    BoundMethod function =
        context.functions().lambda(node, scope, name -> function(name, node, type, scope));
    return Typed.of(
        new BoundExpression.FunctionCall(
            function.id(), List.of(), function.returnType(), context.range(node)),
        type);
  }

  /** What its arms yield by themselves; nothing if it is a {@code switch} of another kind. */
  List<Typed> values(SwitchExpr node, Scope scope) {
    List<Typed> values = new ArrayList<>();
    MethodContext inside = context.inside(context.types().untyped());
    new StatementBinder(inside).switches().bindOpen(node, values, scope);
    return values;
  }

  private BoundMethod function(String name, SwitchExpr node, TypeMirror type, Scope scope) {
    MethodContext inside = context.inside(type);
    StatementBinder binder = new StatementBinder(inside);
    SourceRange source = context.range(node);
    Local chosen = new Local("chosen", inside.types().irType(type), source);
    List<BoundStatement> chooses = binder.switches().bindValue(node, chosen, type, scope);
    List<BoundStatement> statements = new ArrayList<>(binder.temporaries());
    statements.addAll(chooses);
    statements.add(
        new BoundStatement.Return(new BoundExpression.LocalRead(chosen, source), source));
    BoundStatement.Block body = new BoundStatement.Block(statements, source);
    return FunctionCalls.part(name, node, List.of(), chosen.type(), body, inside);
  }
}
