package dev.adjoint.autograd;

/** Whether operations of the current thread are recorded. */
public final class GradMode {
  private GradMode() {}

  /** The previous mode, put back at the end of a try block. */
  public static final class Scope implements AutoCloseable {
    private final boolean previous;
    private final boolean previousTangentsPaused;

    private Scope(Modes modes) {
      this.previous = modes.gradEnabled;
      this.previousTangentsPaused = modes.tangentsPaused;
    }

    /** Restores the mode that was set when the scope was opened. */
    @Override
    public void close() {
      Modes modes = Modes.current();
      modes.gradEnabled = previous;
      modes.tangentsPaused = previousTangentsPaused;
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
  static Scope pauseTangents() {
    Modes modes = Modes.current();
    Scope scope = new Scope(modes);
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
    Scope scope = new Scope(modes);
    modes.gradEnabled = enabled;
    return scope;
  }

  /**
   * Neither records nor carries tangents along until the scope is closed.
   *
   * @return a scope that restores the modes of before
   */
  public static Scope valuesOnly() {
    Scope scope = pauseTangents();
    Modes.current().gradEnabled = false;
    return scope;
  }
}
