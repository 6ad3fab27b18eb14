package dev.adjoint.nn;

/** What the sum over a window is divided by in an average. */
public sealed interface Divisor {

  /** The size of the window, padding included. */
  Divisor WINDOW = new Count(true);

  /** The number of elements in the window, padding left out. */
  Divisor ELEMENTS = new Count(false);

  /**
   * One number for all windows.
   *
   * @param value a number other than 0
   * @return the divisor
   */
  static Divisor of(long value) {
    return new Constant(value);
  }

  /**
   * The number of positions of a window.
   *
   * @param countsPadding whether those of the padding count
   */
  record Count(boolean countsPadding) implements Divisor {}

  /**
   * One number for all windows.
   *
   * @param value the number
   */
  record Constant(long value) implements Divisor {}
}
