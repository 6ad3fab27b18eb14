package dev.adjoint.benchmarks;

import java.util.SplittableRandom;

/** Arrays to measure with: the same numbers in every run. */
final class Inputs {
  private static final long SEED = 11;

  private Inputs() {}

  static double[] between(double least, double most, int count) {
    return new SplittableRandom(SEED).doubles(count, least, most).toArray();
  }
}
