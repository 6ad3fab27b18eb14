package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.source.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Boolean locals that say which jumps were taken. Flags are set freely while statements are
 * rewritten; those that no condition came to test are removed at the end.
 */
final class Flags {
  private final Map<Jump, Local> locals = new HashMap<>();
  private final Set<Local> tested = new HashSet<>();

  /** The flag of a jump. */
  Local of(Jump jump) {
    return locals.computeIfAbsent(
        jump, _ -> new Local(jump.kind().flagName(), ScalarType.BOOLEAN, SourceRange.NONE));
  }

  BoundStatement declare(Jump jump, SourceRange source) {
    return new BoundStatement.Declaration(of(jump), literal(false, source), source);
  }

  BoundStatement set(Jump jump, SourceRange source) {
    Place flag = new Place.LocalPlace(of(jump));
    var assignment = new BoundExpression.Assignment(flag, literal(true, source), source);
    return new BoundStatement.Evaluate(assignment, source);
  }

  /** {@code !f0 && !f1 && … && condition}, or as much of it as there is. */
  BoundExpression noneOf(Set<Jump> jumps, @Nullable BoundExpression condition, SourceRange source) {
    BoundExpression all = null;
    for (Jump jump : jumps) {
      all = and(all, untaken(jump, source), source);
    }
    boolean isAlways = Completion.isAlways(condition);
    if (all == null) {
      return condition == null ? literal(true, source) : condition;
    }
    return isAlways || condition == null ? all : and(all, condition, source);
  }

  private BoundExpression untaken(Jump jump, SourceRange source) {
    Local flag = of(jump);
    tested.add(flag);
    return new BoundExpression.Operation(
        Operator.NOT,
        List.of(new BoundExpression.LocalRead(flag, source)),
        ScalarType.BOOLEAN,
        source);
  }

  private static BoundExpression and(
      @Nullable BoundExpression left, BoundExpression right, SourceRange source) {
    return left == null ? right : new BoundExpression.ShortCircuit(true, left, right, source);
  }

  private static BoundExpression literal(boolean value, SourceRange source) {
    return new BoundExpression.Literal(value, ScalarType.BOOLEAN, source);
  }

  /** {@code statements} without what sets flags that nothing tests. */
  List<BoundStatement> prune(List<BoundStatement> statements) {
    List<BoundStatement> kept = new ArrayList<>();
    for (BoundStatement statement : statements) {
      if (!isUntested(assigned(statement))) {
        kept.add(prune(statement));
      }
    }
    return kept;
  }

  private BoundStatement prune(BoundStatement statement) {
    return switch (statement) {
      case BoundStatement.Block(var statements, var source) ->
          new BoundStatement.Block(prune(statements), source);
      case BoundStatement.If(var condition, var onTrue, var onFalse, var source) ->
          new BoundStatement.If(
              condition, prune(onTrue), onFalse == null ? null : prune(onFalse), source);
      case BoundStatement.While(var target, var condition, var body, var source) ->
          new BoundStatement.While(target, condition, prune(body), source);
      case BoundStatement.DoWhile(var target, var body, var condition, var source) ->
          new BoundStatement.DoWhile(target, prune(body), condition, source);
      case BoundStatement.For loop ->
          new BoundStatement.For(
              loop.target(),
              loop.initializers(),
              loop.condition(),
              loop.updates(),
              prune(loop.body()),
              loop.plan(),
              loop.source());
      case BoundStatement.NoGrad(var body, var source) ->
          new BoundStatement.NoGrad(prune(body), source);
      case BoundStatement.Unsupported(
              var problem,
              var reads,
              var writes,
              var returns,
              var text,
              var source) -> {
        List<Local> kept = writes.stream().filter(local -> !isUntested(local)).toList();
        yield new BoundStatement.Unsupported(problem, reads, kept, returns, text, source);
      }
      case BoundStatement.Declaration _, BoundStatement.Evaluate _, BoundStatement.Throw _ ->
          statement;
      case BoundStatement.ForEach _,
          BoundStatement.Switch _,
          BoundStatement.Labeled _,
          BoundStatement.Break _,
          BoundStatement.Continue _,
          BoundStatement.Return _ ->
          throw new IllegalStateException("exit left in a normalised body: " + statement);
    };
  }

  private boolean isUntested(@Nullable Local local) {
    return locals.containsValue(local) && !tested.contains(local);
  }

  private static @Nullable Local assigned(BoundStatement statement) {
    return switch (statement) {
      case BoundStatement.Declaration declaration -> declaration.local();
      case BoundStatement.Evaluate(
              BoundExpression.Assignment(Place.LocalPlace(var local), _, _),
              _) ->
          local;
      default -> null;
    };
  }
}
