package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A switch as a chain of branches on its selector. A group that falls through gets the statements
 * of the next one appended, so that each branch is complete in itself; breaks still lead to the
 * end.
 */
final class SwitchChain {
  private final BoundStatement.Switch choice;
  private final List<BoundStatement.Case> groups;

  private SwitchChain(BoundStatement.Switch choice) {
    this.choice = choice;
    this.groups = merged(choice.cases());
  }

  /** The statements that do what {@code choice} does. */
  static List<BoundStatement> of(BoundStatement.Switch choice) {
    return new SwitchChain(choice).statements();
  }

  private List<BoundStatement> statements() {
    List<BoundStatement> statements = new ArrayList<>();
    BoundExpression selector = promoted(choice.selector());
    if (!(selector instanceof BoundExpression.LocalRead)) {
      IrType type = Objects.requireNonNull(selector.type());
      Local local = new Local("selector", type, selector.source());
      statements.add(new BoundStatement.Declaration(local, selector, selector.source()));
      selector = new BoundExpression.LocalRead(local, selector.source());
    }
    statements.add(new BoundStatement.Labeled(choice.target(), chain(selector), choice.source()));
    return statements;
  }

  private BoundStatement chain(BoundExpression selector) {
    BoundStatement chain = null;
    for (int i = groups.size() - 1; i >= 0; i--) {
      if (groups.get(i).isDefault()) {
        chain = body(i);
      }
    }
    for (int i = groups.size() - 1; i >= 0; i--) {
      if (!groups.get(i).isDefault()) {
        BoundExpression isMatch = matches(selector, groups.get(i).labels());
        chain = new BoundStatement.If(isMatch, body(i), chain, choice.source());
      }
    }
    return chain == null ? new BoundStatement.Block(List.of(), choice.source()) : chain;
  }

  private BoundStatement body(int group) {
    List<BoundStatement> statements = new ArrayList<>();
    for (int i = group; i < groups.size() && Completion.ofAll(statements).isNormal(); i++) {
      statements.addAll(groups.get(i).statements());
    }
    return new BoundStatement.Block(statements, choice.source());
  }

  private BoundExpression matches(BoundExpression selector, List<BoundExpression.Literal> labels) {
    BoundExpression any = null;
    for (BoundExpression.Literal label : labels) {
      BoundExpression one =
          new BoundExpression.Operation(
              Operator.EQ, List.of(selector, promoted(label)), ScalarType.BOOLEAN, label.source());
      any = any == null ? one : new BoundExpression.ShortCircuit(false, any, one, label.source());
    }
    return Objects.requireNonNull(any, "a group without labels");
  }

  /** Java compares what is narrower than {@code int} as {@code int}. */
  private static BoundExpression promoted(BoundExpression expression) {
    boolean isNarrow = expression.type() instanceof ScalarType type && type != ScalarType.INT;
    return isNarrow
        ? new BoundExpression.Convert(expression, ScalarType.INT, expression.source())
        : expression;
  }

  /** Groups without statements of their own joined with the next: {@code case 0: case 1: …}. */
  private static List<BoundStatement.Case> merged(List<BoundStatement.Case> cases) {
    List<BoundStatement.Case> merged = new ArrayList<>();
    BoundStatement.Case pending = null;
    for (BoundStatement.Case group : cases) {
      BoundStatement.Case joined = join(pending, group);
      pending = joined.statements().isEmpty() ? joined : null;
      if (pending == null) {
        merged.add(joined);
      }
    }
    if (pending != null) {
      merged.add(pending);
    }
    return merged;
  }

  private static BoundStatement.Case join(
      BoundStatement.@Nullable Case first, BoundStatement.Case second) {
    if (first == null) {
      return second;
    }
    List<BoundExpression.Literal> labels = new ArrayList<>(first.labels());
    labels.addAll(second.labels());
    boolean isDefault = first.isDefault() || second.isDefault();
    return new BoundStatement.Case(labels, isDefault, second.statements());
  }
}
