package dev.adjoint.processor.emit;

import dev.adjoint.processor.source.SourceRange;

/**
 * A line of a generated class.
 *
 * @param text the line, without its line break
 * @param source the user's text that it computes or reverses, or {@link SourceRange#NONE}
 */
public record TracedLine(String text, SourceRange source) {}
