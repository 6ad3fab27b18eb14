package dev.adjoint.processor.emit;

/** The Java statement that a loop becomes. */
sealed interface LoopShape {

  /**
   * {@code for (int i = …; test; update)}.
   *
   * @param index which carried value is the variable of the header
   * @param update what computes its next value
   */
  record For(int index, Node update) implements LoopShape {}

  /**
   * {@code do … while (flag)}.
   *
   * @param flag which carried value decides about the next round
   */
  record DoWhile(int flag) implements LoopShape {}

  /** {@code while (test)}. */
  record While() implements LoopShape {}

  /** {@code while (true)} with a {@code break}, for a test that is no single expression. */
  record Endless() implements LoopShape {}
}
