package dev.adjoint.tests.cases;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * A compilation unit made from a program of a case: one class, its method {@code f} annotated. Line
 * {@code n} of the program is line {@code n + 1} of the unit.
 *
 * @param className simple name of the class
 * @param text the unit
 */
public record ProgramSource(String className, String text) {

  private static final String PACKAGE = "cases";
  private static final Pattern METHOD = Pattern.compile("static\\s+[\\w.<>\\[\\], ]+\\s+f\\s*\\(");

  private static final Pattern HELPER =
      Pattern.compile(
          "(?:private )?static\\s+[\\w.<>\\[\\], ]+\\s+(?!f\\s*\\()\\w+\\s*\\([^;]*?\\)\\s*\\{");

  /** A loop that counts up by one. */
  private static final Pattern LOOP =
      Pattern.compile(
          "for \\(int (\\w+) = ([\\w.]+); \\1 < ([\\w.+\\- ]+); (?:\\1\\+\\+|\\+\\+\\1)\\) \\{");

  /** What our own warnings are about is part of many cases; what it does is compared. */
  private static final String HEADER =
      "package %s; @SuppressWarnings({\"all\", \"ADJ0205\", \"ADJ0303\", \"ADJ0406\", \"ADJ0802\"})"
          + " final class %s {\n";

  /**
   * @param id name of the case
   * @param java its program
   * @param wrt the parameters to differentiate with respect to; empty for the default
   */
  static ProgramSource of(String id, String java, List<String> wrt) {
    String className = className(id) + (wrt.isEmpty() ? "" : "By" + String.join("And", wrt));
    return of(className, java, annotation(wrt));
  }

  /** The same with second derivatives, by all parameters. */
  static ProgramSource ofSecondOrder(String id, String java) {
    return of(className(id) + "Twice", java, "@dev.adjoint.Differentiable(order = 2) ");
  }

  /** The same with a method that uses its arrays again. */
  static ProgramSource ofWorkspace(String id, String java) {
    String annotation = "@dev.adjoint.Differentiable(workspace = true) ";
    return of(className(id) + "Reusing", java, annotation);
  }

  /** The same with every other static method of the class checkpointed; null if there is none. */
  static @Nullable ProgramSource ofCheckpointed(String id, String java) {
    StringBuilder marked = new StringBuilder();
    Matcher method = HELPER.matcher(java);
    boolean isMarked = false;
    while (method.find()) {
      boolean isMember = depth(java.substring(0, method.start())) == 0;
      isMarked |= isMember;
      method.appendReplacement(marked, (isMember ? "@dev.adjoint.Checkpoint " : "") + "$0");
    }
    method.appendTail(marked);
    String text = marked.toString();
    return isMarked ? of(className(id) + "Checkpointed", text, annotation(List.of())) : null;
  }

  /** The same with a schedule for every counted loop; null if there is none. */
  static @Nullable ProgramSource ofScheduled(String id, String java, String schedule) {
    String loop =
        "for (int at$1 : dev.adjoint.Autograd.checkpoint($3 - $2, dev.adjoint.Schedule.%s)) {"
            + " int $1 = $2 + at$1;";
    String text = LOOP.matcher(java).replaceAll(loop.formatted(schedule));
    String className = className(id) + "By" + className(schedule);
    return text.equals(java) ? null : of(className, text, annotation(List.of()));
  }

  private static ProgramSource of(String className, String java, String annotation) {
    String text = HEADER.formatted(PACKAGE, className) + annotated(java, annotation) + "}\n";
    return new ProgramSource(className, text);
  }

  /** The name by which its class is loaded. */
  public String qualifiedName() {
    return PACKAGE + "." + className;
  }

  JavaFileObject file() {
    return JavaFileObjects.forSourceString(qualifiedName(), text);
  }

  /** 1-based line of the program that a line of the unit shows. */
  static long programLine(long unitLine) {
    return unitLine - 1;
  }

  private static String className(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("[^A-Za-z0-9]+")) {
      name.append(word.substring(0, Math.min(1, word.length())).toUpperCase(Locale.ROOT));
      name.append(word.substring(Math.min(1, word.length())));
    }
    return Character.isJavaIdentifierStart(name.charAt(0)) ? name.toString() : "C" + name;
  }

  private static String annotated(String java, String annotation) {
    Matcher method = METHOD.matcher(java);
    while (method.find()) {
      if (depth(java.substring(0, method.start())) == 0) {
        return java.substring(0, method.start()) + annotation + java.substring(method.start());
      }
    }
    throw new IllegalArgumentException("no static method f in the program:\n" + java);
  }

  private static long depth(String prefix) {
    return prefix.chars().filter(c -> c == '{').count()
        - prefix.chars().filter(c -> c == '}').count();
  }

  private static String annotation(List<String> wrt) {
    String names = wrt.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    return "@dev.adjoint.Differentiable("
        + (wrt.isEmpty() ? "" : "wrt = {" + names + "}, ")
        + "modes = {dev.adjoint.Mode.REVERSE, dev.adjoint.Mode.FORWARD}) ";
  }
}
