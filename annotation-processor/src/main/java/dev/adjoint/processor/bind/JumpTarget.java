package dev.adjoint.processor.bind;

/** Identity of a statement that {@code break} or {@code continue} can name. */
public final class JumpTarget {
  private final String name;

  /**
   * @param name the user's label, or the kind of statement
   */
  public JumpTarget(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
