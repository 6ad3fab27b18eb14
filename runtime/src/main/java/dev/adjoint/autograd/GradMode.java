package dev.adjoint.autograd;

/** Whether operations of the current thread are recorded. */
public final class GradMode {
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
      Modes.current().gradEnabled = previous;
    }
  }

  /** Whether tangents were carried along before. */
  record TangentScope(boolean previous) implements AutoCloseable {
    @Override
    public void close() {
      Modes.current().tangentsPaused = previous;
    }
  }

  /**
   * Whether operations are recorded.
   *
   * @return the mode of the current thread; true in a new thread
   */
  public static boolean isEnabled() {
    return Modes.current().gradEnabled;
  }

  /** Whether operations are recorded indeed: not in inference mode, whatever this mode is. */
  static boolean isRecording() {
    return Modes.current().isRecording();
  }

  static boolean areTangentsPaused() {
    return Modes.current().tangentsPaused;
  }

  /** Lets the current thread work on the values of duals alone until the scope is closed. */
  static TangentScope pauseTangents() {
    Modes modes = Modes.current();
    TangentScope scope = new TangentScope(modes.tangentsPaused);
    modes.tangentsPaused = true;
    return scope;
  }

  /**
   * Sets the mode until the scope is closed.
   *
   * @param enabled whether to record operations
   * @return a scope that restores the mode of before
   */
  public static Scope set(boolean enabled) {
    Modes modes = Modes.current();
    Scope scope = new Scope(modes.gradEnabled);
    modes.gradEnabled = enabled;
    return scope;
  }
}
