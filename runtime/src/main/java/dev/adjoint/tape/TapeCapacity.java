package dev.adjoint.tape;

/** How tapes grow, and what they say when they cannot. */
final class TapeCapacity {
  /** Virtual machines reserve a few words of the largest array. */
  private static final int MAX = Integer.MAX_VALUE - 8;

  private TapeCapacity() {}

  /** The capacity after a full tape: half as much again, at least one more. */
  static int above(int size) {
    if (size >= MAX) {
      throw new IllegalStateException(
          "the tape of a differentiated method holds %d values, the most that one array can:"
                  .formatted(size)
              + " mark the loop that fills it with @Checkpoint to recompute values instead");
    }
    return (int) Math.min(MAX, size + Math.max(1L, size / 2L));
  }

  static IllegalStateException empty() {
    return new IllegalStateException("a value was popped from an empty tape");
  }
}
