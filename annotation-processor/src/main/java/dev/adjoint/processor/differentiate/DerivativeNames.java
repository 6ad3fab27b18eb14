package dev.adjoint.processor.differentiate;

import dev.adjoint.processor.ir.Value;

/** What derivative values are called, from the user's names. */
final class DerivativeNames {
  private DerivativeNames() {}

  /** {@code gradH} for {@code h}; empty for a temporary. */
  static String adjoint(Value primal) {
    String name = primal.name();
    return name.isEmpty() ? "" : "grad" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** {@code hTangent} for {@code h}; empty for a temporary. */
  static String tangent(Value primal) {
    return primal.name().isEmpty() ? "" : primal.name() + "Tangent";
  }
}
