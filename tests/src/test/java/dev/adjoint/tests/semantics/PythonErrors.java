package dev.adjoint.tests.semantics;

import java.util.regex.Pattern;

/** The one place where Java's exception types meet Python's. */
final class PythonErrors {

  /**
   * Python classes that Java's argument and state exceptions stand for; and the two of an index
   * that is out of bounds, which has one class in Java.
   */
  private static final Pattern FOLDED =
      Pattern.compile(
          "^(?:ValueError|TypeError|_LinAlgError|IndexError(?=: index -?\\d+ is out of bounds)): ",
          Pattern.MULTILINE);

  private PythonErrors() {}

  /** The line Python prints for an error. */
  static String describe(Exception error) {
    return name(error) + ": " + error.getMessage();
  }

  private static String name(Exception error) {
    return switch (error) {
      case IndexOutOfBoundsException _ -> "IndexError";
      case UnsupportedOperationException _ -> "NotImplementedError";
      case IllegalArgumentException _, IllegalStateException _, ArithmeticException _ ->
          "RuntimeError";
      default -> error.getClass().getName();
    };
  }

  /** Recorded text with the names of classes that have no counterpart of their own folded. */
  static String folded(String recorded) {
    return FOLDED.matcher(recorded).replaceAll("RuntimeError: ");
  }
}
