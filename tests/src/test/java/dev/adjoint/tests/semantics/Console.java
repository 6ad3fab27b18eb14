package dev.adjoint.tests.semantics;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a scenario prints, in Python's notation. */
final class Console {

  /** Code that may throw anything. */
  @FunctionalInterface
  interface Action {
    void run() throws Exception;
  }

  private final StringBuilder text = new StringBuilder();

  /** Values separated by blanks, then a new line, as Python's {@code print}. */
  void print(@Nullable Object... values) {
    text.append(Arrays.stream(values).map(PythonText::of).collect(Collectors.joining(" ")));
    text.append('\n');
  }

  /** Runs {@code action}; prints the error it raises, or {@code no error}. */
  void attempt(Action action) {
    print(outcome(action));
  }

  // A scenario prints whatever is raised, so everything is caught.
  @SuppressWarnings("CatchAndPrintStackTrace")
  private static String outcome(Action action) {
    try {
      action.run();
      return "no error";
    } catch (Exception e) {
      return PythonErrors.describe(e);
    }
  }

  String text() {
    return text.toString();
  }
}
