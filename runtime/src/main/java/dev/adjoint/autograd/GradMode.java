package dev.adjoint.autograd;

/** Whether operations of the current thread are recorded. */
public final class GradMode {
  private static final ThreadLocal<GradMode> CURRENT = ThreadLocal.withInitial(GradMode::new);

  private boolean enabled = true;
  private boolean tangentsPaused;

  private GradMode() {}

  /** The previous mode, put back at the end of a try block. */
  public static final class Scope implements AutoCloseable {
    private final boolean previous;

    private Scope(boolean previous) {
      this.previous = previous;
    }

    /** Restores the mode that was set when the scope was opened. */
    @Override
    public void close() {
      CURRENT.get().enabled = previous;
    }
  }

  /** Whether tangents were carried along before. */
  record TangentScope(boolean previous) implements AutoCloseable {
    @Override
    public void close() {
      CURRENT.get().tangentsPaused = previous;
    }
  }

  /**
   * Whether operations are recorded.
   *
   * @return the mode of the current thread; true in a new thread
   */
  public static boolean isEnabled() {
    return CURRENT.get().enabled;
  }

  static boolean areTangentsPaused() {
    return CURRENT.get().tangentsPaused;
  }

  /** Lets the current thread work on the values of duals alone until the scope is closed. */
  static TangentScope pauseTangents() {
    GradMode mode = CURRENT.get();
    TangentScope scope = new TangentScope(mode.tangentsPaused);
    mode.tangentsPaused = true;
    return scope;
  }

  /**
   * Sets the mode until the scope is closed.
   *
   * @param enabled whether to record operations
   * @return a scope that restores the mode of before
   */
  public static Scope set(boolean enabled) {
    GradMode mode = CURRENT.get();
    Scope scope = new Scope(mode.enabled);
    mode.enabled = enabled;
    return scope;
  }
}
