package dev.adjoint.processor.parse;

import java.util.Arrays;

/**
 * A text with its Unicode escapes ({@code \}{@code u0041}) replaced by the characters they stand
 * for, which knows where each character came from.
 */
final class UnicodeEscapes {
  private static final int DIGITS = 4;

  private final StringBuilder translated = new StringBuilder();
  private int[] origins;

  private UnicodeEscapes(String text) {
    origins = new int[text.length() + 1];
    int backslashes = 0;
    for (int at = 0; at < text.length(); ) {
      int end = backslashes % 2 == 0 ? escapeEnd(text, at) : at;
      if (end > at) {
        append((char) Integer.parseInt(text.substring(end - DIGITS, end), 16), at);
        backslashes = 0;
        at = end;
      } else {
        backslashes = text.charAt(at) == '\\' ? backslashes + 1 : 0;
        append(text.charAt(at), at);
        at++;
      }
    }
    origins[translated.length()] = text.length();
    origins = Arrays.copyOf(origins, translated.length() + 1);
  }

  static UnicodeEscapes translate(String text) {
    return new UnicodeEscapes(text);
  }

  String text() {
    return translated.toString();
  }

  /** The offset in the original text of a character of the translated one, or of its end. */
  int originOf(int offset) {
    return origins[offset];
  }

  private void append(char character, int origin) {
    origins[translated.length()] = origin;
    translated.append(character);
  }

  /** The end of the escape at an offset; the offset itself if there is none. */
  private static int escapeEnd(String text, int start) {
    if (!text.startsWith("\\u", start)) {
      return start;
    }
    int digits = start + 1;
    while (digits < text.length() && text.charAt(digits) == 'u') {
      digits++;
    }
    int end = digits + DIGITS;
    boolean isComplete =
        end <= text.length()
            && text.substring(digits, end).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    return isComplete ? end : start;
  }
}
