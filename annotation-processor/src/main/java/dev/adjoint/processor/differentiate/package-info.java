/**
 * From a primal function and its activity to the adjoint or tangent function. Active operations are
 * differentiated, all others are copied. What the reverse sweep reads of the forward one is named,
 * not yet stored.
 */
@NullMarked
package dev.adjoint.processor.differentiate;

import org.jspecify.annotations.NullMarked;
