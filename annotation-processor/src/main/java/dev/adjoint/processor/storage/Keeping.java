package dev.adjoint.processor.storage;

/** By what it is decided whether a forward value that could be computed again is kept instead. */
public enum Keeping {
  /** By what costs less; calls of costly functions are kept. */
  CHEAPER(20, false),
  /** Everything is kept that takes an operation to compute; for tests. */
  EVERYTHING(0, false),
  /** Nothing is kept that can be computed again, at whatever cost; for tests. */
  NOTHING(Integer.MAX_VALUE, true);

  private final int highestCost;
  private final boolean repeatsCalls;

  Keeping(int highestCost, boolean repeatsCalls) {
    this.highestCost = highestCost;
    this.repeatsCalls = repeatsCalls;
  }

  /** The most that is spent on computing a value again, in additions. */
  int highestCost() {
    return highestCost;
  }

  /** Whether any function of {@code Math} is called again. */
  boolean repeatsCalls() {
    return repeatsCalls;
  }
}
