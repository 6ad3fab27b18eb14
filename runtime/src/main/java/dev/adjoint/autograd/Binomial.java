package dev.adjoint.autograd;

/**
 * The arithmetic of binomial checkpointing: with {@code s} states and {@code r} repetitions of each
 * step at most, {@code (s + r)! / (s! r!)} steps can be reversed.
 */
final class Binomial {
  private Binomial() {}

  /**
   * How far to go before the next state is kept, so that reversing takes the fewest steps: the
   * steps behind it are reversed with one state less, those before with as many, but one repetition
   * less.
   *
   * @param steps how many steps are to be reversed, from a state that is kept
   * @param states how many states may be kept for it, that one included; at least 2
   * @return at least 1, and less than {@code steps} where that is more than 1
   */
  static int advance(int steps, int states) {
    int repetitions = repetitions(steps, states);
    long mostBefore = reversible(states, repetitions - 1);
    long leastBehind = reversible(states - 1, repetitions - 1);
    return (int) Math.max(1, Math.min(mostBefore, steps - leastBehind));
  }

  /** The fewest repetitions with which {@code steps} steps can be reversed. */
  static int repetitions(int steps, int states) {
    int repetitions = 0;
    long reversible = 1;
    while (reversible < steps) {
      repetitions++;
      reversible = reversible * (states + repetitions) / repetitions;
    }
    return repetitions;
  }

  /** How many steps can be reversed; 0 for a negative number of repetitions. */
  static long reversible(int states, int repetitions) {
    if (repetitions < 0) {
      return 0;
    }
    long product = 1;
    for (int i = 1; i <= repetitions; i++) {
      product = product * (states + i) / i;
      if (product > Integer.MAX_VALUE) {
        return Integer.MAX_VALUE;
      }
    }
    return product;
  }
}
