/**
 * Builds derivative functions from a primal function.
 *
 * <p>Comes in: a primal {@link dev.adjoint.processor.ir.IrFunction}, its activity, and the rules.
 * Goes out: the joint adjoint (forward sweep, {@code Turn}, reverse sweep) or the tangent function.
 * The reverse sweep reads forward values as if they were all at hand; whether each is kept or
 * recomputed is decided later, in {@code storage}. The reverse of a region is the region reversed:
 * branches mirror branches, loops mirror loops, and adjoints are values in SSA form like any other.
 * A loop with a plan is an exception: its reverse runs segments of iterations again, each followed
 * by the segment's adjoint, a function whose storage is assigned before it becomes part of the
 * loop.
 */
@NullMarked
package dev.adjoint.processor.differentiate;

import org.jspecify.annotations.NullMarked;
