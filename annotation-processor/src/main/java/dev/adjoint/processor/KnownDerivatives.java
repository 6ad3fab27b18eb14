package dev.adjoint.processor;

import dev.adjoint.processor.analyse.DerivativeLookup;
import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;
import dev.adjoint.processor.ir.ScalarType;
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

  /** A tensor without a registered product is an index or a mask, not something left out. */
  @Override
  public boolean carries(JavaMember member, int operand, IrType type) {
    return of(member) == Kind.REGISTERED && type instanceof ScalarType
        ? registered.of(member).orElseThrow().get(operand) != null
        : of(member).carries();
  }
}
