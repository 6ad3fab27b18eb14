package dev.adjoint.kernels;

/** Elementwise comparisons of two values. */
public enum CompareOp {
  /** Whether {@code x == y}. */
  EQ,
  /** Whether {@code x != y}. */
  NE,
  /** Whether {@code x < y}. */
  LT,
  /** Whether {@code x <= y}. */
  LE,
  /** Whether {@code x > y}. */
  GT,
  /** Whether {@code x >= y}. */
  GE
}
