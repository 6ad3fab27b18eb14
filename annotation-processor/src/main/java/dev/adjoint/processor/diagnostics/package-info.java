/**
 * What is told to the user. Findings of every stage come in ({@link
 * dev.adjoint.processor.diagnostics.Diagnostics}), compiler messages at the exact line and column
 * go out ({@link dev.adjoint.processor.diagnostics.Reporter}); each code is a constant of {@link
 * dev.adjoint.processor.diagnostics.DiagnosticCode} with severity, text and remedy.
 *
 * <p>Findings are collected first and printed at the end, once each, in order of position. Javac's
 * trees are used where the compiler is javac; elsewhere the position is part of the message.
 */
@NullMarked
package dev.adjoint.processor.diagnostics;

import org.jspecify.annotations.NullMarked;
