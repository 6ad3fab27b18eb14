package dev.adjoint.processor.ir;

/**
 * Identity of one structured operation of the forward sweep (a loop or a branch), by which its
 * counterpart in the reverse sweep names it. Survives rewriting of the operation.
 */
public final class Label {
  private final String name;

  public Label(String name) {
    this.name = name;
  }

  /** The label of a copy of what this one is the identity of. */
  Label copy() {
    return new Label(name + "'");
  }

  @Override
  public String toString() {
    return "@" + name;
  }
}
