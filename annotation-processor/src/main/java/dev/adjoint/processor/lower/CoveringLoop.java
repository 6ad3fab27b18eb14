package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code for (int i = 0; i < q.length; i++) c[i] = q[i].clone();}: a loop that puts a new row into
 * each place of an array. Whatever its rows were shared with before, they are its own afterwards.
 *
 * @param array the array that gets the rows
 * @param bound the array up to whose length the loop counts
 */
record CoveringLoop(Local array, Local bound) {

  /** {@code null} if a loop is none such. */
  static @Nullable CoveringLoop of(BoundStatement.For loop) {
    Local index = index(loop);
    Local bound = index == null ? null : bound(loop.condition(), index);
    if (index == null || bound == null || isAssigned(index, loop.body())) {
      return null;
    }
    List<BoundStatement> statements =
        loop.body() instanceof BoundStatement.Block block
            ? block.statements()
            : List.of(loop.body());
    for (BoundStatement statement : statements) {
      Local array = replaced(statement, index);
      if (array != null) {
        return new CoveringLoop(array, bound);
      }
    }
    return null;
  }

  /** Forgets what the rows of the array were shared with before the loop. */
  void apply(ProgramPoint point) {
    Environment variables = point.variables();
    if (variables.binding(array) instanceof Binding.ArrayPath path
        && path.isWhole()
        && variables.binding(bound) instanceof Binding.ArrayPath counted
        && counted.isWhole()
        && point.indices().areAsLong(path.location(), counted.location())) {
      variables.share(
          variables.sharedRows().stream()
              .filter(shared -> !isRow(shared.one(), path) && !isRow(shared.other(), path))
              .toList());
    }
  }

  private static boolean isRow(Binding.ArrayPath path, Binding.ArrayPath array) {
    return path.location() == array.location() && !path.isWhole();
  }

  /** The variable that counts up from 0. */
  private static @Nullable Local index(BoundStatement.For loop) {
    boolean isSimple = loop.initializers().size() == 1 && loop.updates().size() == 1;
    return isSimple
            && loop.initializers().getFirst() instanceof BoundStatement.Declaration first
            && first.initializer() instanceof BoundExpression.Literal(var start, _, _)
            && Integer.valueOf(0).equals(start)
            && loop.updates().getFirst() instanceof BoundExpression.Increment step
            && step.isIncrement()
            && isIndex(step.target(), first.local())
        ? first.local()
        : null;
  }

  private static @Nullable Local bound(@Nullable BoundExpression condition, Local index) {
    return condition instanceof BoundExpression.Operation test
            && test.operator() == Operator.LT
            && isRead(test.operands().getFirst(), index)
            && test.operands().getLast() instanceof BoundExpression.ArrayLength length
            && length.array() instanceof BoundExpression.LocalRead read
        ? read.local()
        : null;
  }

  private static boolean isRead(BoundExpression expression, Local local) {
    return expression instanceof BoundExpression.LocalRead read && read.local().equals(local);
  }

  private static boolean isIndex(Place place, Local index) {
    return place instanceof Place.LocalPlace(var local) && local.equals(index);
  }

  private static boolean isAssigned(Local index, BoundStatement body) {
    List<Place> targets = new ArrayList<>();
    BoundTree.expressions(
        body,
        expression -> {
          switch (expression) {
            case BoundExpression.Assignment assignment -> targets.add(assignment.target());
            case BoundExpression.CompoundAssignment update -> targets.add(update.target());
            case BoundExpression.Increment step -> targets.add(step.target());
            default -> {}
          }
        });
    return targets.stream().anyMatch(target -> isIndex(target, index));
  }

  /** The array into which a statement puts a new row at the index. */
  private static @Nullable Local replaced(BoundStatement statement, Local index) {
    return statement instanceof BoundStatement.Evaluate evaluate
            && evaluate.expression() instanceof BoundExpression.Assignment assignment
            && assignment.target() instanceof Place.ElementPlace place
            && place.type() instanceof IrType.Array row
            && row.rank() == 1
            && isRead(place.index(), index)
            && place.array() instanceof BoundExpression.LocalRead array
            && isNew(assignment.value())
        ? array.local()
        : null;
  }

  /** Whether an expression always yields an array that nothing else refers to. */
  private static boolean isNew(BoundExpression value) {
    return switch (value) {
      case BoundExpression.NewArray _,
          BoundExpression.ArrayLiteral _,
          BoundExpression.ArrayCopy _ ->
          true;
      case BoundExpression.MemberCall call -> ArrayMembers.isCopy(call) || RowsMembers.isNew(call);
      default -> false;
    };
  }
}
