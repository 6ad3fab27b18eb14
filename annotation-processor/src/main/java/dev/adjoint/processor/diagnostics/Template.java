package dev.adjoint.processor.diagnostics;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with {@code {name}} placeholders. */
final class Template {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private Template() {}

  /** The distinct placeholder names, in order of appearance. */
  static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).distinct().toList();
  }

  /** The text with every placeholder replaced by what {@code values} has for its name. */
  static String fill(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
  }
}
