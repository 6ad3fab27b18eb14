/**
 * Smaller functions with the same meaning: folding, algebra, value numbering, dead code. A function
 * comes in and a function goes out; floating-point results are kept to the bit unless a rule says
 * otherwise.
 */
@NullMarked
package dev.adjoint.processor.simplify;

import org.jspecify.annotations.NullMarked;
