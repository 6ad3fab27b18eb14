/**
 * The expression IR: structured SSA with regions and array versions.
 *
 * <p>Comes in from {@code lower}; every later stage maps {@link
 * dev.adjoint.processor.ir.IrFunction} to {@code IrFunction}. Everything is immutable. Invariants,
 * checked by {@link dev.adjoint.processor.ir.IrVerifier}:
 *
 * <ul>
 *   <li>a value is defined once and used only where its definition dominates the use;
 *   <li>a region of a mirroring branch or reverse loop may also use what the mirrored region
 *       defines, meaning the value it had in the execution that is being reversed;
 *   <li>an array version is not read after it was superseded, in program order (mirrored uses
 *       aside);
 *   <li>exits other than {@code throw} are gone: no break, continue or early return.
 * </ul>
 *
 * <p>Knows nothing of parsing, types of javac, or printing of Java.
 */
@NullMarked
package dev.adjoint.processor.ir;

import org.jspecify.annotations.NullMarked;
