package dev.adjoint.processor.rules;

import static dev.adjoint.processor.rules.RuleExpression.GRADIENT;
import static dev.adjoint.processor.rules.RuleExpression.RESULT;
import static dev.adjoint.processor.rules.RuleExpression.number;
import static dev.adjoint.processor.rules.RuleExpression.operand;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Operator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PoleTest {
  private static final RuleExpression X = operand(0);
  private static final RuleExpression Y = operand(1);

  @Test
  void methodsHaveTheirPolesWhereTheirSlopeIsInfinite() {
    Map<String, RuleExpression> poles = new TreeMap<>();
    for (ScalarRule rule : ScalarRules.methods()) {
      for (int i = 0; i < rule.formulas().size(); i++) {
        String key = rule.key().replaceFirst("java.lang.Math.(\\w+).*", "$1") + " " + i;
        rule.pole(i).ifPresent(pole -> poles.put(key, pole.denominator()));
      }
    }
    RuleExpression leg = RuleExpression.function("sqrt", number(1).minus(X.times(X)));
    assertEquals(
        new TreeMap<>(
            Map.of(
                "acos 0", leg,
                "asin 0", leg,
                "cbrt 0", RESULT,
                "log 0", X,
                "log10 0", X,
                "log1p 0", X.plus(number(1)),
                "pow 0", X,
                "sqrt 0", RESULT)),
        poles);
  }

  @Test
  void aQuotientHasItWhereTheDivisorIsZero() {
    ScalarRule quotient = ScalarRules.of(Operator.DIV).orElseThrow();
    assertEquals(Optional.of(new Pole(Y)), quotient.pole(0));
    assertEquals(Optional.of(new Pole(Y)), quotient.pole(1));
    assertEquals(Optional.empty(), ScalarRules.of(Operator.MUL).orElseThrow().pole(0));
  }

  @Test
  void theGuardIsForAGradientOfZero() {
    RuleExpression formula = GRADIENT.over(Y);
    RuleExpression isUntouched =
        new RuleExpression.Operation(Operator.EQ, List.of(GRADIENT, number(0)));
    RuleExpression isPole = new RuleExpression.Operation(Operator.EQ, List.of(Y, number(0)));
    assertEquals(
        RuleExpression.choice(isUntouched, Operator.AND, isPole, number(0), formula),
        new Pole(Y).guarded(formula));
  }

  @Test
  void aSumOfASquareAndSomethingPositiveHasNone() {
    assertEquals(Optional.empty(), Pole.of(GRADIENT.over(X.times(X).plus(number(1)))));
    assertEquals(
        Optional.of(new Pole(X.times(Y).plus(number(1)))),
        Pole.of(GRADIENT.over(X.times(Y).plus(number(1)))));
    assertEquals(
        Optional.of(new Pole(X.times(X).plus(number(-1)))),
        Pole.of(GRADIENT.over(X.times(X).plus(number(-1)))));
    assertEquals(
        Optional.of(new Pole(X.times(X).plus(Y))), Pole.of(GRADIENT.over(X.times(X).plus(Y))));
  }
}
