package dev.adjoint.processor.emit;

import dev.adjoint.processor.source.SourceRange;
import dev.adjoint.processor.source.SourceText;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user's text, by its plain statements: finds the one around a place. */
public final class StatementTexts {
  private static final int LONGEST = 80;
  private static final Pattern HEADER = Pattern.compile("(?:if|for|while|switch|else|do)\\b");
  private static final Pattern HEADER_BEFORE =
      Pattern.compile("(?:if|for|while|switch)\\s*", Pattern.MULTILINE);
  private static final Pattern TOKENS =
      Pattern.compile(
          "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'|//[^\n]*|/\\*.*?\\*/",
          Pattern.DOTALL);

  private final SourceText text;
  private final String code;
  private final String structure;
  private final BitSet headers;
  private final Map<Integer, Optional<Statement>> found = new HashMap<>();

  /** A statement on one line, and where it starts. */
  public record Statement(int start, String text) {}

  public StatementTexts(SourceText text) {
    this.text = text;
    code = replaceTokens(text.content(), match -> match.startsWith("/"));
    structure = replaceTokens(code, _ -> true);
    headers = headers();
  }

  /** The whole text. */
  public SourceText text() {
    return text;
  }

  /** The statement around a range; empty in the header of a loop or branch. */
  public Optional<Statement> around(SourceRange range) {
    if (range.end() > structure.length()) {
      return Optional.empty();
    }
    int start = afterHeaders(startOf(range.start()));
    int end = structure.indexOf(';', range.start());
    if (start > range.start() || end < 0 || headers.get(range.start())) {
      return Optional.empty();
    }
    return found.computeIfAbsent(start, _ -> statement(start, end));
  }

  private Optional<Statement> statement(int start, int end) {
    String line = code.substring(start, end + 1).strip().replaceAll("\\s+", " ");
    boolean isPlain = structure.substring(start, end).indexOf('}') < 0;
    return isPlain ? Optional.of(new Statement(start, shortened(line))) : Optional.empty();
  }

  private int startOf(int offset) {
    int depth = 0;
    int at = offset;
    while (at > 0 && !isBoundary(structure.charAt(at - 1), depth)) {
      at--;
      char character = structure.charAt(at);
      depth += character == ')' ? 1 : character == '(' ? -1 : 0;
    }
    return skipSpace(at);
  }

  private static boolean isBoundary(char character, int depth) {
    return character == '{' || character == '}' || (character == ';' && depth <= 0);
  }

  /** What stands between the parentheses of {@code if (…)}, {@code for (…)} and the like. */
  private BitSet headers() {
    BitSet inside = new BitSet(structure.length());
    Deque<Boolean> open = new ArrayDeque<>();
    for (int at = 0; at < structure.length(); at++) {
      char character = structure.charAt(at);
      inside.set(at, open.contains(true));
      switch (character) {
        case '(' -> open.push(isAfterKeyword(at));
        case ')' -> open.poll();
        case '{', '}' -> open.clear();
        default -> {}
      }
    }
    return inside;
  }

  private boolean isAfterKeyword(int open) {
    int start = open;
    while (start > 0 && "{};()".indexOf(structure.charAt(start - 1)) < 0) {
      start--;
    }
    Matcher matcher = HEADER_BEFORE.matcher(structure.substring(start, open).strip());
    return matcher.find() && matcher.end() == matcher.regionEnd();
  }

  /** Skips {@code if (…)}, {@code else} and the like before a statement without braces. */
  private int afterHeaders(int start) {
    int at = start;
    Matcher header = HEADER.matcher(structure);
    while (header.region(at, structure.length()).lookingAt()) {
      int next = skipSpace(header.end());
      boolean hasCondition = next < structure.length() && structure.charAt(next) == '(';
      at = hasCondition ? skipSpace(closing(next) + 1) : next;
    }
    return at;
  }

  private int closing(int open) {
    int depth = 0;
    for (int at = open; at < structure.length(); at++) {
      char character = structure.charAt(at);
      depth += character == '(' ? 1 : character == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return structure.length() - 1;
  }

  private int skipSpace(int start) {
    int at = start;
    while (at < structure.length() && Character.isWhitespace(structure.charAt(at))) {
      at++;
    }
    return at;
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  /** Blanks out comments or literals; every other character keeps its place. */
  private static String replaceTokens(String text, Predicate<String> isBlanked) {
    return TOKENS.matcher(text).replaceAll(match -> replacement(match, isBlanked));
  }

  private static String replacement(MatchResult match, Predicate<String> isBlanked) {
    String token = match.group();
    return isBlanked.test(token) ? token.replaceAll("[^\n]", " ") : Matcher.quoteReplacement(token);
  }
}
