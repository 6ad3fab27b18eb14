package dev.adjoint.print;

/** How the elements of a tensor are read for printing. */
public enum ElementKind {
  /** Read by {@link TensorContent#floatingAt}. */
  FLOATING,
  /** Read by {@link TensorContent#integralAt}. */
  INTEGRAL,
  /**
   * Read by {@link TensorContent#integralAt}: zero is {@code False}, anything else {@code True}.
   */
  BOOLEAN
}
