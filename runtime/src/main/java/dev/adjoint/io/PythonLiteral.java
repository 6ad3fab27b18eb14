package dev.adjoint.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the one form of Python text that the head of a {@code .npy} file has: a dictionary of
 * strings, truth values and tuples of integers. Nothing is evaluated.
 */
final class PythonLiteral {
  private static final int MOST_DIGITS = 18;

  private final SizedInput in;
  private final String text;
  private int at;

  private PythonLiteral(SizedInput in, String text) {
    this.in = in;
    this.text = text;
  }

  /** The dictionary; values are {@code String}, {@code Boolean} or {@code long[]}. */
  static Map<String, Object> dictionary(SizedInput in, String text) throws TensorFileException {
    PythonLiteral literal = new PythonLiteral(in, text);
    Map<String, Object> entries = literal.dictionary();
    literal.blank();
    if (literal.at != text.length()) {
      throw literal.unexpected();
    }
    return entries;
  }

  private Map<String, Object> dictionary() throws TensorFileException {
    Map<String, Object> entries = new LinkedHashMap<>();
    expect('{');
    while (!accept('}')) {
      String key = string();
      expect(':');
      if (entries.put(key, value()) != null) {
        throw in.malformed("the header says '" + key + "' twice");
      }
      if (!accept(',')) {
        expect('}');
        return entries;
      }
    }
    return entries;
  }

  private Object value() throws TensorFileException {
    blank();
    return switch (peek()) {
      case '\'', '"' -> string();
      case '(' -> tuple();
      case '[' -> throw in.malformed("an array of records has no counterpart here");
      case 'T', 'F' -> truth();
      default -> throw unexpected();
    };
  }

  private boolean truth() throws TensorFileException {
    for (String word : List.of("True", "False")) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return word.equals("True");
      }
    }
    throw unexpected();
  }

  private String string() throws TensorFileException {
    blank();
    char quote = peek();
    int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
    if (end < 0 || text.substring(at, end).contains("\\")) {
      throw unexpected();
    }
    String string = text.substring(at + 1, end);
    at = end + 1;
    return string;
  }

  private long[] tuple() throws TensorFileException {
    List<Long> numbers = new ArrayList<>();
    expect('(');
    while (!accept(')')) {
      numbers.add(number());
      if (!accept(',')) {
        expect(')');
        break;
      }
    }
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  /** Python 2 wrote an L behind its long integers. */
  private long number() throws TensorFileException {
    blank();
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start || at - start > MOST_DIGITS) {
      throw in.malformed("no size at column " + start + " of the header " + text.strip());
    }
    long number = Long.parseLong(text.substring(start, at));
    accept('L');
    return number;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void blank() {
    while (at < text.length() && " \t\r\n\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean accept(char symbol) {
    blank();
    if (peek() != symbol) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char symbol) throws TensorFileException {
    if (!accept(symbol)) {
      throw unexpected();
    }
  }

  private TensorFileException unexpected() {
    return in.malformed("the header is wrong at column %d: %s".formatted(at, text.strip()));
  }
}
