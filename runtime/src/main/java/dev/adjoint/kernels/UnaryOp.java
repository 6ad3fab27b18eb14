package dev.adjoint.kernels;

/** Elementwise functions of one value. */
public enum UnaryOp {
  /** The negated value. */
  NEG,
  /** The absolute value. */
  ABS,
  /** -1, 0 or 1 by sign. */
  SIGN,
  /** The exponential. */
  EXP,
  /** The exponential less one. */
  EXPM1,
  /** The natural logarithm. */
  LOG,
  /** The logarithm of one plus the value. */
  LOG1P,
  /** The square root. */
  SQRT,
  /** The reciprocal of the square root. */
  RSQRT,
  /** One over the value. */
  RECIPROCAL,
  /** The value times itself. */
  SQUARE,
  /** The sine. */
  SIN,
  /** The cosine. */
  COS,
  /** The hyperbolic tangent. */
  TANH,
  /** The logistic function. */
  SIGMOID,
  /** The value where positive, else zero. */
  RELU
}
