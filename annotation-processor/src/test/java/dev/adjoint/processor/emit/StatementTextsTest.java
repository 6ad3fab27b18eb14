package dev.adjoint.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import org.junit.jupiter.api.Test;

/** The statement around a place, as a comment quotes it. */
final class StatementTextsTest {
  private static final String TEXT =
      """
      static double f(double x, int n) { // first; line
        double s = 0;
        for (int i = 0; i < n; i++) s += x * i;
        /* a block; comment */
        if (x > 1) {
          s = s
              + Math.sin(x); // and after
        } else s = g(";", s);
        while (s > 2) { s /= 3; }
        return h(s);
      }
      """;

  private static String around(String place) {
    int start = TEXT.indexOf(place);
    SourceRange range = new SourceRange(start, start + place.length());
    return new StatementTexts(new SourceText("Model.java", TEXT))
        .around(range)
        .map(StatementTexts.Statement::text)
        .orElse("");
  }

  @Test
  void statementAfterAComment() {
    assertEquals("double s = 0;", around("0;"));
  }

  @Test
  void statementOnSeveralLines() {
    assertEquals("s = s + Math.sin(x);", around("Math.sin(x)"));
  }

  @Test
  void bodyWithoutBraces() {
    assertEquals("s += x * i;", around("x * i"));
    assertEquals("s = g(\";\", s);", around("g(\";\", s)"));
  }

  @Test
  void headersAreNotQuoted() {
    assertEquals("", around("i < n"));
    assertEquals("", around("i++"));
    assertEquals("", around("x > 1"));
    assertEquals("", around("s > 2"));
  }

  @Test
  void statementOnALineWithOthers() {
    assertEquals("s /= 3;", around("3;"));
    assertEquals("return h(s);", around("h(s)"));
  }
}
