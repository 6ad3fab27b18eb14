package dev.adjoint.tests.report;

import dev.adjoint.tests.diagnostics.CompilerHost;
import java.nio.file.Path;

/** A program with a loop that keeps values, one that computes again, and a branch. */
final class HeatProgram {
  /** Line of the statement in the inner loop. */
  static final int STATEMENT = 8;

  static final String TEXT =
      """
      import dev.adjoint.Differentiable;

      final class Heat {
        @Differentiable
        static double energy(double[] u, double k) {
          double e = 0;
          for (int i = 1; i < u.length; i++) {
            double flow = k * (u[i] - u[i - 1]);
            if (flow < 1 && k > 0) {
              e += flow * Math.exp(flow);
            }
          }
          while (e > 1) {
            e *= k;
          }
          return e;
        }
      }
      """;

  private HeatProgram() {}

  /** Compiles the program and gives the page about it. */
  static Path page(Path folder) {
    CompilerHost.JAVAC.compile("Heat.java", TEXT, "-Aadjoint.report=" + folder);
    return folder.resolve("HeatGrad.html");
  }
}
