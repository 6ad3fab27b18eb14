package dev.adjoint.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.ir.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every formula of the table against central differences of the method it belongs to. */
class ScalarRulesTest {
  private static final double STEP = 1e-6;
  private static final List<Double> ANYWHERE = List.of(-2.3, -0.7, 0.4, 1.9);

  /** Points inside the domain, where a method is not defined or not smooth everywhere. */
  private static final Map<String, List<Double>> POINTS =
      Map.of(
          "log", List.of(0.3, 1.0, 4.5),
          "log10", List.of(0.3, 1.0, 4.5),
          "log1p", List.of(-0.6, 0.3, 4.5),
          "sqrt", List.of(0.3, 1.0, 4.5),
          "asin", List.of(-0.8, 0.1, 0.6),
          "acos", List.of(-0.8, 0.1, 0.6),
          "pow", List.of(0.4, 1.0, 2.5));

  static Stream<ScalarRule> methods() {
    return ScalarRules.methods().stream();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void formulaAgreesWithCentralDifferences(ScalarRule rule) {
    String name = rule.key().substring(0, rule.key().indexOf('('));
    List<Double> points = POINTS.getOrDefault(name.substring(15), ANYWHERE);
    int arity = rule.key().split(",").length;
    Function<List<Double>, Double> primitive = x -> FormulaEvaluation.call(name, x);
    for (List<Double> operands : combinations(points, arity)) {
      boolean isEmptyRange = name.endsWith("clamp") && operands.get(1) > operands.get(2);
      if (!isEmptyRange) {
        check(rule, operands, primitive);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Operator.class,
      names = {"ADD", "SUB", "MUL", "DIV", "REM", "NEG"})
  void operatorFormulaAgreesWithCentralDifferences(Operator operator) {
    ScalarRule rule = ScalarRules.of(operator).orElseThrow();
    int arity = operator.isUnary() ? 1 : 2;
    for (List<Double> operands : combinations(List.of(-2.3, -0.7, 0.45, 1.9), arity)) {
      check(
          rule,
          operands,
          x ->
              FormulaEvaluation.apply(
                  operator, x.stream().mapToDouble(Double::doubleValue).toArray()));
    }
  }

  // Equal operands are where selections tie and remainders jump: the conventions' own tests.
  private static void check(
      ScalarRule rule, List<Double> operands, Function<List<Double>, Double> primitive) {
    if (operands.stream().distinct().count() < operands.size()) {
      return;
    }
    FormulaEvaluation evaluation = new FormulaEvaluation(operands, primitive.apply(operands));
    for (int i = 0; i < operands.size(); i++) {
      int operand = i;
      if (rule.formula(i).isEmpty()) {
        continue;
      }
      double expected =
          (primitive.apply(moved(operands, operand, STEP))
                  - primitive.apply(moved(operands, operand, -STEP)))
              / (2 * STEP);
      double actual = evaluation.evaluate(rule.formula(i).get());
      assertEquals(
          expected, actual, 1e-6 * Math.max(1, Math.abs(expected)), rule.key() + operands + i);
    }
  }

  private static List<Double> moved(List<Double> operands, int index, double step) {
    List<Double> moved = new ArrayList<>(operands);
    moved.set(index, moved.get(index) + step);
    return moved;
  }

  private static List<List<Double>> combinations(List<Double> points, int arity) {
    List<List<Double>> all = List.of(List.of());
    for (int i = 0; i < arity; i++) {
      all =
          all.stream()
              .flatMap(
                  prefix ->
                      points.stream()
                          .map(p -> Stream.concat(prefix.stream(), Stream.of(p)).toList()))
              .toList();
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abs      | 0.0           | 0",
        "atan2    | 0.0, 0.0      | 0, 0",
        "clamp    | 1.0, 1.0, 2.0 | 1, 0, 0",
        "clamp    | 2.0, 1.0, 2.0 | 1, 0, 0",
        "clamp    | 1.0, 1.0, 1.0 | 1, 0, 0",
        "clamp    | 0.5, 1.0, 1.0 | 0, 1, 0",
        "clamp    | 1.5, 1.0, 1.0 | 0, 0, 1",
        "copySign | 0.0, -1.0     | 0, 0",
        "copySign | 2.0, -1.0     | -1, 0",
        "copySign | -2.0, -1.0    | 1, 0",
        "floor    | 2.0           | 0",
        "hypot    | 0.0, 0.0      | 0, 0",
        "max      | 2.0, 2.0      | 1, 0",
        "max      | 2.0, 3.0      | 0, 1",
        "min      | 2.0, 2.0      | 1, 0",
        "min      | 3.0, 2.0      | 0, 1",
        "pow      | 0.0, 0.0      | 0, 0",
        "pow      | 0.0, 2.0      | 0, 0",
        "pow      | 0.0, 1.0      | 1, 0",
        "pow      | 2.0, 0.0      | 0, 0.6931471805599453",
        "pow      | -3.0, 2.0     | -6, NaN",
        "IEEEremainder | 3.0, 2.0 | 1, -2"
      })
  void conventionsAtKinks(String method, String operands, String partials) {
    List<Double> x = numbers(operands);
    String key = "java.lang.Math." + method + "(double";
    ScalarRule rule =
        ScalarRules.methods().stream()
            .filter(row -> row.key().startsWith(key))
            .findFirst()
            .orElseThrow();
    var evaluation =
        new FormulaEvaluation(x, FormulaEvaluation.call("java.lang.Math." + method, x));
    for (int i = 0; i < x.size(); i++) {
      assertEquals(
          numbers(partials).get(i), evaluation.evaluate(rule.formula(i).orElseThrow()), method + i);
    }
  }

  private static List<Double> numbers(String text) {
    return Stream.of(text.split(", ")).map(Double::valueOf).toList();
  }
}
