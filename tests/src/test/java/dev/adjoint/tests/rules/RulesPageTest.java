package dev.adjoint.tests.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page says a derivative for each rule. With {@code -Dadjoint.rules=write} it is written. */
class RulesPageTest {

  @Test
  void pageSaysWhatTheSourcesSay() throws IOException {
    if ("write".equals(System.getProperty("adjoint.rules"))) {
      Files.writeString(RulesPage.FILE, RulesPage.text());
    }
    assertEquals(
        RulesPage.text(),
        Files.readString(RulesPage.FILE),
        "to write the page anew: -Dtest=RulesPageTest -Dadjoint.rules=write");
  }

  @Test
  void everyRuleSaysItsGradient() throws IOException {
    List<String> silent =
        RulesPage.families().stream()
            .flatMap(family -> family.rules().stream())
            .filter(rule -> rule.gradient().isBlank() || rule.operand().isBlank())
            .map(Rule::operation)
            .toList();
    assertEquals(List.of(), silent);
  }
}
