package dev.adjoint.tests.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.adjoint.tests.golden.GoldenFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every re-expressed program prints what the recorded one printed. */
class SemanticsTest {

  private static Map<String, Scenario> scenarios() {
    Map<String, Scenario> byId = new HashMap<>();
    Stream.of(
            SeedScenarios.all(),
            LeafScenarios.all(),
            BackwardScenarios.all(),
            GradScenarios.all(),
            InplaceScenarios.all(),
            ModeScenarios.all(),
            HigherOrderScenarios.all(),
            NameScenarios.all(),
            NetworkScenarios.all(),
            DtypeScenarios.all(),
            ErrorScenarios.all(),
            PrintScenarios.all(),
            EdgeCaseScenarios.all(),
            LossScenarios.all(),
            CustomFunctionScenarios.all(),
            ViewScenarios.all(),
            AnomalyScenarios.all(),
            HookScenarios.all(),
            GraphScenarios.all(),
            FunctionScenarios.all(),
            EdgeScenarios.all(),
            TrainingScenarios.all())
        .flatMap(List::stream)
        .forEach(scenario -> byId.put(scenario.id(), scenario));
    return byId;
  }

  @Test
  void programsPrintWhatWasRecorded() {
    Map<String, Scenario> scenarios = scenarios();
    List<String> differing = new ArrayList<>();
    int passed = 0;
    List<String> missing = new ArrayList<>();
    GoldenFolder folder = GoldenFolder.configured();
    for (JsonNode row : folder.rows("semantics.jsonl")) {
      Scenario scenario = scenarios.get(row.get("id").asText());
      if (scenario == null) {
        missing.add(row.get("id").asText());
        continue;
      }
      String expected = PythonErrors.folded(scenario.expected(row.get("stdout").asText()));
      String actual = output(scenario);
      if (OutputComparison.matches(expected, PythonErrors.folded(actual))) {
        passed++;
      } else {
        differing.add(scenario.id() + "\n--- recorded\n" + expected + "--- printed\n" + actual);
      }
    }
    differing.forEach(System.out::println);
    System.out.printf(
        "semantics: %d re-expressed, %d not yet%n", passed + differing.size(), missing.size());
    PythonOnly.REASONS.forEach((id, reason) -> System.out.println(id + ": " + reason));
    System.out.printf("%d passed, %d failed%n", passed, differing.size());
    assertEquals(List.of(), differing);
    missing.removeAll(PythonOnly.REASONS.keySet());
    assertTrue(
        !folder.isOurCopy() || missing.isEmpty(),
        () -> "neither re-expressed nor listed: " + missing);
  }

  private static String output(Scenario scenario) {
    try {
      return scenario.output();
    } catch (RuntimeException e) {
      return e + "\n    at " + e.getStackTrace()[0] + "\n";
    }
  }
}
