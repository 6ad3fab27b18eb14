package dev.adjoint.tests.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Programs whose counted loops follow a schedule have the same gradients. */
class ScheduledCasesTest {
  private static final int FEWEST = 40;

  @Test
  void gradientsAreThoseOfTheLoopsWithoutSchedule() {
    Map<ProgramSource, DerivativeCase> sources = new LinkedHashMap<>();
    for (DerivativeCase program : CaseFolder.configured().derivativeCases()) {
      for (String schedule : List.of("revolve(2)", "periodic(2)")) {
        ProgramSource source = ProgramSource.ofScheduled(program.id(), program.java(), schedule);
        if (source != null) {
          sources.put(source, program);
        }
      }
    }
    CompiledPrograms compiled = ProgramCompiler.compile(List.copyOf(sources.keySet()));
    Map<String, String> failures = new TreeMap<>();
    sources.forEach(
        (source, program) -> {
          try {
            check(program, compiled.methods(source));
          } catch (Mismatch e) {
            failures.put(source.className(), String.valueOf(e.getMessage()));
          }
        });
    assertEquals(Map.of(), failures);
    assertTrue(sources.size() >= FEWEST, () -> "only " + sources.size() + " have counted loops");
  }

  private static void check(DerivativeCase program, GeneratedMethods methods) {
    for (Row row : program.rows()) {
      new GradientCheck(methods, row, program.tolerance(), program.wrt()).reverse();
    }
  }
}
