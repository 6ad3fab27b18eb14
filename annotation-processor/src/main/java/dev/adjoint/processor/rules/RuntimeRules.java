package dev.adjoint.processor.rules;

import static dev.adjoint.processor.rules.RuleExpression.GRADIENT;

import java.util.Arrays;
import java.util.List;

/** Derivatives of what the compiler itself makes of library calls: methods of the runtime. */
final class RuntimeRules {
  private RuntimeRules() {}

  /** The sum of a stream: only the plain sum carries the derivative. */
  static List<ScalarRule> rows() {
    String sum = "dev.adjoint.tape.CompensatedSum.of(double, double)";
    return List.of(new ScalarRule(sum, Arrays.asList(GRADIENT, null), false, ""));
  }
}
