package dev.adjoint.autograd;

import org.jspecify.annotations.Nullable;

/**
 * The extent of forward mode in one thread: tangents are attached within it, and are gone once it
 * is closed. Duals may be handed to other threads as long as it is open.
 */
public final class DualLevel implements AutoCloseable {
  private static final ThreadLocal<@Nullable DualLevel> CURRENT = new ThreadLocal<>();

  /**
   * Levels open in all threads. Read without synchronisation: who holds a dual got it from the
   * thread that opened the level, and so sees the level counted.
   */
  private static int openCount;

  private volatile boolean open = true;

  private DualLevel() {}

  /**
   * Opens a level in the current thread.
   *
   * @return the level, to be closed
   * @throws IllegalStateException if one is open in this thread
   */
  public static DualLevel enter() {
    if (CURRENT.get() != null) {
      throw new IllegalStateException("Nested forward mode AD is not supported at the moment");
    }
    DualLevel level = new DualLevel();
    CURRENT.set(level);
    count(1);
    return level;
  }

  private static synchronized void count(int change) {
    openCount += change;
  }

  /** Whether tangents may exist anywhere; the only cost of forward mode to who does not use it. */
  static boolean isAnyOpen() {
    return openCount != 0;
  }

  static @Nullable DualLevel current() {
    return CURRENT.get();
  }

  boolean isOpen() {
    return open;
  }

  /** Drops the tangents of this level. */
  @Override
  public void close() {
    if (open) {
      open = false;
      CURRENT.remove();
      count(-1);
    }
  }
}
