package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.ir.ScalarType;
import dev.adjoint.processor.ir.Value;
import dev.adjoint.processor.source.SourceRange;
import java.util.function.Supplier;

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
   */
  void whileLoop(String name, BoundExpression condition, Runnable body, SourceRange source) {
    Supplier<Value> test = () -> expressions.value(condition);
    if (SideEffects.areIn(condition, summaries)) {
      lower(name, new LoopAttempt.Carried(test.get(), test), body, source);
    } else {
      lower(name, new LoopAttempt.Evaluated(test), body, source);
    }
  }

  /** {@code do body while (condition);}: the outcome is carried, at first {@code true}. */
  void doWhile(BoundExpression condition, Runnable body, SourceRange source) {
    Value first = point.at(source).constant(true, ScalarType.BOOLEAN);
    Supplier<Value> test = () -> expressions.value(condition);
    lower("do", new LoopAttempt.Carried(first, test), body, source);
  }

  /**
   * Lowers a loop, again as long as array variables turn out to be bound to other arrays at the end
   * of an iteration than at its start.
   */
  private void lower(String name, LoopAttempt.Test test, Runnable body, SourceRange source) {
    LoopArrays arrays = new LoopArrays();
    LoopAttempt attempt = new LoopAttempt(point, test, source, arrays);
    while (!attempt.lower(body)) {
      attempt = new LoopAttempt(point, test, source, arrays);
    }
    attempt.finish(name);
  }
}
