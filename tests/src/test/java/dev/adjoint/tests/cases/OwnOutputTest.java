package dev.adjoint.tests.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** Recursion and calls in loops keep arrays in objects that are not known one by one. */
  private static final Set<String> REFUSED =
      Set.of("s2s-divide-and-conquer-sum", "s2s-void-helper-writes-output-array");

  @Test
  void backwardMethodsHaveBackwardMethods() {
    Map<DerivativeCase, OwnOutput> outputs = new LinkedHashMap<>();
    Map<DerivativeCase, GeneratedMethods> methods = new LinkedHashMap<>();
    generate(outputs, methods);
    CompiledPrograms second =
        ProgramCompiler.compile(outputs.values().stream().flatMap(OwnOutput::sources).toList());
    Map<String, String> failures = new TreeMap<>();
    Set<String> refused = new TreeSet<>();
    outputs.forEach(
        (program, output) -> {
          List<Finding> findings = second.findings(output.own());
          if (output.hasFrames() && findings.stream().anyMatch(Finding::isRefusal)) {
            refused.add(program.id());
            return;
          }
          try {
            check(program, methods.get(program), output, second);
          } catch (Mismatch e) {
            failures.put(program.id(), String.valueOf(e.getMessage()));
          }
        });
    assertEquals(Map.of(), failures);
    if (CaseFolder.configured().isOurCopy()) {
      assertEquals(REFUSED, refused);
    }
    int compared = outputs.size() - refused.size();
    assertTrue(compared >= FEWEST, () -> "only " + compared + " programs were compared");
  }

  private static void generate(
      Map<DerivativeCase, OwnOutput> outputs, Map<DerivativeCase, GeneratedMethods> methods) {
    List<DerivativeCase> cases = CaseFolder.configured().derivativeCases();
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
