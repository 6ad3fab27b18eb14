package dev.adjoint.processor.bind;

import dev.adjoint.processor.ir.Problem;
import dev.adjoint.processor.source.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A typed, resolved statement. Every jump names its target. */
public sealed interface BoundStatement {

  SourceRange source();

  /** {@code { … }}; also any statement sequence the binder makes up. */
  record Block(List<BoundStatement> statements, SourceRange source) implements BoundStatement {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  /** {@code T local = initializer;}, one variable each. */
  record Declaration(Local local, @Nullable BoundExpression initializer, SourceRange source)
      implements BoundStatement {}

  /** {@code expression;}. */
  record Evaluate(BoundExpression expression, SourceRange source) implements BoundStatement {}

  /** {@code if (condition) … else …}. */
  record If(
      BoundExpression condition,
      BoundStatement thenStatement,
      @Nullable BoundStatement elseStatement,
      SourceRange source)
      implements BoundStatement {}

  /** {@code while (condition) body}. */
  record While(
      JumpTarget target, BoundExpression condition, BoundStatement body, SourceRange source)
      implements BoundStatement {}

  /** {@code do body while (condition);}. */
  record DoWhile(
      JumpTarget target, BoundStatement body, BoundExpression condition, SourceRange source)
      implements BoundStatement {}

  /**
   * {@code for (initializers; condition; updates) body}.
   *
   * @param plan which states the reverse sweep computes again; {@code null} if it does not
   */
  record For(
      JumpTarget target,
      List<BoundStatement> initializers,
      @Nullable BoundExpression condition,
      List<BoundExpression> updates,
      BoundStatement body,
      @Nullable Plan plan,
      SourceRange source)
      implements BoundStatement {
    public For {
      initializers = List.copyOf(initializers);
      updates = List.copyOf(updates);
    }

    /** A loop without a plan. */
    public For(
        JumpTarget target,
        List<BoundStatement> initializers,
        @Nullable BoundExpression condition,
        List<BoundExpression> updates,
        BoundStatement body,
        SourceRange source) {
      this(target, initializers, condition, updates, body, null, source);
    }
  }

  /**
   * The arguments of {@code Autograd.checkpoint(steps, schedule)}; reading them has no effect.
   *
   * @param steps how many iterations there are at most
   */
  record Plan(BoundExpression steps, BoundExpression schedule) {}

  /** {@code for (T local : array) body}; the array is evaluated once. */
  record ForEach(
      JumpTarget target,
      Local local,
      BoundExpression array,
      BoundStatement body,
      SourceRange source)
      implements BoundStatement {}

  /**
   * A {@code switch} statement of either form; with arrows the binder ends each body with a {@code
   * Break}, so all cases fall through alike.
   */
  record Switch(JumpTarget target, BoundExpression selector, List<Case> cases, SourceRange source)
      implements BoundStatement {
    public Switch {
      cases = List.copyOf(cases);
    }
  }

  /**
   * One group of case labels with its statements.
   *
   * @param labels constants of the selector's type
   * @param isDefault whether {@code default} is among the labels
   */
  record Case(
      List<BoundExpression.Literal> labels, boolean isDefault, List<BoundStatement> statements) {
    public Case {
      labels = List.copyOf(labels);
      statements = List.copyOf(statements);
    }
  }

  /** A labelled statement that is no loop, to which {@code break} may lead. */
  record Labeled(JumpTarget target, BoundStatement body, SourceRange source)
      implements BoundStatement {}

  /** {@code break;}. */
  record Break(JumpTarget target, SourceRange source) implements BoundStatement {}

  /** {@code continue;}. */
  record Continue(JumpTarget target, SourceRange source) implements BoundStatement {}

  /** {@code return value;}. */
  record Return(@Nullable BoundExpression value, SourceRange source) implements BoundStatement {}

  /** {@code throw exception;}. */
  record Throw(BoundExpression exception, SourceRange source) implements BoundStatement {}

  /** {@code try (var _ = Autograd.noGrad()) body}: what the body computes carries no derivative. */
  record NoGrad(BoundStatement body, SourceRange source) implements BoundStatement {}

  /**
   * A statement the compiler cannot differentiate.
   *
   * @param reads locals whose values flow into it
   * @param writes locals that it may assign
   * @param returns whether it may return from the method
   * @param text the user's text
   */
  record Unsupported(
      Problem problem,
      List<Local> reads,
      List<Local> writes,
      boolean returns,
      String text,
      SourceRange source)
      implements BoundStatement {
    public Unsupported {
      reads = List.copyOf(reads);
      writes = List.copyOf(writes);
    }
  }
}
