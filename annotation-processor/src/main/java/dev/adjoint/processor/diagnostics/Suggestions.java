package dev.adjoint.processor.diagnostics;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses the name that a misspelt one stands for. */
public final class Suggestions {
  private Suggestions() {}

  /**
   * The candidate that takes the fewest single-character edits to reach, if fewer than half of the
   * name's characters have to change.
   */
  public static Optional<String> nearest(String name, Collection<String> candidates) {
    int most = Math.max(1, name.length() / 2);
    return candidates.stream()
        .filter(candidate -> distance(name, candidate) <= most)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** Levenshtein's distance by rows; upper and lower case count as equal. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      row = nextRow(row, from.charAt(i - 1), i, to);
    }
    return row[to.length()];
  }

  private static int[] nextRow(int[] previous, char character, int index, String to) {
    int[] row = new int[previous.length];
    row[0] = index;
    for (int j = 1; j < row.length; j++) {
      char other = to.charAt(j - 1);
      boolean isSame = Character.toLowerCase(character) == Character.toLowerCase(other);
      int substituted = previous[j - 1] + (isSame ? 0 : 1);
      row[j] = Math.min(substituted, 1 + Math.min(previous[j], row[j - 1]));
    }
    return row;
  }
}
