package dev.adjoint;

/** How elements that meet at one place are combined. */
public enum Reduce {
  /** Their sum. */
  SUM,
  /** Their product. */
  PROD,
  /** Their mean; of integers rounded down. */
  MEAN,
  /** The largest of them. */
  AMAX,
  /** The smallest of them. */
  AMIN
}
