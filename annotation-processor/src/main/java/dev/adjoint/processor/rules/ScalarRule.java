package dev.adjoint.processor.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The derivative of one scalar primitive: a row of {@link ScalarRules}.
 *
 * @param key the primitive: a method as {@code java.lang.Math.sin(double)} or an operator's symbol
 * @param formulas the formula for each operand; {@code null} for one that carries no derivative, an
 *     {@code int} say
 * @param isPiecewiseConstant whether the derivative is zero wherever it exists
 * @param convention what the formula gives where the derivative does not exist; empty where it
 *     exists everywhere the primitive is defined
 */
public record ScalarRule(
    String key,
    List<@Nullable RuleExpression> formulas,
    boolean isPiecewiseConstant,
    String convention) {

  public ScalarRule {
    formulas = Collections.unmodifiableList(new ArrayList<>(formulas));
  }

  /** The formula for one operand, empty where no derivative passes it. */
  public Optional<RuleExpression> formula(int operand) {
    return Optional.ofNullable(formulas.get(operand));
  }

  /** Where the formula for one operand may multiply with infinity. */
  public Optional<Pole> pole(int operand) {
    return formula(operand).flatMap(Pole::of);
  }
}
