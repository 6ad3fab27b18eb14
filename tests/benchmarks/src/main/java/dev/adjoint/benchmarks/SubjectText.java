package dev.adjoint.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes up the source of a class to be compiled: methods as one writes them, of a given number of
 * lines each, with loops, branches, arrays, mathematical functions and calls of helpers. The same
 * seed makes the same text.
 */
final class SubjectText {
  private static final String HELPERS =
      """
        private static double smooth(double u, double v) {
          return u / Math.sqrt(1 + v * v);
        }

        private static double mean(double[] a) {
          double sum = 0;
          for (double element : a) {
            sum += element;
          }
          return sum / a.length;
        }
      """;

  private final RandomGenerator random;
  private final List<String> lines = new ArrayList<>();
  private int locals;

  private SubjectText(RandomGenerator random) {
    this.random = random;
  }

  /** A class of {@code count} methods of {@code length} lines. */
  static String methods(int count, int length, RandomGenerator random) {
    String methods =
        IntStream.range(0, count)
            .mapToObj(i -> new SubjectText(random).method("f" + i, length, false))
            .reduce("", String::concat);
    return inClass(methods);
  }

  /** A class of one method of {@code length} lines without branches and loops. */
  static String straight(int length, RandomGenerator random) {
    return inClass(new SubjectText(random).method("f", length, true));
  }

  private static String inClass(String methods) {
    return "import dev.adjoint.Differentiable;\n\nfinal class Subject {\n"
        + "  private Subject() {}\n\n"
        + methods
        + HELPERS
        + "}\n";
  }

  private String method(String name, int length, boolean isStraight) {
    lines.add("@Differentiable");
    lines.add("static double %s(double x, double y, double[] a) {".formatted(name));
    lines.add("  double s = x * y;");
    lines.add("  double t = Math.sin(y) + a[0];");
    int last = length - 1; // The annotation's line is none of the method's; two more are to come.
    while (lines.size() < last) {
      String statement = isStraight ? null : block(last - lines.size());
      (statement == null ? assignment() : statement)
          .lines()
          .forEach(line -> lines.add("  " + line));
    }
    lines.add("  return s + t;");
    lines.add("}");
    return String.join("\n", lines).indent(2) + "\n";
  }

  /** A loop or branch of at most {@code room} lines; {@code null} for none. */
  private @Nullable String block(int room) {
    String block =
        switch (random.nextInt(12)) {
          case 0 -> "for (int i = 0; i < a.length; i++) {\n  s += a[i] * %s;\n}".formatted(term());
          case 1 ->
              "if (s > %s) {\n  t = t * 0.5 + %s;\n} else {\n  s = s * s - %s;\n}"
                  .formatted(literal(), term(), term());
          case 2 -> rows();
          case 3 ->
              "for (int k = 0; k < 10; k++) {\n  t = 0.5 * t + %s;\n  s += t * k;\n}"
                  .formatted(term());
          case 4 ->
              "for (int i = 1; i < a.length; i++) {\n  double d = a[i] - a[i - 1];\n"
                  + "  if (d > 0) {\n    s += d * %s;\n  }\n}".formatted(term());
          case 5 ->
              "int n%1$d = 0;\nwhile (t > 1 && n%1$d < 20) {\n  t = t * 0.5;\n  n%1$d++;\n}"
                  .formatted(locals++);
          default -> null;
        };
    return block == null || block.lines().count() > room ? null : block;
  }

  private String rows() {
    String array = "b" + locals++;
    return """
    double[] %1$s = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      %1$s[i] = a[i] * %2$s;
    }
    s += mean(%1$s);
    """
        .formatted(array, term());
  }

  private String assignment() {
    return switch (random.nextInt(6)) {
      case 0 -> "s = s * 0.5 + %s;".formatted(term());
      case 1 -> "t = %s - x * t;".formatted(term());
      case 2 -> "s += smooth(%s, t);".formatted(term());
      case 3 -> "t += a[%d] * %s;".formatted(random.nextInt(3), term());
      default -> "double v%d = %s * %s + %s;".formatted(locals++, factor(), term(), literal());
    };
  }

  private String term() {
    return switch (random.nextInt(6)) {
      case 0 -> "Math.sin(%s * s)".formatted(literal());
      case 1 -> "Math.exp(-t * t)";
      case 2 -> "(x + %s * y)".formatted(literal());
      case 3 -> "Math.tanh(s * t)";
      case 4 -> "(s - %s) / (1 + t * t)".formatted(literal());
      default -> "y * t";
    };
  }

  private String factor() {
    return random.nextBoolean() ? "s" : "t";
  }

  private String literal() {
    return String.format(Locale.ROOT, "0.%d", 1 + random.nextInt(9));
  }
}
