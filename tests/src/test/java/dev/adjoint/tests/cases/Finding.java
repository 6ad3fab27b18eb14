package dev.adjoint.tests.cases;

import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * One error or warning of the compiler.
 *
 * @param file name of the file it is in, without folders
 * @param line 1-based line in the program
 * @param text the whole message
 */
public record Finding(boolean isError, String file, long line, String text) {
  private static final Pattern OURS = Pattern.compile("\\[ADJ\\d{4}] .*", Pattern.DOTALL);

  static Finding of(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    return new Finding(
        diagnostic.getKind() == Diagnostic.Kind.ERROR,
        source == null ? "" : source.getName().replaceFirst(".*/", ""),
        ProgramSource.programLine(diagnostic.getLineNumber()),
        diagnostic.getMessage(Locale.ROOT));
  }

  /** A failure of the compiler itself. */
  static Finding failure(RuntimeException failure) {
    return new Finding(true, "", 0, "the compiler failed: " + failure);
  }

  /** Class of the program that this is about; a generated class counts as its origin. */
  String program() {
    return file.replaceFirst("(Grad)?\\.java$", "");
  }

  /** Whether the differentiator refuses the program, as opposed to failing. */
  public boolean isRefusal() {
    boolean isOurs = isError && OURS.matcher(text).matches();
    return isOurs && !text.startsWith("[ADJ09") && !text.contains("\tat ");
  }

  /** Place and first line. */
  @Override
  public String toString() {
    return file + " line " + line + ": " + text.lines().findFirst().orElse("");
  }
}
