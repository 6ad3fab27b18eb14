package dev.adjoint.processor.rules;

import static dev.adjoint.processor.rules.RuleExpression.GRADIENT;
import static dev.adjoint.processor.rules.RuleExpression.RESULT;
import static dev.adjoint.processor.rules.RuleExpression.function;
import static dev.adjoint.processor.rules.RuleExpression.operand;

import dev.adjoint.processor.ir.Operator;
import java.util.List;
import java.util.Optional;

/** Derivatives of Java's arithmetic operators on {@code double} and {@code float}. */
final class OperatorRules {
  private static final RuleExpression X = operand(0);
  private static final RuleExpression Y = operand(1);

  private static final ScalarRule ADD = rule(Operator.ADD, GRADIENT, GRADIENT);
  private static final ScalarRule SUB = rule(Operator.SUB, GRADIENT, GRADIENT.negated());
  private static final ScalarRule MUL = rule(Operator.MUL, GRADIENT.times(Y), GRADIENT.times(X));
  private static final ScalarRule DIV =
      rule(Operator.DIV, GRADIENT.over(Y), GRADIENT.over(Y).times(RESULT).negated());
  private static final ScalarRule NEG = rule(Operator.NEG, GRADIENT.negated());

  // x % y = x - n * y with the integer n = (x - x % y) / y, up to rounding
  private static final ScalarRule REM =
      new ScalarRule(
          Operator.REM.symbol(),
          List.of(GRADIENT, GRADIENT.times(function("rint", X.minus(RESULT).over(Y))).negated()),
          false,
          "at the jumps, that of the piece the result belongs to");

  private OperatorRules() {}

  /** The rule of an operator on floating-point operands; empty where it yields no such value. */
  static Optional<ScalarRule> of(Operator operator) {
    return switch (operator) {
      case ADD -> Optional.of(ADD);
      case SUB -> Optional.of(SUB);
      case MUL -> Optional.of(MUL);
      case DIV -> Optional.of(DIV);
      case REM -> Optional.of(REM);
      case NEG -> Optional.of(NEG);
      case EQ, NE, LT, LE, GT, GE, NOT, AND, OR, XOR, COMPLEMENT, SHL, SHR, USHR ->
          Optional.empty();
    };
  }

  private static ScalarRule rule(Operator operator, RuleExpression... formulas) {
    return new ScalarRule(operator.symbol(), List.of(formulas), false, "");
  }
}
