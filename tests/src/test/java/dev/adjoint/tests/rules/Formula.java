package dev.adjoint.tests.rules;

import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import java.util.List;

/**
 * A formula in text form.
 *
 * @param text as one writes it
 * @param binding how tightly its outermost operator binds; see the constants
 */
record Formula(String text, int binding) {
  static final int CHOICE = 0;
  static final int COMPARISON = 1;
  static final int SUM = 2;
  static final int PRODUCT = 3;
  static final int POWER = 4;
  static final int ATOM = 5;

  static Formula atom(String text) {
    return new Formula(text, ATOM);
  }

  /** {@code left symbol right}, with the parentheses it takes. */
  static Formula infix(Formula left, String symbol, Formula right, int binding) {
    boolean isLeftAlike = binding == SUM || binding == PRODUCT;
    boolean isRightAlike = symbol.equals("+") || symbol.equals("*");
    return new Formula(
        left.inside(isLeftAlike ? binding : binding + 1)
            + (binding == POWER ? symbol : " " + symbol + " ")
            + right.insideRight(isRightAlike ? binding : binding + 1),
        binding);
  }

  /** {@code -operand}. */
  static Formula negated(Formula operand) {
    return new Formula("-" + operand.inside(PRODUCT), PRODUCT);
  }

  /** {@code name(arguments)}. */
  static Formula call(String name, List<Formula> arguments) {
    return atom(
        name + "(" + String.join(", ", arguments.stream().map(Formula::text).toList()) + ")");
  }

  /** How tightly an operator of Java binds. */
  static int binding(Operator operator) {
    return switch (operator) {
      case PLUS, MINUS -> SUM;
      case MULTIPLY, DIVIDE, REMAINDER -> PRODUCT;
      default -> COMPARISON;
    };
  }

  /** Whether it is this number. */
  boolean isNumber(String number) {
    return text.equals(number) || text.equals(number + ".0");
  }

  private String inside(int least) {
    return binding < least ? "(" + text + ")" : text;
  }

  private String insideRight(int least) {
    return least > SUM && text.startsWith("-") ? "(" + text + ")" : inside(least);
  }
}
