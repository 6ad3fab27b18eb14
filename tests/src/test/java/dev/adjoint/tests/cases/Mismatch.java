package dev.adjoint.tests.cases;

/** Thrown where a generated method does not do what the case says; the message is one line. */
final class Mismatch extends RuntimeException {
  private static final long serialVersionUID = 1;

  Mismatch(String message) {
    super(message);
  }
}
