/**
 * Derivatives of primitives and of called methods. Scalar functions are one table of partial
 * derivatives, shared by reverse mode, forward mode, documentation and tests; registered
 * derivatives are found on the class path by their annotation.
 */
@NullMarked
package dev.adjoint.processor.rules;

import org.jspecify.annotations.NullMarked;
