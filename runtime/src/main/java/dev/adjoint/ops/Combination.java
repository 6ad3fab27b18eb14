package dev.adjoint.ops;

import dev.adjoint.Reduce;
import dev.adjoint.kernels.Combining;

/**
 * How elements that meet at one place are combined.
 *
 * @param reduce the operation
 * @param includesSelf whether the elements already there take part
 */
public record Combination(Reduce reduce, boolean includesSelf) {

  void apply(double[] target, int[] places, double[] values) {
    if (!includesSelf) {
      Combining.fill(target, places, identity());
    }
    switch (reduce) {
      case SUM, MEAN -> Combining.add(target, places, values);
      case PROD -> Combining.multiply(target, places, values);
      case AMAX -> Combining.largest(target, places, values);
      case AMIN -> Combining.smallest(target, places, values);
    }
    if (reduce == Reduce.MEAN) {
      int[] counts = Combining.counts(target.length, places, includesSelf ? 1 : 0);
      for (int i = 0; i < target.length; i++) {
        target[i] /= counts[i];
      }
    }
  }

  private double identity() {
    return switch (reduce) {
      case SUM, MEAN -> 0;
      case PROD -> 1;
      case AMAX -> Double.NEGATIVE_INFINITY;
      case AMIN -> Double.POSITIVE_INFINITY;
    };
  }

  void apply(long[] target, int[] places, long[] values) {
    if (!includesSelf) {
      Combining.fill(target, places, integralIdentity());
    }
    switch (reduce) {
      case SUM, MEAN -> Combining.add(target, places, values);
      case PROD -> Combining.multiply(target, places, values);
      case AMAX -> Combining.largest(target, places, values);
      case AMIN -> Combining.smallest(target, places, values);
    }
    if (reduce == Reduce.MEAN) {
      int[] counts = Combining.counts(target.length, places, includesSelf ? 1 : 0);
      for (int i = 0; i < target.length; i++) {
        target[i] = Math.floorDiv(target[i], counts[i]);
      }
    }
  }

  private long integralIdentity() {
    return switch (reduce) {
      case SUM, MEAN -> 0;
      case PROD -> 1;
      case AMAX -> Long.MIN_VALUE;
      case AMIN -> Long.MAX_VALUE;
    };
  }
}
