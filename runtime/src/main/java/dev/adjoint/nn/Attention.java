package dev.adjoint.nn;

import org.jspecify.annotations.Nullable;

/**
 * How queries attend to keys.
 *
 * @param dropout the probability with which a weight is left out
 * @param isCausal whether a query sees only keys up to its own position
 * @param scale the factor of inner products; null for one over the root of their length
 * @param groupsQueries whether several heads of queries share one head of keys and values
 */
public record Attention(
    double dropout, boolean isCausal, @Nullable Double scale, boolean groupsQueries) {

  private static final Attention PLAIN = new Attention(0, false, null, false);

  /**
   * Attention to all keys.
   *
   * @return the defaults
   */
  public static Attention of() {
    return PLAIN;
  }

  /**
   * The attention with weights left out by chance, drawn from the default generator.
   *
   * @param probability of being left out
   * @return a changed copy
   */
  public Attention withDropout(double probability) {
    return new Attention(probability, isCausal, scale, groupsQueries);
  }

  /**
   * The attention of queries to keys up to their own position.
   *
   * @return a changed copy
   */
  public Attention causal() {
    return new Attention(dropout, true, scale, groupsQueries);
  }

  /**
   * The attention with another factor of inner products.
   *
   * @param factor the factor
   * @return a changed copy
   */
  public Attention withScale(double factor) {
    return new Attention(dropout, isCausal, factor, groupsQueries);
  }

  /**
   * The attention of several heads of queries to one head of keys and values: heads are the third
   * dimension from the end.
   *
   * @return a changed copy
   */
  public Attention withGroupedQueries() {
    return new Attention(dropout, isCausal, scale, true);
  }
}
