package dev.adjoint.nn;

/**
 * How triplets are compared.
 *
 * @param margin by how much the negative is to be farther away than the positive
 * @param p the order of the distance
 * @param eps what is added to each difference
 * @param swap whether the distance of positive and negative counts if it is smaller than that of
 *     anchor and negative
 */
public record Triplet(double margin, double p, double eps, boolean swap) {

  private static final Triplet PLAIN = new Triplet(1, 2, 1e-6, false);

  /**
   * Euclidean distances and a margin of one.
   *
   * @return the defaults
   */
  public static Triplet of() {
    return PLAIN;
  }

  /**
   * The comparison with another margin.
   *
   * @param distance a positive number
   * @return a changed copy
   */
  public Triplet withMargin(double distance) {
    return new Triplet(distance, p, eps, swap);
  }

  /**
   * The comparison by another distance.
   *
   * @param order of the norm
   * @return a changed copy
   */
  public Triplet withP(double order) {
    return new Triplet(margin, order, eps, swap);
  }

  /**
   * The comparison with another addend.
   *
   * @param addend to each difference
   * @return a changed copy
   */
  public Triplet withEps(double addend) {
    return new Triplet(margin, p, addend, swap);
  }

  /**
   * The comparison with the nearer of anchor and positive; Balntas et al., 2016.
   *
   * @return a changed copy
   */
  public Triplet withSwap() {
    return new Triplet(margin, p, eps, true);
  }
}
