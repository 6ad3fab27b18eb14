package dev.adjoint.kernels;

import dev.adjoint.Reduce;

/** Elements combined at computed places. */
public final class Combining {
  private Combining() {}

  /**
   * Combines values into elements at their places.
   *
   * @param target the elements, overwritten
   * @param places one place per value
   * @param values what to combine
   * @param how the operation
   * @param includesTarget whether the elements there take part
   */
  public static void combine(
      double[] target, int[] places, double[] values, Reduce how, boolean includesTarget) {
    if (!includesTarget) {
      double identity = identity(how);
      for (int place : places) {
        target[place] = identity;
      }
    }
    for (int i = 0; i < places.length; i++) {
      target[places[i]] = combined(how, target[places[i]], values[i]);
    }
    if (how == Reduce.MEAN) {
      int[] counts = counts(target.length, places, includesTarget);
      for (int i = 0; i < target.length; i++) {
        target[i] /= counts[i];
      }
    }
  }

  /**
   * Combines integers into elements at their places.
   *
   * @param target the elements, overwritten
   * @param places one place per value
   * @param values what to combine
   * @param how the operation
   * @param includesTarget whether the elements there take part
   */
  public static void combine(
      long[] target, int[] places, long[] values, Reduce how, boolean includesTarget) {
    if (!includesTarget) {
      long identity = integralIdentity(how);
      for (int place : places) {
        target[place] = identity;
      }
    }
    for (int i = 0; i < places.length; i++) {
      target[places[i]] = combined(how, target[places[i]], values[i]);
    }
    if (how == Reduce.MEAN) {
      int[] counts = counts(target.length, places, includesTarget);
      for (int i = 0; i < target.length; i++) {
        target[i] = Math.floorDiv(target[i], counts[i]);
      }
    }
  }

  private static double combined(Reduce how, double a, double b) {
    return switch (how) {
      case SUM, MEAN -> a + b;
      case PROD -> a * b;
      case AMAX -> Math.max(a, b);
      case AMIN -> Math.min(a, b);
    };
  }

  private static long combined(Reduce how, long a, long b) {
    return switch (how) {
      case SUM, MEAN -> a + b;
      case PROD -> a * b;
      case AMAX -> Math.max(a, b);
      case AMIN -> Math.min(a, b);
    };
  }

  private static double identity(Reduce how) {
    return switch (how) {
      case SUM, MEAN -> 0;
      case PROD -> 1;
      case AMAX -> Double.NEGATIVE_INFINITY;
      case AMIN -> Double.POSITIVE_INFINITY;
    };
  }

  private static long integralIdentity(Reduce how) {
    return switch (how) {
      case SUM, MEAN -> 0;
      case PROD -> 1;
      case AMAX -> Long.MIN_VALUE;
      case AMIN -> Long.MAX_VALUE;
    };
  }

  /** How many elements meet at each place; 1 where there are none. */
  private static int[] counts(int n, int[] places, boolean includesTarget) {
    int[] counts = new int[n];
    if (includesTarget) {
      java.util.Arrays.fill(counts, 1);
    }
    for (int place : places) {
      counts[place]++;
    }
    for (int i = 0; i < n; i++) {
      counts[i] = Math.max(1, counts[i]);
    }
    return counts;
  }
}
