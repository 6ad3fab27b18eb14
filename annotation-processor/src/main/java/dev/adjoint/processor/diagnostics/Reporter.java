package dev.adjoint.processor.diagnostics;

import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.Arrays;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Prints findings through the compiler, warnings only where they are not suppressed. */
public final class Reporter {
  private final Placement placement;
  private final Anchors anchors = new Anchors();

  public Reporter(ProcessingEnvironment environment) {
    placement = Placement.of(environment);
  }

  /**
   * Makes a declaration known, so that findings within it are printed at it or inside it.
   *
   * @param declaration range of the whole declaration, annotations included
   */
  public void anchor(SourceText text, SourceRange declaration, Element element) {
    anchors.add(text, declaration, element);
  }

  /** Prints all findings. */
  public void print(Diagnostics diagnostics) {
    diagnostics.all().forEach(this::print);
  }

  private void print(Diagnostic diagnostic) {
    Element element = anchors.elementAt(diagnostic.text(), diagnostic.range());
    if (diagnostic.isError() || !isSuppressed(diagnostic.code(), element)) {
      placement.print(
          diagnostic.code().severity(),
          diagnostic.message(),
          diagnostic.text(),
          diagnostic.range(),
          element);
    }
  }

  private static boolean isSuppressed(DiagnosticCode code, @Nullable Element element) {
    if (element == null) {
      return false;
    }
    SuppressWarnings suppressed = element.getAnnotation(SuppressWarnings.class);
    boolean isNamed = suppressed != null && Arrays.asList(suppressed.value()).contains(code.name());
    return isNamed || isSuppressed(code, element.getEnclosingElement());
  }
}
