package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.CallOp;
import dev.adjoint.processor.ir.JavaMember;

/** What is known of the derivatives of Java members. */
@FunctionalInterface
public interface DerivativeLookup {

  /** How a member is differentiated. */
  Kind of(JavaMember member);

  /**
   * Whether what flows into one operand of a use may flow out with a derivative other than 0.
   *
   * @param operand index among the operands, receiver first
   */
  default boolean carries(CallOp.Invoke invoke, int operand) {
    return of(invoke.member()).carries();
  }

  /** Whether an operand of a use has a derivative, be it 0, wherever the result has one. */
  default boolean alwaysCarries(CallOp.Invoke invoke, int operand) {
    return carries(invoke, operand);
  }

  /** Ways in which a member may have a derivative. */
  enum Kind {
    /** No derivative is known. */
    NONE,
    /** The result is declared to carry no derivative. */
    CONSTANT,
    /** A formula of the scalar rules. */
    EXPRESSION,
    /** Constant between jumps: the formula is 0. */
    ZERO_ALMOST_EVERYWHERE,
    /** A registered method computes it. */
    REGISTERED,
    /** The dynamic graph records it. */
    ISLAND;

    /** Whether what flows into the member may flow out with a derivative other than 0. */
    public boolean carries() {
      return this != NONE && this != CONSTANT && this != ZERO_ALMOST_EVERYWHERE;
    }
  }
}
