package dev.adjoint.kernels;

/** Elementwise functions of two values. */
public enum BinaryOp {
  /** The sum. */
  ADD,
  /** The difference. */
  SUB,
  /** The product. */
  MUL,
  /** The quotient. */
  DIV,
  /** The first raised to the second. */
  POW,
  /** The larger; NaN if either is. */
  MAXIMUM,
  /** The smaller; NaN if either is. */
  MINIMUM,
  /** The gradient of tanh from the gradient and value of its result. */
  TANH_BACKWARD,
  /** The gradient of sigmoid from the gradient and value of its result. */
  SIGMOID_BACKWARD,
  /** The gradient of relu from the gradient and value of its result. */
  RELU_BACKWARD
}
