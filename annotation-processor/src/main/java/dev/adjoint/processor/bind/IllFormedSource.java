package dev.adjoint.processor.bind;

/**
 * Thrown where a method is not Java: the compiler will say so itself, and in better words, once it
 * gets there. What reaches such a method is left to it too.
 */
final class IllFormedSource extends RuntimeException {
  private static final long serialVersionUID = 1;

  IllFormedSource(String what) {
    super(what, null, false, false);
  }
}
