package dev.adjoint.processor.diagnostics;

import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;

/** Puts a message at a place, as precisely as the compiler at hand allows. */
interface Placement {

  /**
   * Prints one message.
   *
   * @param element the declaration around the range
   */
  void print(
      Severity severity, String message, SourceText text, SourceRange range, Element element);

  /** At the exact expression under javac, else at the element with the position in the text. */
  static Placement of(ProcessingEnvironment environment) {
    Placement atElement = new ElementPlacement(environment.getMessager());
    return CompilerTrees.of(environment)
        .<Placement>map(trees -> new TreePlacement(trees, atElement))
        .orElse(atElement);
  }
}
