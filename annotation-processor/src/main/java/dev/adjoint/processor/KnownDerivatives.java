package dev.adjoint.processor;

import dev.adjoint.processor.analyse.DerivativeLookup;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.rules.RegisteredDerivatives;
import dev.adjoint.processor.rules.ScalarRule;
import dev.adjoint.processor.rules.ScalarRules;
import java.util.Optional;

/** Answers activity's question with what the rules know. */
final class KnownDerivatives implements DerivativeLookup {
  private final RegisteredDerivatives registered;

  KnownDerivatives(RegisteredDerivatives registered) {
    this.registered = registered;
  }

  @Override
  public Kind of(JavaMember member) {
    Optional<ScalarRule> rule = ScalarRules.of(member);
    if (rule.isPresent()) {
      return rule.get().isPiecewiseConstant() ? Kind.ZERO_ALMOST_EVERYWHERE : Kind.EXPRESSION;
    }
    return registered.of(member).isPresent() ? Kind.REGISTERED : Kind.NONE;
  }
}
