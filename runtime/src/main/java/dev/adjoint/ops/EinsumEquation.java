package dev.adjoint.ops;

import java.util.ArrayList;
import java.util.List;

/**
 * An equation of {@code einsum}, parsed: labels are letters, and the dimensions of an ellipsis one
 * label each. A label is its letter, or {@code 128 + i} for the i-th dimension of the ellipsis,
 * counted from its end.
 *
 * @param operands the labels of each operand's dimensions
 * @param result the labels of the result's dimensions
 */
record EinsumEquation(List<List<Integer>> operands, List<Integer> result) {
  private static final int ELLIPSIS = 128;

  static EinsumEquation parse(String equation, int[] ranks) {
    int arrow = equation.indexOf("->");
    String left = arrow < 0 ? equation : equation.substring(0, arrow);
    requireOperands(left, ranks.length);
    List<List<Integer>> operands = new ArrayList<>();
    Reader reader = new Reader(equation);
    for (int i = 0; i < ranks.length; i++) {
      operands.add(expanded(reader.labels("operand " + i), i, ranks[i]));
      reader.skip(1);
    }
    int covered = covered(operands);
    if (arrow < 0) {
      return new EinsumEquation(operands, implied(operands, covered));
    }
    reader.skip(1);
    List<Integer> output = reader.labels("output");
    return new EinsumEquation(operands, checked(output, operands, covered));
  }

  private static void requireOperands(String left, int given) {
    int named = left.length() - left.replace(",", "").length() + 1;
    if (given != named) {
      throw new IllegalArgumentException(
          "einsum(): %s operands were provided than specified in the equation"
              .formatted(given < named ? "fewer" : "more"));
    }
  }

  /** The dots of an ellipsis replaced by the dimensions that no letter names. */
  private static List<Integer> expanded(List<Integer> labels, int operand, int rank) {
    boolean dots = labels.contains(ELLIPSIS);
    int letters = labels.size() - (dots ? 1 : 0);
    if (dots ? letters > rank : letters != rank) {
      throw new IllegalArgumentException(
          "einsum(): the number of subscripts in the equation (%d) %s the number of dimensions (%d) for operand %d%s"
              .formatted(
                  letters,
                  dots ? "is more than" : "does not match",
                  rank,
                  operand,
                  dots ? "" : " and no ellipsis was given"));
    }
    return replaced(labels, rank - letters);
  }

  private static List<Integer> replaced(List<Integer> labels, int covered) {
    List<Integer> all = new ArrayList<>();
    for (int label : labels) {
      for (int i = covered - 1; label == ELLIPSIS && i >= 0; i--) {
        all.add(ELLIPSIS + i);
      }
      if (label != ELLIPSIS) {
        all.add(label);
      }
    }
    return all;
  }

  /** How many dimensions the ellipses have: the most of any operand. */
  private static int covered(List<List<Integer>> operands) {
    return operands.stream()
        .flatMap(List::stream)
        .mapToInt(label -> label - ELLIPSIS + 1)
        .reduce(0, Math::max);
  }

  /** The ellipsis, then every label that occurs once, in the order of letters. */
  private static List<Integer> implied(List<List<Integer>> operands, int covered) {
    List<Integer> all = operands.stream().flatMap(List::stream).toList();
    List<Integer> labels = replaced(List.of(ELLIPSIS), covered);
    all.stream()
        .filter(label -> label < ELLIPSIS && all.indexOf(label) == all.lastIndexOf(label))
        .sorted()
        .forEach(labels::add);
    return labels;
  }

  private static List<Integer> checked(
      List<Integer> output, List<List<Integer>> operands, int covered) {
    for (int label : output) {
      String name = String.valueOf((char) label);
      if (output.indexOf(label) != output.lastIndexOf(label)) {
        throw new IllegalArgumentException(
            "einsum(): output subscript " + name + " appears more than once in the output");
      }
      if (label != ELLIPSIS && operands.stream().noneMatch(labels -> labels.contains(label))) {
        throw new IllegalArgumentException(
            "einsum(): output subscript "
                + name
                + " does not appear in the equation for any input operand");
      }
    }
    return replaced(output, covered);
  }

  /** Reads the labels of one operand after the other. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    void skip(int count) {
      at += count;
    }

    /** Up to the next comma or the arrow, or to the end. */
    List<Integer> labels(String owner) {
      List<Integer> labels = new ArrayList<>();
      boolean output = owner.equals("output");
      for (; at < text.length(); at++) {
        char c = text.charAt(at);
        if (!output && (c == ',' || text.startsWith("->", at))) {
          break;
        }
        if (c == '.') {
          readDots(labels, owner);
        } else if (c != ' ') {
          labels.add(letter(c));
        }
      }
      return labels;
    }

    private void readDots(List<Integer> labels, String owner) {
      boolean output = owner.equals("output");
      if (labels.contains(ELLIPSIS)) {
        throw new IllegalArgumentException(
            output
                ? "einsum(): found '.' for output but an ellipsis (...) was already found"
                : "einsum(): found '.' for " + owner + " for which an ellipsis was already found");
      }
      if (!text.startsWith("...", at)) {
        throw new IllegalArgumentException(
            "einsum(): found '.' for %s that is not part of any ellipsis%s"
                .formatted(owner, output ? " (...)" : ""));
      }
      labels.add(ELLIPSIS);
      at += 2;
    }

    private int letter(char c) {
      if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
        throw new IllegalArgumentException(
            "einsum(): invalid subscript given at index "
                + at
                + " in the equation string, subscripts must be in [a-zA-Z]");
      }
      return c;
    }
  }
}
