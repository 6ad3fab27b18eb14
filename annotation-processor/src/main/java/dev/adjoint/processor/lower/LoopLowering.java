package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.ir.FlowOp;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lowers loops to carried values. */
final class LoopLowering {
  private final ProgramPoint point;
  private final ExpressionLowering expressions;
  private final EffectSummaries summaries;

  LoopLowering(ProgramPoint point, ExpressionLowering expressions, EffectSummaries summaries) {
    this.point = point;
    this.expressions = expressions;
    this.summaries = summaries;
  }

  /**
   * {@code while (condition) body}. A condition with effects is evaluated before the loop and at
   * the end of each iteration, and its outcome carried.
   *
   * @param name of the loop in printed IR
   * @param plan which states the reverse sweep computes again
   */
  void whileLoop(
      String name,
      BoundExpression condition,
      Runnable body,
      FlowOp.@Nullable Plan plan,
      SourceRange source) {
    Supplier<Value> test = () -> expressions.value(condition);
    boolean isCarried = SideEffects.areIn(condition, summaries);
    LoopAttempt.Test when =
        isCarried ? new LoopAttempt.Carried(test.get(), test) : new LoopAttempt.Evaluated(test);
    lower(new LoopAttempt.Kind(name, plan, source), when, body);
  }

  /** {@code do body while (condition);}: the outcome is carried, at first {@code true}. */
  void doWhile(BoundExpression condition, Runnable body, SourceRange source) {
    Value first = point.at(source).constant(true, ScalarType.BOOLEAN);
    Supplier<Value> test = () -> expressions.value(condition);
    lower(new LoopAttempt.Kind("do", null, source), new LoopAttempt.Carried(first, test), body);
  }

  /**
   * Lowers a loop, again as long as array variables turn out to be bound to other arrays at the end
   * of an iteration than at its start.
   */
  private void lower(LoopAttempt.Kind kind, LoopAttempt.Test test, Runnable body) {
    LoopArrays arrays = new LoopArrays();
    LoopObjects objects = new LoopObjects(point, kind.source());
    LoopAttempt attempt = new LoopAttempt(point, test, kind, arrays, objects);
    while (!attempt.lower(body)) {
      attempt = new LoopAttempt(point, test, kind, arrays, objects);
    }
    attempt.finish();
  }
}
