package dev.adjoint.tests.exceptions;

import dev.adjoint.Differentiable;
import dev.adjoint.Mode;

/** Methods with {@code assert} statements. */
final class Asserted {
  static int looks;

  private Asserted() {}

  /** How often the condition with an effect was looked at. */
  static int looks() {
    return looks;
  }

  @SuppressWarnings("SameReturnValue")
  static boolean look() {
    looks++;
    return true;
  }

  private static double half(double x, int depth) {
    assert depth < 5 : "depth " + depth;
    return depth == 0 ? x / 2 : half(x / 2, depth - 1);
  }

  /** {@code k log(x) x / 4}, where all is well. */
  @Differentiable(
      modes = {Mode.REVERSE, Mode.FORWARD},
      order = 2)
  static double mean(double x, int k) {
    assert look();
    double sum = 0;
    for (int i = 0; i < k; i++) {
      assert x > 0 : x;
      sum += Math.log(x) * half(x, k > 90 ? k : 1);
    }
    return switch (k) {
      case 7 -> {
        assert false;
        yield sum;
      }
      default -> sum;
    };
  }
}
