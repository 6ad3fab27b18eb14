package dev.adjoint.tests.rules;

import dev.adjoint.processor.ir.Operator;
import dev.adjoint.processor.rules.RuleExpression;
import dev.adjoint.processor.rules.ScalarRule;
import dev.adjoint.processor.rules.ScalarRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rules of Java's operators and of {@code java.lang.Math}, from the compiler's table. */
final class ScalarFormulas {
  private static final List<String> OPERANDS = List.of("x", "y", "z");
  private static final String PACKAGE = "java.lang.";

  private ScalarFormulas() {}

  /** The one family that they make. */
  static RuleFamily family() {
    Stream<ScalarRule> operators =
        Arrays.stream(Operator.values()).flatMap(operator -> ScalarRules.of(operator).stream());
    List<Rule> rules =
        Stream.concat(operators, ScalarRules.methods().stream())
            .flatMap(rule -> rules(rule).stream())
            .toList();
    return new RuleFamily(
        "Numbers",
        "Java's operators on `double` and `float`, and `java.lang.Math`, by the compiler's table;"
            + " the operands are called `x`, `y`, `z` in their order. A tie of two numbers goes to"
            + " the first; PyTorch gives each half.",
        rules);
  }

  private static List<Rule> rules(ScalarRule rule) {
    List<Rule> rules = new ArrayList<>();
    for (int k = 0; k < rule.formulas().size(); k++) {
      int operand = k;
      rule.formula(k)
          .ifPresent(
              formula ->
                  rules.add(
                      new Rule(
                          "`" + name(rule) + "`",
                          OPERANDS.get(operand),
                          "`" + text(formula).text() + "`",
                          rule.convention())));
    }
    return rules;
  }

  private static String name(ScalarRule rule) {
    String key = rule.key();
    if (key.startsWith(PACKAGE)) {
      return key.substring(PACKAGE.length());
    }
    return rule.formulas().size() == 1 ? key + "x" : "x " + key + " y";
  }

  private static Formula text(RuleExpression expression) {
    return switch (expression) {
      case RuleExpression.Gradient _ -> Formula.atom("gradOutput");
      case RuleExpression.Result _ -> Formula.atom("result");
      case RuleExpression.Operand operand -> Formula.atom(OPERANDS.get(operand.index()));
      case RuleExpression.Literal literal -> Formula.atom(number(literal.value()));
      case RuleExpression.Operation operation -> operation(operation);
      case RuleExpression.Function function ->
          Formula.call(
              function.name(), function.arguments().stream().map(ScalarFormulas::text).toList());
      case RuleExpression.Choice choice ->
          new Formula(
              "%s %s %s ? %s : %s"
                  .formatted(
                      text(choice.left()).text(),
                      choice.comparison().symbol(),
                      text(choice.right()).text(),
                      text(choice.ifTrue()).text(),
                      text(choice.ifFalse()).text()),
              Formula.CHOICE);
    };
  }

  private static Formula operation(RuleExpression.Operation operation) {
    List<Formula> operands =
        IntStream.range(0, operation.operands().size())
            .mapToObj(k -> text(operation.operands().get(k)))
            .toList();
    if (operands.size() == 1) {
      return Formula.negated(operands.getFirst());
    }
    boolean isSum = operation.operator() == Operator.ADD || operation.operator() == Operator.SUB;
    return Formula.infix(
        operands.get(0),
        operation.operator().symbol(),
        operands.get(1),
        isSum ? Formula.SUM : Formula.PRODUCT);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
