package dev.adjoint.ops;

import dev.adjoint.Tensor;

/** Elements that are equal up to a tolerance. */
public final class Closeness {
  private Closeness() {}

  /** Whether elements differ by {@code atol + rtol |other|} at most. */
  public static Tensor isclose(
      Tensor self, Tensor other, double rtol, double atol, boolean equalNan) {
    if (self.dtype() != other.dtype()) {
      throw new IllegalArgumentException(
          self.dtype().title() + " did not match " + other.dtype().title());
    }
    requireNonNegative("rtol", rtol);
    requireNonNegative("atol", atol);
    Tensor x = Conversions.detach(self);
    Tensor y = Conversions.detach(other);
    Tensor close = x.eq(y);
    if (equalNan && self.dtype().isFloatingPoint()) {
      close = close.logicalOr(x.isnan().logicalAnd(y.isnan()));
    }
    if (rtol == 0 && atol == 0) {
      return close;
    }
    Tensor real = y.to(Promotion.floating(y.dtype()));
    Tensor allowed = real.mul(rtol).abs().add(atol);
    Tensor actual = x.to(real.dtype()).sub(real).abs();
    return close.logicalOr(actual.isfinite().logicalAnd(actual.le(allowed)));
  }

  private static void requireNonNegative(String name, double value) {
    if (!(value >= 0)) {
      String text = value == Math.rint(value) ? Long.toString((long) value) : "" + value;
      throw new IllegalArgumentException(
          name + " must be greater than or equal to zero, but got " + text);
    }
  }

  /** Whether all elements are close. */
  public static boolean allclose(
      Tensor self, Tensor other, double rtol, double atol, boolean equalNan) {
    return Comparisons.all(isclose(self, other, rtol, atol, equalNan)).itemBoolean();
  }
}
