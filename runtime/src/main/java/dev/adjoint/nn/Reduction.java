package dev.adjoint.nn;

import dev.adjoint.Tensor;

/** What a loss function does with the losses of the single elements. */
public enum Reduction {
  /** Returns them. */
  NONE,
  /** Averages them. */
  MEAN,
  /** Adds them up. */
  SUM;

  /**
   * Puts losses together.
   *
   * @param losses one per element
   * @return themselves, their mean or their sum
   */
  public Tensor of(Tensor losses) {
    return switch (this) {
      case NONE -> losses;
      case MEAN -> losses.mean();
      case SUM -> losses.sum();
    };
  }
}
