package dev.adjoint.processor.rules;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.Operator;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which primitives the tables have a rule for. */
class RuleTablesTest {
  @ParameterizedTest
  @ValueSource(strings = {"java.lang.Math", "java.lang.StrictMath"})
  void strictFunctionsHaveTheRulesOfTheOthers(String owner) {
    ScalarRule rule = ScalarRules.of(JavaSources.call(owner, "sin", "double")).orElseThrow();
    assertEquals("java.lang.Math.sin(double)", rule.key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.lang.Double", "java.lang.Float"})
  void staticMethodsOfNumbersHaveTheRulesOfMath(String owner) {
    String type = owner.equals("java.lang.Double") ? "double" : "float";
    ScalarRule rule = ScalarRules.of(JavaSources.call(owner, "max", type, type)).orElseThrow();
    assertEquals("java.lang.Math.max(%s, %s)".formatted(type, type), rule.key());
    JavaMember instance = JavaSources.member(JavaMember.Kind.INSTANCE_METHOD, owner, "abs", type);
    assertEquals(Optional.empty(), ScalarRules.of(instance));
  }

  /** Those of {@code Math} on floating-point numbers, and {@code sum} of {@code Double}. */
  @ParameterizedTest
  @ValueSource(classes = {double.class, float.class})
  void eachMethodOfMathHasOneRow(Class<?> number) {
    Set<String> expected = new TreeSet<>();
    for (Method method : Math.class.getMethods()) {
      Class<?>[] parameters = method.getParameterTypes();
      if (method.getReturnType() == number && parameters.length > 0 && parameters[0] == number) {
        String types = Arrays.stream(parameters).map(Class::getName).collect(joining(", "));
        expected.add("java.lang.Math.%s(%s)".formatted(method.getName(), types));
      }
    }
    expected.add("java.lang.Math.sum(%s, %s)".formatted(number, number));
    List<String> rows =
        MathRules.rows().stream()
            .map(ScalarRule::key)
            .filter(key -> key.contains("(" + number))
            .sorted()
            .toList();
    assertEquals(List.copyOf(expected), rows);
  }

  @Test
  void theSumOfAStreamIsTheOnlyRowOfTheRuntime() {
    assertEquals(
        List.of("dev.adjoint.tape.CompensatedSum.of(double, double)"),
        RuntimeRules.rows().stream().map(ScalarRule::key).toList());
  }

  @Test
  void methodsOfOthersHaveNone() {
    assertEquals(Optional.empty(), ScalarRules.of(JavaSources.call("lib.Math", "sin", "double")));
    assertTrue(ScalarRules.isKnown("java.lang.Math.sin(double)"));
    assertFalse(ScalarRules.isKnown("lib.Math.sin(double)"));
  }

  @Test
  void theSumOfAStreamPassesTheDerivativeOfThePlainSum() {
    ScalarRule rule =
        ScalarRules.of(
                JavaSources.call("dev.adjoint.tape.CompensatedSum", "of", "double", "double"))
            .orElseThrow();
    assertEquals(Optional.of(RuleExpression.GRADIENT), rule.formula(0));
    assertEquals(Optional.empty(), rule.formula(1));
    assertFalse(ScalarRules.methods().contains(rule));
  }

  @ParameterizedTest
  @EnumSource(
      value = Operator.class,
      names = {"ADD", "SUB", "MUL", "DIV", "REM", "NEG"},
      mode = EnumSource.Mode.EXCLUDE)
  void operatorsOnOtherThanNumbersHaveNone(Operator operator) {
    assertEquals(Optional.empty(), ScalarRules.of(operator));
  }

  @Test
  void nothingIsRegisteredUnlessSaidOtherwise() {
    RegisteredDerivatives none = _ -> Optional.empty();
    JavaMember member = JavaSources.call("lib.Library", "of", "double");
    assertEquals(none, none.visibleFrom("app"));
    assertEquals(Optional.empty(), none.generated(member));
    assertEquals(GeneratedEffects.NONE, none.effects(member));
    assertFalse(none.isConstant(member));
    assertEquals(List.of(), GeneratedEffects.NONE.writes());
  }
}
