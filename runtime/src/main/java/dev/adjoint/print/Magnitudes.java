package dev.adjoint.print;

/**
 * What the finite, nonzero elements of a floating tensor have in common.
 *
 * @param smallest smallest magnitude, infinity when there is no such element
 * @param largest largest magnitude, zero when there is no such element
 * @param allWhole whether all of them are whole numbers
 */
record Magnitudes(double smallest, double largest, boolean allWhole) {

  static Magnitudes of(TensorContent content, VisibleElements visible) {
    Magnitudes[] seen = {new Magnitudes(Double.POSITIVE_INFINITY, 0, true)};
    visible.forEach(position -> seen[0] = seen[0].with(content.floatingAt(position)));
    return seen[0];
  }

  /** Whether a value takes part: zeros, infinities and NaN do not. */
  static boolean counts(double value) {
    return value != 0 && Double.isFinite(value);
  }

  private Magnitudes with(double value) {
    if (!counts(value)) {
      return this;
    }
    double magnitude = Math.abs(value);
    return new Magnitudes(
        Math.min(smallest, magnitude),
        Math.max(largest, magnitude),
        allWhole && value == Math.rint(value));
  }

  boolean isEmpty() {
    return largest == 0;
  }
}
