package dev.adjoint.processor.diagnostics;

import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reports one finding at the first occurrence of a piece of text in the first root class. */
@SupportedAnnotationTypes("*")
final class MarkingProcessor extends AbstractProcessor {
  private final String marked;
  private final DiagnosticCode code;

  MarkingProcessor(DiagnosticCode code, String marked) {
    this.code = code;
    this.marked = marked;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    round.getRootElements().stream().limit(1).forEach(this::report);
    return false;
  }

  private void report(Element root) {
    SourceText text = new SourceText("T.java", content(root));
    Element method = root.getEnclosedElements().getLast();
    Reporter reporter = new Reporter(processingEnv);
    reporter.anchor(text, new SourceRange(0, text.content().length()), method);
    int start = text.content().indexOf(marked);
    SourceRange range = new SourceRange(start, start + marked.length());
    String[] arguments = code.placeholders().toArray(String[]::new);
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.report(Diagnostic.of(code, text, range, arguments));
    reporter.print(diagnostics);
  }

  private String content(Element root) {
    try {
      return processingEnv.getElementUtils().getFileObjectOf(root).getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
