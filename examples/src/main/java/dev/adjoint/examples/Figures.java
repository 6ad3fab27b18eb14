package dev.adjoint.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The figures that the examples promise: each is compared, and one that is off fails the run. */
public final class Figures {
  private final List<String> off = new ArrayList<>();

  private Figures() {}

  /**
   * Runs an example and ends the program with exit code 1 if a figure was off.
   *
   * @param example prints its results and hands in its figures
   */
  public static void check(Consumer<Figures> example) {
    List<String> off = offIn(example);
    if (!off.isEmpty()) {
      off.forEach(message -> System.err.println("Off: " + message));
      System.exit(1);
    }
  }

  /** Runs an example; what is off comes back as messages. */
  static List<String> offIn(Consumer<Figures> example) {
    Figures figures = new Figures();
    example.accept(figures);
    return figures.off;
  }

  /**
   * Compares two numbers.
   *
   * @param figure what the number is, as a message may name it
   * @param actual the number found
   * @param expected what it has to be
   * @param allowed the largest difference, relative to the expected number
   */
  public void agree(String figure, double actual, double expected, double allowed) {
    // Negated, so that a NaN is off.
    if (!(Math.abs(actual - expected) <= allowed * Math.abs(expected))) {
      off.add(
          "%s is %s, expected %s with a relative difference of at most %s"
              .formatted(figure, actual, expected, allowed));
    }
  }
}
