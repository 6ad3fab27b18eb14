package dev.adjoint.nn;

/**
 * How the rows of a bag are put together.
 *
 * @param mode sum, mean or largest elements
 * @param includesLastOffset whether the last offset is the end of the last bag rather than the
 *     start of one
 * @param rows how rows are looked up
 */
public record Bag(Mode mode, boolean includesLastOffset, Embedding rows) {

  /** What is made of the rows of a bag. */
  public enum Mode {
    /** Their sum. */
    SUM,
    /** Their mean. */
    MEAN,
    /** The largest element of each column. */
    MAX;

    /**
     * The mode as PyTorch calls it.
     *
     * @return for instance {@code sum}
     */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Bags of rows as they are.
   *
   * @param mode sum, mean or largest elements
   * @return the bag
   */
  public static Bag of(Mode mode) {
    return new Bag(mode, false, Embedding.of());
  }

  /**
   * The bags of which the end of the last one is an offset, too.
   *
   * @return a changed copy
   */
  public Bag withLastOffset() {
    return new Bag(mode, true, rows);
  }

  /**
   * The bags of rows that are looked up in another way.
   *
   * @param lookup how
   * @return a changed copy
   */
  public Bag withRows(Embedding lookup) {
    return new Bag(mode, includesLastOffset, lookup);
  }
}
