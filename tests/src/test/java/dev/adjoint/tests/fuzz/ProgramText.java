package dev.adjoint.tests.fuzz;

import java.util.List;

/** Puts a generated body into a class that the processor can work on. */
final class ProgramText {
  private static final List<String> HELPERS =
      List.of(
          """
            static double helper(double v, double[] w) {
              return Math.sin(v) * w[w.length - 1] + v / (2 + Math.cos(w[0]));
            }
          """,
          """
            static double helper(double v, double[] w) {
              w[0] = w[0] * 0.5 + v / (1 + v * v);
              w[w.length - 1] += Math.tanh(v * w[0]);
              return w[0] * Math.sin(v);
            }
          """,
          """
            static double helper(double v, double[] w) {
              if (v > 1) {
                w[0] = Math.sin(w[0] * v);
                return w[0] + 0.5 * helper(v * 0.5 - 0.1, w);
              }
              double t = 0;
              for (double e : w) {
                t += Math.atan(e * v);
              }
              return t;
            }
          """);

  private ProgramText() {}

  /** A whole compilation unit. */
  static String of(String className, Fragment body, int helper) {
    return """
    package cases;

    import dev.adjoint.Differentiable;
    import dev.adjoint.Mode;

    public final class %s {
      @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
      @SuppressWarnings({"ADJ0406", "ADJ0802"})
      public static double f(double x, double y, double[] a, int n) {
    %s  }

    %s}
    """
        .formatted(className, body.text(2), HELPERS.get(helper % HELPERS.size()));
  }
}
