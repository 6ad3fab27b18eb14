package dev.adjoint.processor.ir;

/**
 * Identity of one structured operation of the forward sweep (a loop or a branch), by which its
 * counterpart in the reverse sweep names it. Survives rewriting of the operation.
 */
public final class Label {
  private final String name;
  private final boolean isReplay;

  public Label(String name) {
    this(name, false);
  }

  private Label(String name, boolean isReplay) {
    this.name = name;
    this.isReplay = isReplay;
  }

  /** The label of a loop of the reverse sweep that computes again what a forward loop did. */
  public static Label replay(Label forward) {
    return new Label(forward.name + " again", true);
  }

  /**
   * Whether the loop computes again what the forward sweep did: to the last bit, unlike what else
   * is in the reverse sweep.
   */
  public boolean isReplay() {
    return isReplay;
  }

  /** The label of a copy of what this one is the identity of. */
  Label copy() {
    return new Label(name + "'", isReplay);
  }

  @Override
  public String toString() {
    return "@" + name;
  }
}
