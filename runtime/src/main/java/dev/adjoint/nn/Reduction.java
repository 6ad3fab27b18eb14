package dev.adjoint.nn;

/** What a loss function does with the losses of the single elements. */
public enum Reduction {
  /** Returns them. */
  NONE,
  /** Averages them. */
  MEAN,
  /** Adds them up. */
  SUM
}
