package dev.adjoint.processor.lower;

/** Whether two things are known to be the same. */
enum Likeness {
  SAME,
  DIFFERENT,
  UNKNOWN
}
