package dev.adjoint.processor.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.adjoint.processor.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Positions of nodes are offsets in the text that the user wrote. */
class PositionsTest {

  private static List<String> calls(String content) {
    SourceText text = new SourceText("A.java", content);
    ParsedUnit unit = new SourceParser().parse(text).orElseThrow();
    return unit.tree().findAll(MethodCallExpr.class).stream().map(unit::text).toList();
  }

  @Test
  void tabsCountAsOneCharacter() {
    assertEquals(List.of("g(1)"), calls("class A {\n\tint\t\tx =\tg(1);\n}"));
  }

  @Test
  void everyKindOfLineEndCounts() {
    assertEquals(
        List.of("g(1)", "h(2)"), calls("class A {\r\n  int x = g(1);\r  int y = h(2);\n}"));
  }

  @Test
  void charactersOutsideTheBasicPlaneCountAsTwo() {
    assertEquals(
        List.of("g(\"\uD83D\uDE00\")"), calls("class A { String é = g(\"\uD83D\uDE00\"); }"));
  }

  @Test
  void unicodeEscapesAreCharacters() {
    String content = "class A { int \\u0061b = g(\\uuu0031, \"\\\\u0041\"); int c = h(2); }";
    assertEquals(List.of("g(\\uuu0031, \"\\\\u0041\")", "h(2)"), calls(content));
  }

  @Test
  void unfinishedEscapesStayAsTheyAre() {
    assertEquals("\\u00g1 \\", UnicodeEscapes.translate("\\u00g1 \\").text());
  }
}
