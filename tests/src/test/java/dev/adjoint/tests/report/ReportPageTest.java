package dev.adjoint.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.processor.DifferentiableProcessor;
import dev.adjoint.tests.cases.CaseFolder;
import dev.adjoint.tests.cases.ProgramSource;
import dev.adjoint.tests.diagnostics.CompilerHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of {@code -Aadjoint.report} show. */
class ReportPageTest {
  @TempDir private Path folder;

  @Test
  void userTextAndGeneratedTextStandThereUnchanged() throws IOException {
    List<ProgramSource> programs = CaseFolder.configured().sources();
    Map<String, String> sources = new HashMap<>();
    programs.forEach(program -> sources.put(program.className() + ".java", program.text()));
    CompilerHost.JAVAC.compile(
        sources,
        List.of(new DifferentiableProcessor()),
        "-Aadjoint.report=" + folder,
        "-Aadjoint.dump=" + folder);
    int pages = 0;
    for (ProgramSource program : programs) {
      Path generated = folder.resolve(program.className() + "Grad.java");
      if (Files.exists(generated)) {
        pages++;
        ReportPage page = ReportPage.read(folder.resolve(program.qualifiedName() + "Grad.html"));
        assertEquals(
            Files.readAllLines(generated),
            page.lines("g").stream().map(ReportPage.Line::text).toList());
        checkLinks(program.className(), page);
      }
    }
    assertTrue(pages > 0, "no program was differentiated");
  }

  private static void checkLinks(String name, ReportPage page) {
    Map<String, ReportPage.Line> lines = new HashMap<>();
    page.lines("s").forEach(line -> lines.put(line.id(), line));
    page.lines("g").forEach(line -> lines.put(line.id(), line));
    boolean isLinked = false;
    for (ReportPage.Line line : lines.values()) {
      for (String other : line.linked()) {
        isLinked = true;
        assertTrue(lines.get(other).linked().contains(line.id()), name + ": " + line);
      }
    }
    assertTrue(isLinked, name + " links nothing");
  }

  @Test
  void statementLeadsToWhatComputesAndToWhatReversesIt() throws IOException {
    ReportPage page = ReportPage.read(HeatProgram.page(folder));
    assertEquals(
        HeatProgram.TEXT.lines().toList(),
        page.lines("s").stream().map(ReportPage.Line::text).toList());
    ReportPage.Line statement = page.lines("s").get(HeatProgram.STATEMENT - 1);
    List<String> generated =
        page.lines("g").stream()
            .filter(line -> statement.linked().contains(line.id()))
            .map(line -> line.text().strip())
            .toList();
    assertTrue(generated.contains("double flow = k * (u[i] - u[i - 1]);"), generated.toString());
    assertTrue(generated.contains("gradU[i] += product;"), generated.toString());
    assertFalse(generated.contains("}"), generated.toString());
  }

  @Test
  void tableSaysWhatEachLoopKeepsAndComputesAgain() throws IOException {
    ReportPage page = ReportPage.read(HeatProgram.page(folder));
    List<String> counted = page.row("energy", "loop at line 7");
    assertEquals("6 arithmetic, 1 calls, 2 reads, 0 writes", counted.getFirst());
    assertEquals(List.of("2 intermediate values", "9", "u[…], flow"), counted.subList(2, 5));
    List<String> growing = page.row("energy", "loop at line 13");
    assertEquals("e", growing.get(2));
    assertEquals("8, on a growing tape", growing.get(3));
    assertTrue(page.findings().contains("[ADJ0407]"), page.findings());
  }

  @Test
  void pageIsCompleteInItself() throws IOException {
    ReportPage page = ReportPage.read(HeatProgram.page(folder));
    assertFalse(page.references().isEmpty());
    for (String reference : page.references()) {
      assertTrue(reference.startsWith("#"), reference);
      assertTrue(page.ids().contains(reference.substring(1)), reference);
    }
  }
}
