package dev.adjoint.tests.diagnostics;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * One message of a compiler.
 *
 * @param kind {@code error}, {@code warning} …
 * @param line 1-based; where the text itself names a place, that of the text
 * @param text the message without that place
 */
public record CompilerMessage(String kind, long line, long column, String text) {
  private static final Pattern PLACE = Pattern.compile("^\\w+\\.java:(\\d+):(\\d+): ");
  private static final Pattern CODE = Pattern.compile("^\\[(ADJ\\d{4})] ");

  static CompilerMessage of(Diagnostic<? extends JavaFileObject> diagnostic) {
    String kind = diagnostic.getKind().toString().toLowerCase(Locale.ROOT);
    String text = diagnostic.getMessage(Locale.ROOT);
    Matcher place = PLACE.matcher(text);
    return place.find()
        ? new CompilerMessage(
            kind,
            Long.parseLong(place.group(1)),
            Long.parseLong(place.group(2)),
            text.substring(place.end()))
        : new CompilerMessage(kind, diagnostic.getLineNumber(), diagnostic.getColumnNumber(), text);
  }

  /** The code of ours, or the whole text where there is none. */
  String code() {
    Matcher code = CODE.matcher(text);
    return code.find() ? code.group(1) : text;
  }

  boolean isOurs() {
    return CODE.matcher(text).find();
  }

  /** {@code line 5: error ADJ0203}. */
  String summary() {
    return "line %d: %s %s".formatted(line, kind, code());
  }
}
