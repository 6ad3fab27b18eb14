package dev.adjoint.tests.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.processor.diagnostics.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every code has its page, and the pages say what the table says. With {@code
 * -Dadjoint.pages=write} they are written anew.
 */
class DiagnosticPagesTest {

  @ParameterizedTest
  @EnumSource
  void pageSaysWhatTheTableSays(DiagnosticCode code) throws IOException {
    Path page = DiagnosticPage.file(code);
    if ("write".equals(System.getProperty("adjoint.pages"))) {
      Files.writeString(page, DiagnosticPage.text(code));
    }
    assertEquals(DiagnosticPage.text(code), Files.readString(page));
  }

  @Test
  void everyPageHasItsCode() throws IOException {
    Path folder = DiagnosticPage.file(DiagnosticCode.ADJ0900).getParent();
    try (Stream<Path> pages = Files.list(folder)) {
      List<String> codes =
          pages.map(page -> page.getFileName().toString().replace(".md", "")).sorted().toList();
      assertEquals(Arrays.stream(DiagnosticCode.values()).map(Enum::name).toList(), codes);
    }
  }
}
