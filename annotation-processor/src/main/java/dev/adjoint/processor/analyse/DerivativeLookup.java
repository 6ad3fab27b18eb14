package dev.adjoint.processor.analyse;

import dev.adjoint.processor.ir.IrType;
import dev.adjoint.processor.ir.JavaMember;

/** What is known of the derivatives of Java members. */
@FunctionalInterface
public interface DerivativeLookup {

  /** How a member is differentiated. */
  Kind of(JavaMember member);

  /**
   * Whether what flows into one operand of a member may flow out with a derivative other than 0.
   *
   * @param operand index among the operands, receiver first
   * @param type the operand's type
   */
  default boolean carries(JavaMember member, int operand, IrType type) {
    return of(member).carries();
  }

  /** Ways in which a member may have a derivative. */
  enum Kind {
    /** No derivative is known. */
    NONE,
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
      return this != NONE && this != ZERO_ALMOST_EVERYWHERE;
    }
  }
}
