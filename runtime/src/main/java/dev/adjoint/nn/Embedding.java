package dev.adjoint.nn;

import org.jspecify.annotations.Nullable;

/**
 * How rows of a table are looked up.
 *
 * @param paddingIdx the row that is held fixed, and left out of bags; negative ones count from the
 *     end; null for none
 * @param maxNorm the largest norm of a row: longer ones are shortened in the table before they are
 *     looked up
 * @param normType the order of that norm
 * @param scalesGradByFrequency whether the gradient of a row is divided by the number of times it
 *     was looked up
 */
public record Embedding(
    @Nullable Long paddingIdx, double maxNorm, double normType, boolean scalesGradByFrequency) {

  private static final Embedding PLAIN = new Embedding(null, Double.POSITIVE_INFINITY, 2, false);

  /**
   * Rows as they are.
   *
   * @return the defaults
   */
  public static Embedding of() {
    return PLAIN;
  }

  /**
   * The lookup with one row held fixed.
   *
   * @param row which; negative ones count from the end
   * @return a changed copy
   */
  public Embedding withPaddingIdx(long row) {
    return new Embedding(row, maxNorm, normType, scalesGradByFrequency);
  }

  /**
   * The lookup of rows of limited length.
   *
   * @param largest the largest norm
   * @param order the order of that norm
   * @return a changed copy
   */
  public Embedding withMaxNorm(double largest, double order) {
    return new Embedding(paddingIdx, largest, order, scalesGradByFrequency);
  }

  /**
   * The lookup with the gradient of a row divided by the number of times it was looked up.
   *
   * @return a changed copy
   */
  public Embedding withGradScaledByFrequency() {
    return new Embedding(paddingIdx, maxNorm, normType, true);
  }
}
