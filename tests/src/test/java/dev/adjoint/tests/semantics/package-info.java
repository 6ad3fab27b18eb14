/**
 * The engine's behaviour, as recorded from small Python programs and re-expressed in Java.
 *
 * <p>One method per recorded program, grouped by topic; each writes to a {@link
 * dev.adjoint.tests.semantics.Console} what the program prints, and {@link
 * dev.adjoint.tests.semantics.SemanticsTest} compares the two texts.
 */
@NullMarked
package dev.adjoint.tests.semantics;

import org.jspecify.annotations.NullMarked;
