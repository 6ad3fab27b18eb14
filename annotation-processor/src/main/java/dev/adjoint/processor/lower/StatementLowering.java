package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lowers normalised statements in order; what follows a throw is dropped. */
final class StatementLowering {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;
  private final LoopLowering loops;

  StatementLowering(ProgramPoint point, ExpressionLowering expressions, EffectSummaries summaries) {
    this.point = point;
    this.expressions = expressions;
    this.loops = new LoopLowering(point, expressions, summaries);
  }

  /** Lowers statements up to their end or the first throw. */
  void all(List<BoundStatement> statements) {
    for (BoundStatement statement : statements) {
      if (point.variables().isExited()) {
        return;
      }
      one(statement);
    }
  }

  private void one(BoundStatement statement) {
    switch (statement) {
      case BoundStatement.Block block -> all(block.statements());
      case BoundStatement.Declaration declaration -> declaration(declaration);
      case BoundStatement.Evaluate evaluate -> expressions.effect(evaluate.expression());
      case BoundStatement.If branch -> branch(branch);
      case BoundStatement.While(_, var condition, var body, var source) ->
          loops.whileLoop("while", condition, () -> one(body), null, source);
      case BoundStatement.DoWhile(_, var body, var condition, var source) ->
          loops.doWhile(condition, () -> one(body), source);
      case BoundStatement.For loop -> forLoop(loop);
      case BoundStatement.Throw exit -> {
        Value exception = expressions.value(exit.exception());
        point.variables().leave(new FlowOp.Throw(exception, exit.source()));
      }
      case BoundStatement.NoGrad scope -> point.withoutGrad(() -> one(scope.body()));
      case BoundStatement.Unsupported unsupported -> expressions.calls().unsupported(unsupported);
      case BoundStatement.ForEach _,
          BoundStatement.Switch _,
          BoundStatement.Labeled _,
          BoundStatement.Break _,
          BoundStatement.Continue _,
          BoundStatement.Return _ ->
          throw new IllegalStateException("lowering: exit left in the body: " + statement);
    }
  }

  private void declaration(BoundStatement.Declaration declaration) {
    expressions
        .records()
        .locals(declaration.local())
        .forEach(local -> point.variables().bind(local, new Binding.Unassigned()));
    if (declaration.initializer() != null) {
      expressions.assignments().initialize(declaration.local(), declaration.initializer());
    }
  }

  private void branch(BoundStatement.If branch) {
    Value condition = expressions.value(branch.condition());
    BoundStatement onFalse = branch.elseStatement();
    expressions
        .branches()
        .statements(
            condition,
            branch.source(),
            () -> one(branch.thenStatement()),
            () -> all(onFalse == null ? List.of() : List.of(onFalse)));
  }

  private void forLoop(BoundStatement.For loop) {
    all(loop.initializers());
    BoundExpression condition =
        loop.condition() == null
            ? new BoundExpression.Literal(true, ScalarType.BOOLEAN, loop.source())
            : loop.condition();
    Runnable body =
        () -> {
          one(loop.body());
          if (!point.variables().isExited()) {
            loop.updates().forEach(expressions::effect);
          }
        };
    CoveringLoop covering = CoveringLoop.of(loop);
    Binding before = covering == null ? null : point.variables().binding(covering.array());
    loops.whileLoop("for", condition, body, plan(loop.plan()), loop.source());
    if (covering != null && point.variables().binding(covering.array()).equals(before)) {
      covering.apply(point);
    }
  }

  private FlowOp.@Nullable Plan plan(BoundStatement.@Nullable Plan plan) {
    return plan == null
        ? null
        : new FlowOp.Plan(expressions.value(plan.steps()), expressions.value(plan.schedule()));
  }
}
