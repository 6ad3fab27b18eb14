package dev.adjoint.tests.fuzz;

import java.util.List;

/** What a generated method takes, a choice of {@link #ALL}, and what it yields. */
record Signature(Yield yield, List<String> parameters) {
  /** Every parameter there may be: arrays have two elements at least, {@code q} is rectangular. */
  static final List<String> ALL =
      List.of(
          "double x",
          "double y",
          "double[] a",
          "int n",
          "float z",
          "float[] e",
          "double[][] m",
          "double[][] q",
          "double[] out");

  /** What a method yields. */
  enum Yield {
    NUMBER("double", "return s * %s;", "return s + %s;"),
    SINGLE("float", "return (float) (s - %s);", "return (float) (s + %s);"),
    ARRAY("double[]", "return result;", "result[0] += s * %s;\n    return result;"),
    NOTHING("void", "return;", "a[0] += s * %s;");

    final String type;
    final String early;
    final String last;

    Yield(String type, String early, String last) {
      this.type = type;
      this.early = early;
      this.last = last;
    }
  }

  /** The declaration of a method. */
  String text(String method) {
    return "static %s %s(%s)".formatted(yield.type, method, String.join(", ", parameters));
  }
}
