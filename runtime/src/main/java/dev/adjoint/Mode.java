package dev.adjoint;

/** A direction in which derivatives are propagated through a method. */
public enum Mode {
  /**
   * From the result to the inputs: one sweep yields the gradient with respect to every input. The
   * cost is a small multiple of the method's, however many inputs there are.
   */
  REVERSE,

  /**
   * From the inputs to the result: one sweep yields the derivative along one direction of the
   * inputs, beside the value. Nothing of the method's run has to be kept.
   */
  FORWARD
}
