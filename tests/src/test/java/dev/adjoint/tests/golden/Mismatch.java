package dev.adjoint.tests.golden;

/** A result that differs from the recorded one; the message says where and how. */
final class Mismatch extends Exception {

  private static final long serialVersionUID = 1;

  Mismatch(String message) {
    super(message);
  }
}
