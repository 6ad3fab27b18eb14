package dev.adjoint.nn;

/**
 * How a connectionist temporal classification is scored.
 *
 * @param reduction how losses are put together; the mean divides each by the length of its labels
 * @param blank the class that stands for no label
 * @param zeroesInfinity whether losses of labels that do not fit, and their gradients, are zero
 */
public record Ctc(Reduction reduction, int blank, boolean zeroesInfinity) {

  private static final Ctc PLAIN = new Ctc(Reduction.MEAN, 0, false);

  /**
   * The mean, with class 0 as blank.
   *
   * @return the defaults
   */
  public static Ctc of() {
    return PLAIN;
  }

  /**
   * The score with losses put together in another way.
   *
   * @param how the reduction
   * @return a changed copy
   */
  public Ctc withReduction(Reduction how) {
    return new Ctc(how, blank, zeroesInfinity);
  }

  /**
   * The score with another blank.
   *
   * @param label the class that stands for no label
   * @return a changed copy
   */
  public Ctc withBlank(int label) {
    return new Ctc(reduction, label, zeroesInfinity);
  }

  /**
   * The score in which labels that do not fit count nothing.
   *
   * @return a changed copy
   */
  public Ctc withZeroInfinity() {
    return new Ctc(reduction, blank, true);
  }
}
