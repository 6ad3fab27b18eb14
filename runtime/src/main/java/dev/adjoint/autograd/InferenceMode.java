package dev.adjoint.autograd;

/**
 * A mode for computations that no gradient will ever go through: nothing is recorded, and new
 * tensors are inference tensors, which have no version counter and no place in any graph.
 */
public final class InferenceMode implements AutoCloseable {
  /** Scopes open in all threads; each thread sees those of its own. */
  private static int openCount;

  private final boolean previous;
  private final boolean previousGrad;
  private final boolean previousTangentsPaused;

  private InferenceMode(Modes modes) {
    this.previous = modes.inference;
    this.previousGrad = modes.gradEnabled;
    this.previousTangentsPaused = modes.tangentsPaused;
  }

  /**
   * Turns the mode on or off in the current thread until the scope is closed.
   *
   * @param enabled false to record again within an outer scope
   * @return a scope that restores the modes of before
   */
  public static InferenceMode set(boolean enabled) {
    Modes modes = Modes.current();
    InferenceMode scope = new InferenceMode(modes);
    count(1);
    modes.inference = enabled;
    modes.gradEnabled = !enabled;
    modes.tangentsPaused = enabled;
    return scope;
  }

  private static synchronized void count(int change) {
    openCount += change;
  }

  /**
   * Whether tensors made now are inference tensors.
   *
   * @return the mode of the current thread; false in a new thread
   */
  public static boolean isEnabled() {
    return openCount != 0 && Modes.current().inference;
  }

  /** Restores the modes that were set when the scope was opened. */
  @Override
  public void close() {
    Modes modes = Modes.current();
    modes.inference = previous;
    modes.gradEnabled = previousGrad;
    modes.tangentsPaused = previousTangentsPaused;
    count(-1);
  }
}
