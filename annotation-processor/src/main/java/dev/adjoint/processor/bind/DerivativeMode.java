package dev.adjoint.processor.bind;

/** A direction in which derivatives are asked for. */
public enum DerivativeMode {
  REVERSE,
  FORWARD
}
