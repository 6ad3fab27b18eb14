package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.JumpTarget;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a statement can end.
 *
 * @param isNormal whether the statement after it may be reached
 * @param jumps the jumps out of it, in order of appearance
 */
record Completion(boolean isNormal, Set<Jump> jumps) {
  private static final Completion NORMAL = new Completion(true, Set.of());

  static Completion of(BoundStatement statement) {
    return switch (statement) {
      case BoundStatement.Block block -> ofAll(block.statements());
      case BoundStatement.Declaration _, BoundStatement.Evaluate _ -> NORMAL;
      case BoundStatement.If branch ->
          of(branch.thenStatement())
              .or(branch.elseStatement() == null ? NORMAL : of(branch.elseStatement()));
      case BoundStatement.While loop -> ofLoop(loop.target(), loop.condition(), loop.body());
      case BoundStatement.DoWhile loop -> ofDoWhile(loop);
      case BoundStatement.For loop -> ofLoop(loop.target(), loop.condition(), loop.body());
      case BoundStatement.ForEach loop ->
          of(loop.body()).or(NORMAL).without(Jump.continueOf(loop.target())).caught(loop.target());
      case BoundStatement.Switch choice -> ofSwitch(choice);
      case BoundStatement.Labeled labeled -> of(labeled.body()).caught(labeled.target());
      case BoundStatement.Break jump -> by(Jump.breakOf(jump.target()));
      case BoundStatement.Continue jump -> by(Jump.continueOf(jump.target()));
      case BoundStatement.Return _ -> by(Jump.RETURN);
      case BoundStatement.Throw _ -> new Completion(false, Set.of());
      case BoundStatement.NoGrad scope -> of(scope.body());
      case BoundStatement.Unsupported unsupported ->
          unsupported.returns() ? NORMAL.or(by(Jump.RETURN)) : NORMAL;
    };
  }

  /** How a sequence can end. */
  static Completion ofAll(List<BoundStatement> statements) {
    Completion all = NORMAL;
    for (BoundStatement statement : statements) {
      Completion next = of(statement);
      all = new Completion(next.isNormal, union(all.jumps, next.jumps));
      if (!all.isNormal) {
        break;
      }
    }
    return all;
  }

  /** Whether a condition is the constant {@code true}, given or left out. */
  static boolean isAlways(@Nullable BoundExpression condition) {
    return condition == null
        || (condition instanceof BoundExpression.Literal literal
            && Boolean.TRUE.equals(literal.value()));
  }

  private static Completion by(Jump jump) {
    return new Completion(false, Set.of(jump));
  }

  private static Completion ofLoop(
      JumpTarget target, @Nullable BoundExpression condition, BoundStatement body) {
    return new Completion(!isAlways(condition), of(body).jumps)
        .without(Jump.continueOf(target))
        .caught(target);
  }

  private static Completion ofDoWhile(BoundStatement.DoWhile loop) {
    Completion body = of(loop.body());
    Jump toTest = Jump.continueOf(loop.target());
    boolean isTested = body.isNormal || body.jumps.contains(toTest);
    return new Completion(isTested && !isAlways(loop.condition()), body.jumps)
        .without(toTest)
        .caught(loop.target());
  }

  private static Completion ofSwitch(BoundStatement.Switch choice) {
    boolean hasDefault = choice.cases().stream().anyMatch(BoundStatement.Case::isDefault);
    Completion all = hasDefault ? new Completion(false, Set.of()) : NORMAL;
    Completion last = NORMAL;
    for (BoundStatement.Case group : choice.cases()) {
      last = ofAll(group.statements());
      all = new Completion(all.isNormal, union(all.jumps, last.jumps));
    }
    return new Completion(all.isNormal || last.isNormal, all.jumps).caught(choice.target());
  }

  private Completion or(Completion other) {
    return new Completion(isNormal || other.isNormal, union(jumps, other.jumps));
  }

  private Completion without(Jump jump) {
    Set<Jump> others = new LinkedHashSet<>(jumps);
    others.remove(jump);
    return new Completion(isNormal, others);
  }

  /** A break out of {@code target} reaches the statement after it. */
  private Completion caught(JumpTarget target) {
    Jump exit = Jump.breakOf(target);
    return new Completion(isNormal || jumps.contains(exit), without(exit).jumps);
  }

  private static Set<Jump> union(Set<Jump> one, Set<Jump> other) {
    Set<Jump> both = new LinkedHashSet<>(one);
    both.addAll(other);
    return both;
  }
}
