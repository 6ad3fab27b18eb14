package dev.adjoint.nn;

/** What is put around a tensor's elements. */
public enum Padding {
  /** One number. */
  CONSTANT,
  /** The elements mirrored at the edge, which is not repeated. */
  REFLECT,
  /** The edge repeated. */
  REPLICATE,
  /** The elements from the other end. */
  CIRCULAR
}
