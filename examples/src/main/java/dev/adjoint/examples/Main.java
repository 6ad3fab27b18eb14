package dev.adjoint.examples;

/** Runs every example in turn. */
public final class Main {

  private Main() {}

  /**
   * Runs the examples.
   *
   * @param arguments none are read
   */
  public static void main(String[] arguments) {
    System.out.println("Adjoint examples on Java " + Runtime.version().feature());
  }
}
