package dev.adjoint.processor.rules;

import static dev.adjoint.processor.rules.RuleExpression.GRADIENT;
import static dev.adjoint.processor.rules.RuleExpression.number;

import dev.adjoint.processor.ir.Operator;
import java.util.List;
import java.util.Optional;

/**
 * Where what a formula multiplies the gradient with may be infinite.
 *
 * @param denominator what is zero there
 */
public record Pole(RuleExpression denominator) {
  private static final RuleExpression ZERO = number(0);

  /** The pole of a formula; empty if it has none, or a convention for it. */
  static Optional<Pole> of(RuleExpression formula) {
    return switch (formula) {
      case RuleExpression.Operation(var operator, var operands) ->
          operator == Operator.DIV && !isPositive(operands.getLast())
              ? Optional.of(new Pole(factor(operands.getLast())))
              : first(operands);
      case RuleExpression.Function(var name, var arguments) ->
          name.equals("pow") ? Optional.of(new Pole(arguments.getFirst())) : Optional.empty();
      case RuleExpression.Choice choice -> {
        Optional<Pole> left = of(choice.ifTrue());
        Optional<Pole> found = left.isPresent() ? left : of(choice.ifFalse());
        yield found.filter(pole -> !pole.denominator().equals(choice.left()));
      }
      case RuleExpression.Gradient _,
          RuleExpression.Result _,
          RuleExpression.Operand _,
          RuleExpression.Literal _ ->
          Optional.empty();
    };
  }

  /** The formula, but zero at the pole where the gradient is zero as well. */
  public RuleExpression guarded(RuleExpression formula) {
    return RuleExpression.choice(
        isZero(GRADIENT), Operator.AND, isZero(denominator), ZERO, formula);
  }

  private static RuleExpression isZero(RuleExpression expression) {
    return new RuleExpression.Operation(Operator.EQ, List.of(expression, ZERO));
  }

  private static Optional<Pole> first(List<RuleExpression> operands) {
    return operands.stream().map(Pole::of).flatMap(Optional::stream).findFirst();
  }

  /** Whether it is a square and something positive. */
  private static boolean isPositive(RuleExpression expression) {
    return expression instanceof RuleExpression.Operation(var operator, var operands)
        && operator == Operator.ADD
        && isSquare(operands.getFirst())
        && operands.getLast() instanceof RuleExpression.Literal(double value)
        && value > 0;
  }

  private static boolean isSquare(RuleExpression expression) {
    return expression instanceof RuleExpression.Operation(var operator, var operands)
        && operator == Operator.MUL
        && operands.getFirst().equals(operands.getLast());
  }

  /** What is zero where a product with a literal, or a square, is. */
  private static RuleExpression factor(RuleExpression expression) {
    boolean isProduct =
        expression instanceof RuleExpression.Operation(var operator, var operands)
            && operator == Operator.MUL
            && (isSquare(expression) || operands.getLast() instanceof RuleExpression.Literal);
    return isProduct
        ? factor(((RuleExpression.Operation) expression).operands().getFirst())
        : expression;
  }
}
