package dev.adjoint.tests.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Declarations that generated bodies use: methods that write arrays, return arrays, recur, call
 * each other, and types. A program has those it mentions, and those that these mention.
 */
final class HelperMethods {
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
              return w[0] + 0.5 * helper(Math.min(v * 0.5 - 0.1, 4), w);
            }
            double t = 0;
            for (double e : w) {
              t += Math.atan(e * v);
            }
            return t;
          }
          """,
          """
          static double helper(double v, double[] w) {
            push(w, v);
            double[] u = mixed(w, v * 0.5);
            push(u, w[1]);
            return power(Math.tanh(v), 2) + u[0] * u[u.length - 1];
          }
          """);

  private static final Map<String, String> OTHERS = new LinkedHashMap<>();

  static {
    OTHERS.put(
        "push",
        """
        static void push(double[] w, double v) {
          for (int i = w.length - 1; i > 0; i--) {
            w[i] = w[i - 1];
          }
          w[0] = Math.sin(v);
        }
        """);
    OTHERS.put(
        "mixed",
        """
        static double[] mixed(double[] w, double v) {
          double[] u = new double[w.length];
          for (int i = 0; i < w.length; i++) {
            u[i] = w[i] * Math.cos(v) + w[w.length - 1 - i] * 0.5;
          }
          return u;
        }
        """);
    OTHERS.put(
        "scaled",
        """
        static double[] scaled(double[] w, double v) {
          for (int i = 0; i < w.length; i++) {
            if (i == 3) {
              return w;
            }
            w[i] *= v;
          }
          return w;
        }
        """);
    OTHERS.put(
        "either",
        """
        static double[] either(double[] v, double[] w, double t) {
          return t > 0.1 ? v : t > -0.4 ? w : mixed(v, t);
        }
        """);
    OTHERS.put(
        "swap",
        """
        static void swap(double[][] w, int i, int j) {
          double[] row = w[i];
          w[i] = w[j];
          w[j] = row;
        }
        """);
    OTHERS.put(
        "folded",
        """
        static double folded(double[] w, java.util.function.DoubleUnaryOperator f) {
          return java.util.Arrays.stream(w).map(v -> f.applyAsDouble(v) * 0.5).sum();
        }
        """);
    OTHERS.put(
        "nested",
        """
        static double nested(double[] w, java.util.function.DoubleUnaryOperator f) {
          return applied(v -> f.applyAsDouble(v) * w[1], w[0]);
        }
        """);
    OTHERS.put(
        "applied",
        """
        static double applied(java.util.function.DoubleUnaryOperator f, double v) {
          double t = 0;
          for (int i = 0; i < 2; i++) {
            t += f.applyAsDouble(v * (i + 1)) * 0.5;
          }
          return t > 3 ? f.applyAsDouble(0.1 * t) : t;
        }
        """);
    OTHERS.put(
        "descending",
        """
        static double descending(int n, double[] w) {
          w[Math.floorMod(n, w.length)] = Math.sin(w[0] * (n + 0.5));
          return n <= 0 ? w[1] : w[1] * 0.5 + descending(n - 1, w) * w[0];
        }
        """);
    OTHERS.put(
        "power",
        """
        static double power(double v, int n) {
          return n <= 0 ? 1 : v * power(v, n - 1);
        }
        """);
    OTHERS.put(
        "both",
        """
        static double both(double[] v, double[] w, double t) {
          double s = 0;
          for (int i = 0; i < Math.min(v.length, w.length); i++) {
            double old = v[i];
            v[i] = Math.tanh(w[i] * t);
            w[i] += 0.5 * Math.sin(old);
            s += v[i] * w[i];
          }
          return s;
        }
        """);
    OTHERS.putAll(RecordStatements.TYPES);
    OTHERS.putAll(SealedStatements.TYPES);
    OTHERS.putAll(ObjectStatements.TYPES);
    OTHERS.putAll(TapeStatements.METHODS);
    OTHERS.putAll(ValueStatements.TYPES);
    OTHERS.putAll(MemberStatements.METHODS);
    OTHERS.putAll(LambdaStatements.GENERIC);
  }

  private HelperMethods() {}

  private static boolean mentions(String text, String name) {
    return text.contains(name) && Pattern.compile("\\b" + name + "\\b").matcher(text).find();
  }

  /**
   * Source text of what a program needs.
   *
   * @param variant selects among the variants of {@code helper}
   */
  static String text(String program, long variant) {
    Map<String, String> all = new LinkedHashMap<>(OTHERS);
    all.put("helper", HELPERS.get((int) (variant % HELPERS.size())));
    StringBuilder needed = new StringBuilder();
    List<String> open = new ArrayList<>(List.of(program));
    while (!open.isEmpty()) {
      String text = open.removeLast();
      for (String name : List.copyOf(all.keySet())) {
        if (mentions(text, name)) {
          String declaration = all.remove(name);
          needed.append('\n').append(declaration.indent(2));
          open.add(declaration);
        }
      }
    }
    return needed.toString();
  }
}
