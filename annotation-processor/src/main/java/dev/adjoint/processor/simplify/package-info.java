/**
 * Smaller functions with the same meaning: folding, algebra, value numbering, dead code, invariants
 * of loops. A function comes in and a function goes out, primal, tangent or adjoint.
 *
 * <p>Invariants: what the primal computes is kept to the bit; the reverse sweep, everything after
 * the turn, may round differently. Effects stay, in their order. Nothing that may throw, and
 * nothing that was to be differentiated yet, moves to where it was not run before. A pass that
 * finds nothing yields the function itself, and of what it changes it keeps the operations and
 * regions that stay the same: comparing with the function before takes no time.
 */
@NullMarked
package dev.adjoint.processor.simplify;

import org.jspecify.annotations.NullMarked;
