package dev.adjoint.tests.rules;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The description of a derivative, taken apart: {@code Of ⟨operation⟩: ⟨phrase⟩. ⟨rest⟩}.
 *
 * @param operation of what it is the derivative
 * @param phrase what the gradient is: a formula, or words; the whole sentence without a colon
 * @param rest further sentences: conventions and differences
 * @param hasPhrase whether there is a colon
 */
record Sentences(String operation, String phrase, String rest, boolean hasPhrase) {
  private static final Pattern TAG = Pattern.compile("\\{@(code|link)\\s+([^{}]*)}");
  private static final Pattern FORMULA = Pattern.compile("^(`([^`]*)`)(?:[,;]\\s*|$)");

  /** A Javadoc description as Markdown, in one line. */
  static String text(String javadoc) {
    return TAG.matcher(javadoc)
        .replaceAll(Sentences::code)
        .replaceAll("</?p>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Takes a Javadoc description apart. */
  static Sentences of(String javadoc) {
    String text = text(javadoc);
    int end = text.indexOf(". ");
    String first = end < 0 ? text : text.substring(0, end);
    String rest = end < 0 ? "" : text.substring(end + 2);
    first = first.replaceAll("\\.$", "");
    int colon = first.indexOf(": ");
    String operation = first.substring(0, colon < 0 ? first.length() : colon);
    return new Sentences(
        operation.replaceFirst("^Of ", ""),
        first.substring(colon < 0 ? 0 : colon + 2),
        rest,
        colon >= 0);
  }

  private static String code(MatchResult tag) {
    return Matcher.quoteReplacement("`" + tag.group(2).replaceAll("^.*[.#]", "") + "`");
  }

  /** The phrase as it stands, where it says what the gradient is; empty where it says of what. */
  String gradient() {
    return hasPhrase ? phrase : "";
  }

  /** The formula that the phrase begins with, in backquotes; empty if it does not. */
  String formula() {
    Matcher matcher = FORMULA.matcher(gradient());
    return matcher.find() && matcher.group(2).contains("gradOutput") ? matcher.group(1) : "";
  }

  /** What is said besides a formula at the beginning. */
  String besideFormula() {
    return joined(FORMULA.matcher(phrase).replaceFirst("").strip());
  }

  private String joined(String beginning) {
    if (rest.isEmpty()) {
      return beginning;
    }
    return beginning.isEmpty() ? rest : beginning + ". " + rest;
  }
}
