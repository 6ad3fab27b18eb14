package dev.adjoint.processor.ir;

import org.jspecify.annotations.Nullable;

/** Spelling of literals in printed IR. */
final class Literals {
  private static final int LONGEST_TEXT = 60;

  private Literals() {}

  static String text(@Nullable Object literal) {
    return switch (literal) {
      case null -> "null";
      case Float number -> number + "f";
      case Long number -> number + "L";
      case Character character -> "'" + character + "'";
      case String string -> '"' + shortened(string) + '"';
      default -> literal.toString();
    };
  }

  private static String shortened(String text) {
    String oneLine = text.strip().replaceAll("\\s+", " ");
    return oneLine.length() <= LONGEST_TEXT ? oneLine : oneLine.substring(0, LONGEST_TEXT) + "…";
  }
}
