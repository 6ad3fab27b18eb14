package dev.adjoint.tests.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every program of numbers and arrays that returns a double, with one workspace for all of its
 * calls: what one call leaves behind must not show in the next.
 */
class WorkspaceCasesTest {
  private static final int FEWEST = 35;

  @Test
  void gradientsAreThoseOfNewArrays() {
    List<DerivativeCase> cases =
        CaseFolder.configured().derivativeCases().stream()
            .filter(program -> program.java().contains("double f("))
            .toList();
    CompiledPrograms compiled =
        ProgramCompiler.compile(cases.stream().map(WorkspaceCasesTest::source).toList());
    Map<String, String> failures = new TreeMap<>();
    int compared = 0;
    for (DerivativeCase program : cases) {
      List<Finding> findings = compiled.findings(source(program));
      if (findings.stream().anyMatch(f -> isRefused(f, program.mayReject()))) {
        continue;
      }
      try {
        check(program, compiled.methods(source(program)));
        compared++;
      } catch (Mismatch e) {
        failures.put(program.id(), String.valueOf(e.getMessage()));
      }
    }
    assertEquals(Map.of(), failures);
    int comparedPrograms = compared;
    assertTrue(compared >= FEWEST, () -> "only " + comparedPrograms + " programs were compared");
  }

  private static ProgramSource source(DerivativeCase program) {
    return ProgramSource.ofWorkspace(program.id(), program.java());
  }

  private static boolean isRefused(Finding finding, boolean mayReject) {
    return finding.isRefusal() && (mayReject || finding.text().contains("workspace = true"));
  }

  private static void check(DerivativeCase program, GeneratedMethods methods) {
    Object workspace = methods.newWorkspace();
    for (int time = 0; time < 2; time++) {
      for (Row row : program.rows()) {
        Map<String, Object> made = methods.valueAndGrad(arguments(methods, row));
        Map<String, Object> reused = methods.reusing(arguments(methods, row), workspace);
        assertSame(program, "value", made.get("value"), reused.get("value"));
        GeneratedMethods.components(made.get("gradients"))
            .forEach((name, gradient) -> assertSame(program, name, gradient, reused.get(name)));
      }
    }
  }

  private static Object[] arguments(GeneratedMethods methods, Row row) {
    Object[] arguments = new Object[methods.parameterTypes().size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = Numbers.read(row.arguments().get(i), methods.parameterTypes().get(i));
    }
    return arguments;
  }

  private static void assertSame(DerivativeCase program, String name, Object made, Object reused) {
    List<Double> wanted = Numbers.flat(made).boxed().toList();
    assertEquals(wanted, Numbers.flat(reused).boxed().toList(), program.id() + ": " + name);
  }
}
