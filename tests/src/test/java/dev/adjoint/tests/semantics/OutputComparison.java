package dev.adjoint.tests.semantics;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Compares printed text to the letter, but for one unit in the last digit of a number. */
final class OutputComparison {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(?:e[+-]\\d+)?");

  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]+");

  private OutputComparison() {}

  static boolean matches(String expected, String printed) {
    String actual = ADDRESS.matcher(printed).replaceAll("0x0");
    return expected.equals(actual)
        || (frame(expected).equals(frame(actual)) && numbersAgree(expected, actual));
  }

  private static String frame(String text) {
    return NUMBER.matcher(text).replaceAll("#");
  }

  private static boolean numbersAgree(String expected, String actual) {
    List<String> left = numbers(expected);
    List<String> right = numbers(actual);
    for (int i = 0; i < left.size(); i++) {
      if (!agree(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).toList();
  }

  private static boolean agree(String expected, String actual) {
    BigDecimal left = new BigDecimal(expected);
    BigDecimal right = new BigDecimal(actual);
    boolean sameDigits = left.scale() == right.scale() && expected.length() == actual.length();
    return sameDigits && left.subtract(right).abs().compareTo(left.ulp()) <= 0;
  }
}
