package dev.adjoint.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a generated method takes, a choice of {@link #ALL}, and what it yields.
 *
 * @param fields of the receiver, a choice of {@link #FIELDS}; none for a static method
 */
record Signature(Yield yield, List<String> parameters, List<String> fields) {
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
          "double[] out",
          "double[][][] cube",
          "long big",
          "boolean flag",
          "char letter",
          "Kind kind",
          "String word");

  /** Every field that a receiver may have. */
  static final List<String> FIELDS =
      List.of("double fixed", "double[] table", "double[][] grid", "int count");

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

  /** A static method. */
  Signature(Yield yield, List<String> parameters) {
    this(yield, parameters, List.of());
  }

  /** The fields, then the parameters. */
  List<String> inputs() {
    List<String> inputs = new ArrayList<>(fields);
    inputs.addAll(parameters);
    return inputs;
  }

  /** The declaration of a method. */
  String text(String method) {
    String modifier = fields.isEmpty() ? "static " : "";
    return modifier + "%s %s(%s)".formatted(yield.type, method, String.join(", ", parameters));
  }

  /** The declarations of the fields and of a constructor. */
  String receiver(String className) {
    if (fields.isEmpty()) {
      return "";
    }
    String declarations =
        fields.stream().map(f -> "  final " + f + ";\n").collect(Collectors.joining());
    String assignments =
        fields.stream()
            .map(f -> f.substring(f.indexOf(' ') + 1))
            .map(name -> "    this." + name + " = " + name + ";\n")
            .collect(Collectors.joining());
    return "%s\n  %s(%s) {\n%s  }\n\n"
        .formatted(declarations, className, String.join(", ", fields), assignments);
  }
}
