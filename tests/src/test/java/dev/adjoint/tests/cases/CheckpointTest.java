package dev.adjoint.tests.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Programs whose helpers are computed again in the reverse sweep have the same gradients. */
class CheckpointTest {
  private static final int FEWEST = 5;

  @Test
  void gradientsAreThoseOfWhatIsKept() {
    Map<DerivativeCase, ProgramSource> sources = new LinkedHashMap<>();
    for (DerivativeCase program : CaseFolder.configured().derivativeCases()) {
      ProgramSource source = ProgramSource.ofCheckpointed(program.id(), program.java());
      if (source != null) {
        sources.put(program, source);
      }
    }
    CompiledPrograms compiled = ProgramCompiler.compile(List.copyOf(sources.values()));
    Map<String, String> failures = new TreeMap<>();
    sources.forEach(
        (program, source) -> {
          try {
            check(program, compiled.methods(source));
          } catch (Mismatch e) {
            failures.put(program.id(), String.valueOf(e.getMessage()));
          }
        });
    assertEquals(Map.of(), failures);
    assertTrue(sources.size() >= FEWEST, () -> "only " + sources.size() + " have helpers");
  }

  private static void check(DerivativeCase program, GeneratedMethods methods) {
    for (Row row : program.rows()) {
      new GradientCheck(methods, row, program.tolerance(), program.wrt()).reverse();
    }
  }

  @Test
  void arraysAreThoseOfTheCall() {
    String program =
        """
        static double f(double[] x, double k) {
          double s = k;
          for (int i = 0; i < 3; i++) {
            s += heavy(x, s, i);
            x[0] *= s;
            if (s > 0.5) { s = heavy(x, s * 0.5, 1) - x[1]; }
          }
          return s * x[0] + outer(x, s);
        }
        static double heavy(double[] x, double y, int n) {
          double t = y;
          for (int i = 0; i < x.length + n; i++) { t = Math.sin(t) * x[i % x.length]; x[1] += t; }
          return t;
        }
        static double outer(double[] x, double y) {
          double[] z = x.clone();
          double t = heavy(z, y, 1) * z[1];
          z[0] = t;
          return t + heavy(z, t, 2) * heavy(x, t, 0);
        }
        """;
    ProgramSource kept = ProgramSource.of("Kept", program, List.of());
    ProgramSource made = ProgramSource.ofCheckpointed("Kept", program);
    CompiledPrograms compiled = ProgramCompiler.compile(List.of(kept, made));
    assertEquals(gradients(compiled.methods(kept)), gradients(compiled.methods(made)));
  }

  private static List<Double> gradients(GeneratedMethods methods) {
    Object[] arguments = {new double[] {0.7, -0.4, 1.3}, 0.9};
    return methods.backward(arguments, 1.0).values().stream()
        .flatMapToDouble(Numbers::flat)
        .boxed()
        .toList();
  }
}
