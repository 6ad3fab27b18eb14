package dev.adjoint.kernels;

import java.util.Arrays;

/** Values combined with the elements at their places, one place per value. */
public final class Combining {
  private Combining() {}

  /** Writes one number to all places. */
  public static void fill(double[] target, int[] places, double value) {
    for (int place : places) {
      target[place] = value;
    }
  }

  /** Writes one number to all places. */
  public static void fill(long[] target, int[] places, long value) {
    for (int place : places) {
      target[place] = value;
    }
  }

  /** Adds. */
  public static void add(double[] target, int[] places, double[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] += values[i];
    }
  }

  /** Adds. */
  public static void add(long[] target, int[] places, long[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] += values[i];
    }
  }

  /** Multiplies. */
  public static void multiply(double[] target, int[] places, double[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] *= values[i];
    }
  }

  /** Multiplies. */
  public static void multiply(long[] target, int[] places, long[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] *= values[i];
    }
  }

  /** Keeps the larger one, or NaN. */
  public static void largest(double[] target, int[] places, double[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] = Math.max(target[places[i]], values[i]);
    }
  }

  /** Keeps the larger one. */
  public static void largest(long[] target, int[] places, long[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] = Math.max(target[places[i]], values[i]);
    }
  }

  /** Keeps the smaller one, or NaN. */
  public static void smallest(double[] target, int[] places, double[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] = Math.min(target[places[i]], values[i]);
    }
  }

  /** Keeps the smaller one. */
  public static void smallest(long[] target, int[] places, long[] values) {
    for (int i = 0; i < places.length; i++) {
      target[places[i]] = Math.min(target[places[i]], values[i]);
    }
  }

  /**
   * How many values meet at each place.
   *
   * @param n the number of places
   * @param places one place per value
   * @param start what to count from
   * @return counts of at least 1
   */
  public static int[] counts(int n, int[] places, int start) {
    int[] counts = new int[n];
    Arrays.fill(counts, start);
    for (int place : places) {
      counts[place]++;
    }
    for (int i = 0; i < n; i++) {
      counts[i] = Math.max(1, counts[i]);
    }
    return counts;
  }
}
