/**
 * From bound syntax to the intermediate representation.
 *
 * <p>Comes in: bound methods. {@link dev.adjoint.processor.lower.HeapObjects} puts objects that
 * recursion hands on into arrays; {@link dev.adjoint.processor.lower.ExitNormalization} turns early
 * exits, switches and enhanced loops into branches, indexed loops and boolean locals; {@link
 * dev.adjoint.processor.lower.EffectSummaries} finds which array parameters each method may write;
 * {@link dev.adjoint.processor.lower.MethodLowering} makes structured SSA of the result. Goes out:
 * {@link dev.adjoint.processor.ir.IrFunction}. Invariants: side effects happen in Java's evaluation
 * order; every array variable is resolved to one array and a row in it, so that aliases share
 * versions; where that is impossible the use of the variable is an unsupported operation. No syntax
 * node survives this stage.
 */
@NullMarked
package dev.adjoint.processor.lower;

import org.jspecify.annotations.NullMarked;
