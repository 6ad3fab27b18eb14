/**
 * What the generated text looks like. The folder {@code programs/texts} holds one program a feature
 * and, beside it, its generated class as it was last read by eye.
 */
@NullMarked
package dev.adjoint.tests.texts;

import org.jspecify.annotations.NullMarked;
