/**
 * What is told to the user. Findings of every stage come in, compiler messages at the exact line
 * and column go out; each code is an enum constant with severity, text and remedy.
 */
@NullMarked
package dev.adjoint.processor.diagnostics;

import org.jspecify.annotations.NullMarked;
