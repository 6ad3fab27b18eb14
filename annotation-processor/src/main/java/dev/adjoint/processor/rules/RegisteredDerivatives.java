package dev.adjoint.processor.rules;

import dev.adjoint.processor.ir.JavaMember;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the derivatives of methods that are not scalar primitives are found. */
@FunctionalInterface
public interface RegisteredDerivatives {

  /**
   * The static methods registered as the vector-Jacobian product of {@code member}, one for each
   * operand (receiver first), {@code null} for an operand without one; empty where none is
   * registered at all.
   */
  Optional<List<@Nullable RegisteredProduct>> of(JavaMember member);

  /** The same, for code generated into a package: what it may call. */
  default RegisteredDerivatives visibleFrom(String packageName) {
    return this;
  }

  /** What an earlier compilation generated for {@code member}, if it is differentiable. */
  default Optional<GeneratedDerivative> generated(JavaMember member) {
    return Optional.empty();
  }

  /** What {@code member} does to the arrays it is given, if an earlier compilation said so. */
  default GeneratedEffects effects(JavaMember member) {
    return GeneratedEffects.NONE;
  }

  /** Whether a member is declared to have a result that carries no derivative. */
  default boolean isConstant(JavaMember member) {
    return false;
  }
}
