package dev.adjoint.processor.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  @Test
  void everyMathMethodOnFloatingPointHasARowOrNoDerivative() {
    List<String> without = new ArrayList<>();
    for (var method : Math.class.getMethods()) {
      Class<?> result = method.getReturnType();
      Class<?>[] parameters = method.getParameterTypes();
      boolean isReal = result == double.class || result == float.class;
      if (isReal && parameters.length > 0 && parameters[0] == result) {
        List<String> types = Arrays.stream(parameters).map(Class::getName).toList();
        if (ScalarRules.of(member("java.lang.Math", method.getName(), types)).isEmpty()) {
          without.add(method.toString());
        }
      }
    }
    assertEquals(List.of(), without);
  }

  @Test
  void strictMathSharesTheRows() {
    assertTrue(
        ScalarRules.of(member("java.lang.StrictMath", "sin", List.of("double"))).isPresent());
  }

  @Test
  void conventionsAtKinksAreFinite() {
    assertEquals(0, partial("java.lang.Math.hypot(double, double)", 0, 0.0, 0.0));
    assertEquals(0, partial("java.lang.Math.atan2(double, double)", 1, 0.0, 0.0));
    assertEquals(0, partial("java.lang.Math.pow(double, double)", 0, 0.0, 0.0));
    assertEquals(0, partial("java.lang.Math.pow(double, double)", 1, 0.0, 2.0));
    assertEquals(0, partial("java.lang.Math.abs(double)", 0, 0.0));
    assertEquals(1, partial("java.lang.Math.max(double, double)", 0, 2.0, 2.0));
    assertEquals(0, partial("java.lang.Math.max(double, double)", 1, 2.0, 2.0));
  }

  private static double partial(String key, int operand, Double... operands) {
    ScalarRule rule =
        ScalarRules.methods().stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
    List<Double> x = List.of(operands);
    double result = FormulaEvaluation.call(key.substring(0, key.indexOf('(')), x);
    return new FormulaEvaluation(x, result).evaluate(rule.formula(operand).orElseThrow());
  }

  private static JavaMember member(String owner, String name, List<String> types) {
    return new JavaMember(
        JavaMember.Kind.STATIC_METHOD, owner, name, types, List.of(), JavaMember.Effects.PURE);
  }
}
