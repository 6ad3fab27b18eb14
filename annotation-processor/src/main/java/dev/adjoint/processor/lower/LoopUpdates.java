package dev.adjoint.processor.lower;

import dev.adjoint.processor.bind.BoundExpression;
import dev.adjoint.processor.bind.BoundStatement;
import dev.adjoint.processor.bind.Local;
import dev.adjoint.processor.bind.Place;
import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.ir.ScalarType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The update clause of a {@code for} loop that is left early, when no update may run. */
final class LoopUpdates {
  private LoopUpdates() {}

  /**
   * Whether one update too many after an early exit goes unnoticed: it assigns only variables that
   * the loop itself declares, and computing it has no effect and cannot fail.
   */
  static boolean areUnseenOutside(BoundStatement.For loop) {
    Set<Local> own =
        loop.initializers().stream()
            .filter(BoundStatement.Declaration.class::isInstance)
            .map(initializer -> ((BoundStatement.Declaration) initializer).local())
            .collect(Collectors.toSet());
    return loop.updates().stream().allMatch(update -> isUnseen(update, own));
  }

  /** The updates as statements. */
  static List<BoundStatement> statements(BoundStatement.For loop) {
    return loop.updates().stream()
        .<BoundStatement>map(update -> new BoundStatement.Evaluate(update, update.source()))
        .toList();
  }

  private static boolean isUnseen(BoundExpression update, Set<Local> own) {
    return switch (update) {
      case BoundExpression.Increment(Place.LocalPlace(var local), _, _, _) -> own.contains(local);
      case BoundExpression.Assignment(Place.LocalPlace(var local), var value, _) ->
          own.contains(local) && isHarmless(value);
      case BoundExpression.CompoundAssignment(
              Place.LocalPlace(var local),
              var operator,
              var value,
              var type,
              _) ->
          own.contains(local) && cannotFail(operator, type) && isHarmless(value);
      default -> false;
    };
  }

  private static boolean isHarmless(BoundExpression expression) {
    return switch (expression) {
      case BoundExpression.Literal _, BoundExpression.LocalRead _ -> true;
      case BoundExpression.Convert convert -> isHarmless(convert.operand());
      case BoundExpression.Operation operation ->
          operation.type() instanceof ScalarType type
              && cannotFail(operation.operator(), type)
              && operation.operands().stream().allMatch(LoopUpdates::isHarmless);
      default -> false;
    };
  }

  private static boolean cannotFail(Operator operator, ScalarType type) {
    boolean divides = operator == Operator.DIV || operator == Operator.REM;
    return !divides || type.isFloatingPoint();
  }
}
