package dev.adjoint.processor.bind;

import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import javax.lang.model.element.ExecutableElement;

/**
 * Where a method is declared.
 *
 * @param element the method
 * @param text the compilation unit it stands in
 * @param range the whole declaration, annotations included
 */
public record Declaration(ExecutableElement element, SourceText text, SourceRange range) {}
