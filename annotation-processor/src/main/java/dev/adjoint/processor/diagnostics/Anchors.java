package dev.adjoint.processor.diagnostics;

import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Which declarations stand where in the texts: how a range finds its element. */
final class Anchors {

  private record Anchor(SourceText text, SourceRange declaration, Element element) {
    boolean encloses(SourceText otherText, SourceRange range) {
      return text == otherText
          && declaration.start() <= range.start()
          && range.end() <= declaration.end();
    }
  }

  private final List<Anchor> anchors = new ArrayList<>();

  void add(SourceText text, SourceRange declaration, Element element) {
    anchors.add(new Anchor(text, declaration, element));
  }

  /** The declaration around a range; failing that, the first one known of the same text. */
  Element elementAt(SourceText text, SourceRange range) {
    return anchors.stream()
        .filter(anchor -> anchor.encloses(text, range))
        .findFirst()
        .or(() -> anchors.stream().filter(anchor -> anchor.text() == text).findFirst())
        .orElseThrow(() -> new IllegalStateException("no declaration known in " + text.fileName()))
        .element();
  }
}
