/**
 * The text of compilation units. The compiler's file objects come in; text, ranges of it, and the
 * mapping between offsets and lines go out. Positions are character offsets, so that tabs and
 * encodings cannot shift them.
 */
@NullMarked
package dev.adjoint.processor.source;

import org.jspecify.annotations.NullMarked;
