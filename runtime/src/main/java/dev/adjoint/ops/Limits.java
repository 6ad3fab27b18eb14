package dev.adjoint.ops;

import dev.adjoint.kernels.Layout;

/** Sizes worked out from arguments that may be any {@code long}, kept from overflowing. */
final class Limits {
  private static final int OPTION = 1 << 30;

  private Limits() {}

  /** A product, or the largest (smallest) number where it is beyond it. */
  static long product(long first, long second) {
    long high = Math.multiplyHigh(first, second);
    long low = first * second;
    boolean fits = high == low >> 63;
    return fits ? low : high < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** A sum, or the largest (smallest) number where it is beyond it. */
  static long sum(long first, long second) {
    long sum = first + second;
    boolean fits = ((first ^ sum) & (second ^ sum)) >= 0;
    return fits ? sum : first < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** A distance such as a stride or a padding. */
  static int option(String name, long value) {
    if (Math.abs(value / 2) > OPTION / 2) {
      throw new IllegalArgumentException(
          "%s is %d, beyond %d, the most that is supported".formatted(name, value, OPTION));
    }
    return (int) value;
  }

  /** A number that an {@code int} holds. */
  static int integer(String name, long value) {
    if (value != (int) value) {
      throw new IllegalArgumentException(
          "%s is %d, beyond 2147483647, the most that one Java array holds".formatted(name, value));
    }
    return (int) value;
  }

  /** The length of a new array of so many parts of a size. */
  static int elements(String what, long parts, long size) {
    long elements = product(parts, size);
    if (elements < 0 || elements > Layout.MAX_ELEMENTS) {
      throw new IllegalArgumentException(
          "%s are %d elements, more than %d, the most that one Java array holds"
              .formatted(what, elements, Layout.MAX_ELEMENTS));
    }
    return (int) elements;
  }
}
