package dev.adjoint.processor.differentiate;

/** The shapes in which an adjoint is needed. */
public enum AdjointForm {
  /** Gradients of {@code gradOutput * f}; the value itself is not returned. */
  BACKWARD,
  /** The value and the gradients for a cotangent of 1. */
  VALUE_AND_GRAD,
  /**
   * For callers within generated code: the value, and gradients for a given cotangent; adjoint
   * arrays are handed in and updated.
   */
  SWEEPS
}
