package dev.adjoint.tests.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The generated text stays inside the language: the backward method of every program is
 * differentiated once more, as a program of its own, in reverse and in forward mode, and compared
 * with the products of the Hessian that were generated directly, and with differences of gradients.
 */
class OwnOutputTest {
  private static final double TOLERANCE = 2e-5;
  private static final double EXACT = 1e-9;
  private static final int FEWEST = 50;

  @Test
  void backwardMethodsHaveBackwardMethods() {
    CaseFolder folder = CaseFolder.configured();
    check(folder.derivativeCases(), folder.isOurCopy() ? FEWEST : 1);
  }

  @Test
  void whatCalledMethodsKeepIsKeptInObjects() {
    List<DerivativeCase> cases = CaseFolder.frames().derivativeCases();
    Outcomes outcomes = new Outcomes();
    DerivativeCases.run(cases, outcomes);
    assertEquals(Map.of(), outcomes.failures());
    check(cases, cases.size());
  }

  private static void check(List<DerivativeCase> cases, int fewest) {
    Map<DerivativeCase, OwnOutput> outputs = new LinkedHashMap<>();
    Map<DerivativeCase, GeneratedMethods> methods = new LinkedHashMap<>();
    generate(cases, outputs, methods);
    CompiledPrograms second =
        ProgramCompiler.compile(outputs.values().stream().flatMap(OwnOutput::sources).toList());
    Map<String, String> failures = new TreeMap<>();
    outputs.forEach(
        (program, output) -> {
          try {
            check(program, methods.get(program), output, second);
          } catch (Mismatch e) {
            failures.put(program.id(), String.valueOf(e.getMessage()));
          }
        });
    assertEquals(Map.of(), failures);
    assertTrue(
        outputs.size() >= fewest, () -> "only " + outputs.size() + " programs were compared");
  }

  private static void generate(
      List<DerivativeCase> cases,
      Map<DerivativeCase, OwnOutput> outputs,
      Map<DerivativeCase, GeneratedMethods> methods) {
    CompiledPrograms compiled =
        ProgramCompiler.compile(cases.stream().map(OwnOutputTest::source).toList());
    for (DerivativeCase program : cases) {
      if (compiled.findings(source(program)).isEmpty()) {
        methods.put(program, compiled.methods(source(program)));
        outputs.put(program, OwnOutput.of(source(program), compiled.text(source(program))));
      }
    }
  }

  private static boolean isTwice(DerivativeCase program) {
    return program.java().contains("double f(");
  }

  private static ProgramSource source(DerivativeCase program) {
    return isTwice(program)
        ? ProgramSource.ofSecondOrder(program.id(), program.java())
        : ProgramSource.of(program.id(), program.java(), List.of());
  }

  private static void check(
      DerivativeCase program, GeneratedMethods methods, OwnOutput output, CompiledPrograms own) {
    for (Row row : program.rows()) {
      CasePoint point = new CasePoint(methods, row, GradientCheck.differentiable(methods, row));
      double[] direction = point.direction();
      Map<String, Object> gradients = new LinkedHashMap<>(output.gradients(own, point, direction));
      gradients.keySet().retainAll(point.wrt());
      double[] product = CasePoint.flat(gradients);
      close("tangent", output.tangents(own, point, direction), product, EXACT);
      if (isTwice(program)) {
        close("product", product, point.hvp(direction), EXACT);
      }
      if (point.isSmooth(direction)) {
        close("difference", product, point.differences(direction), TOLERANCE);
      }
    }
  }

  private static void close(String what, double[] got, double[] want, double tolerance) {
    for (int i = 0; i < want.length; i++) {
      if (!Tolerance.isClose(got[i], want[i], tolerance)) {
        throw new Mismatch("%s %d: got %s, want %s".formatted(what, i, got[i], want[i]));
      }
    }
  }
}
