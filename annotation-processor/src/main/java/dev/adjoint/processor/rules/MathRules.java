package dev.adjoint.processor.rules;

import static dev.adjoint.processor.rules.RuleExpression.GRADIENT;
import static dev.adjoint.processor.rules.RuleExpression.RESULT;
import static dev.adjoint.processor.rules.RuleExpression.choice;
import static dev.adjoint.processor.rules.RuleExpression.function;
import static dev.adjoint.processor.rules.RuleExpression.number;
import static dev.adjoint.processor.rules.RuleExpression.operand;

import dev.adjoint.processor.ir.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of the methods of {@code java.lang.Math}: one row a method. {@code
 * java.lang.StrictMath} and the like-named methods of {@code Double} and {@code Float} share them.
 *
 * <p>Formulas: any calculus text; the conventions at kinks are those of PyTorch, except that a tie
 * of {@code max} or {@code min} goes to the first argument.
 */
final class MathRules {
  private static final RuleExpression X = operand(0);
  private static final RuleExpression Y = operand(1);
  private static final RuleExpression ZERO = number(0);
  private static final RuleExpression ONE = number(1);

  private final List<ScalarRule> rows = new ArrayList<>();

  private MathRules() {}

  /** All rows, for {@code double} and, where the method exists, for {@code float}. */
  static List<ScalarRule> rows() {
    MathRules table = new MathRules();
    table.exponentials();
    table.trigonometric();
    table.hyperbolic();
    table.powers();
    for (String type : List.of("double", "float")) {
      table.selections(type);
      table.steps(type);
      table.neighbours(type);
    }
    return table.rows;
  }

  private void exponentials() {
    row("exp(double)", GRADIENT.times(RESULT));
    row("expm1(double)", GRADIENT.times(RESULT.plus(ONE)));
    row("log(double)", GRADIENT.over(X));
    row("log10(double)", GRADIENT.over(X.times(number(Math.log(10)))));
    row("log1p(double)", GRADIENT.over(X.plus(ONE)));
  }

  private void trigonometric() {
    row("sin(double)", GRADIENT.times(function("cos", X)));
    row("cos(double)", GRADIENT.times(function("sin", X)).negated());
    row("tan(double)", GRADIENT.times(RESULT.times(RESULT).plus(ONE)));
    RuleExpression leg = function("sqrt", ONE.minus(X.times(X)));
    row("asin(double)", GRADIENT.over(leg));
    row("acos(double)", GRADIENT.over(leg).negated());
    row("atan(double)", GRADIENT.over(X.times(X).plus(ONE)));
    RuleExpression square = X.times(X).plus(Y.times(Y));
    convention(
        "0 at the origin",
        "atan2(double, double)",
        choice(square, Operator.EQ, ZERO, ZERO, GRADIENT.times(Y.over(square))),
        choice(square, Operator.EQ, ZERO, ZERO, GRADIENT.times(X.over(square)).negated()));
    row("toRadians(double)", GRADIENT.times(number(Math.PI / 180)));
    row("toDegrees(double)", GRADIENT.times(number(180 / Math.PI)));
  }

  private void hyperbolic() {
    row("sinh(double)", GRADIENT.times(function("cosh", X)));
    row("cosh(double)", GRADIENT.times(function("sinh", X)));
    row("tanh(double)", GRADIENT.times(ONE.minus(RESULT.times(RESULT))));
  }

  private void powers() {
    row("sqrt(double)", GRADIENT.over(RESULT.times(number(2))));
    row("cbrt(double)", GRADIENT.over(RESULT.times(RESULT).times(number(3))));
    RuleExpression slope = Y.times(function("pow", X, Y.minus(ONE)));
    RuleExpression growth = RESULT.times(function("log", X));
    convention(
        "0 for the base where the exponent is 0, 0 for the exponent where the base is 0",
        "pow(double, double)",
        choice(Y, Operator.EQ, ZERO, ZERO, GRADIENT.times(slope)),
        choice(X, Operator.EQ, ZERO, ZERO, GRADIENT.times(growth)));
    convention(
        "0 at the origin",
        "hypot(double, double)",
        choice(RESULT, Operator.EQ, ZERO, ZERO, GRADIENT.times(X.over(RESULT))),
        choice(RESULT, Operator.EQ, ZERO, ZERO, GRADIENT.times(Y.over(RESULT))));
    convention(
        "at the jumps, that of the piece the result belongs to",
        "IEEEremainder(double, double)",
        GRADIENT,
        GRADIENT.times(function("rint", X.over(Y))).negated());
  }

  private void selections(String type) {
    String pair = "(" + type + ", " + type + ")";
    String triple = "(" + type + ", " + type + ", " + type + ")";
    convention("0 at 0", "abs(" + type + ")", GRADIENT.times(function("signum", X)));
    convention(
        "a tie goes to the first argument",
        "max" + pair,
        choice(X, Operator.GE, Y, GRADIENT, ZERO),
        choice(X, Operator.GE, Y, ZERO, GRADIENT));
    convention(
        "a tie goes to the first argument",
        "min" + pair,
        choice(X, Operator.LE, Y, GRADIENT, ZERO),
        choice(X, Operator.LE, Y, ZERO, GRADIENT));
    RuleExpression low = operand(1);
    RuleExpression high = operand(2);
    convention(
        "at a limit, that of the first argument",
        "clamp" + triple,
        choice(X, Operator.LT, low, ZERO, choice(X, Operator.GT, high, ZERO, GRADIENT)),
        choice(X, Operator.LT, low, GRADIENT, ZERO),
        choice(X, Operator.GT, high, GRADIENT, ZERO));
    row("fma" + triple, GRADIENT.times(Y), GRADIENT.times(X), GRADIENT);
    row("sum" + pair, GRADIENT, GRADIENT);
    convention(
        "0 where the magnitude is 0",
        "copySign" + pair,
        choice(X, Operator.EQ, ZERO, ZERO, GRADIENT.times(RESULT.over(X))),
        ZERO);
    row("scalb(" + type + ", int)", function("scalb", GRADIENT, operand(1)), null);
  }

  private void steps(String type) {
    for (String name : List.of("floor", "ceil", "rint", "signum", "ulp")) {
      boolean hasFloat = name.equals("signum") || name.equals("ulp");
      if (type.equals("double") || hasFloat) {
        rows.add(
            new ScalarRule(
                "java.lang.Math." + name + "(" + type + ")", List.of(ZERO), true, "0 at steps"));
      }
    }
  }

  private void neighbours(String type) {
    row("nextUp(" + type + ")", GRADIENT);
    row("nextDown(" + type + ")", GRADIENT);
    row("nextAfter(" + type + ", double)", GRADIENT, null);
  }

  private void row(String method, @Nullable RuleExpression... formulas) {
    convention("", method, formulas);
  }

  private void convention(String convention, String method, @Nullable RuleExpression... formulas) {
    rows.add(
        new ScalarRule("java.lang.Math." + method, Arrays.asList(formulas), false, convention));
  }
}
