package dev.adjoint.tests.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a call on a tensor is written in a formula: as an operator, or as a function of it. */
final class TensorCalls {
  private static final Map<String, String> COMPARISONS =
      Map.of(
          "eq",
          "==",
          "ne",
          "!=",
          "lt",
          "<",
          "le",
          "<=",
          "gt",
          ">",
          "ge",
          ">=",
          "logicalAnd",
          "and",
          "logicalOr",
          "or");

  private static final String NOT = "not(";

  private TensorCalls() {}

  static Formula formula(Formula self, String name, List<Formula> arguments) {
    return switch (arguments.size()) {
      case 0 -> unary(self, name);
      case 1 -> binary(self, name, arguments.getFirst());
      default -> function(self, name, arguments);
    };
  }

  private static Formula unary(Formula self, String name) {
    return switch (name) {
      case "neg" -> Formula.negated(self);
      case "square" -> Formula.infix(self, "^", Formula.atom("2"), Formula.POWER);
      case "reciprocal" -> Formula.infix(Formula.atom("1"), "/", self, Formula.PRODUCT);
      case "logicalNot" -> Formula.call("not", List.of(self));
      default -> Formula.call(name, List.of(self));
    };
  }

  private static Formula binary(Formula self, String name, Formula other) {
    return switch (name) {
      case "add" -> Formula.infix(self, "+", other, Formula.SUM);
      case "sub" -> Formula.infix(self, "-", other, Formula.SUM);
      case "rsub" -> Formula.infix(other, "-", self, Formula.SUM);
      case "mul" -> product(self, other);
      case "div" -> other.isNumber("1") ? self : Formula.infix(self, "/", other, Formula.PRODUCT);
      case "pow" -> Formula.infix(self, "^", other, Formula.POWER);
      case "to" -> self;
      default ->
          COMPARISONS.containsKey(name)
              ? Formula.infix(self, COMPARISONS.get(name), other, Formula.COMPARISON)
              : function(self, name, List.of(other));
    };
  }

  private static Formula product(Formula self, Formula other) {
    if (other.isNumber("0")) {
      return other;
    }
    return other.isNumber("1") ? self : Formula.infix(self, "*", other, Formula.PRODUCT);
  }

  /** {@code where(condition, first, second)}; a negated condition exchanges them. */
  static Formula choice(Formula condition, Formula first, Formula second) {
    String text = condition.text();
    if (text.startsWith(NOT)) {
      Formula positive = Formula.atom(text.substring(NOT.length(), text.length() - 1));
      return Formula.call("where", List.of(positive, second, first));
    }
    return Formula.call("where", List.of(condition, first, second));
  }

  private static Formula function(Formula self, String name, List<Formula> arguments) {
    if (name.equals("maskedFill")) {
      return choice(arguments.get(0), arguments.get(1), self);
    }
    List<Formula> all = new ArrayList<>(List.of(self));
    all.addAll(arguments);
    return Formula.call(name, all);
  }
}
