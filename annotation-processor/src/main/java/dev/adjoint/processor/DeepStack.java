package dev.adjoint.processor;

/**
 * Runs work with room for deep recursion. Every stage walks nested expressions and blocks by
 * recursion, which is how they read best; a sum of a thousand terms is a tree a thousand levels
 * deep. The host's thread, whose stack the user would have to enlarge, waits meanwhile.
 */
final class DeepStack {
  private static final long BYTES =
      512L << 20; // Reserved, not used: pages come as they are touched.

  private DeepStack() {}

  /** Runs {@code work} to its end, or to its exception. */
  static void run(Runnable work) {
    Throwable[] failure = new Throwable[1];
    Thread thread = new Thread(null, work, "adjoint", BYTES);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.setUncaughtExceptionHandler((_, thrown) -> failure[0] = thrown);
    thread.start();
    join(thread);
    if (failure[0] instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure[0] instanceof Error error) {
      throw error;
    }
  }

  private static void join(Thread thread) {
    boolean isInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        isInterrupted = true; // The host's half-finished structures must not be let go of.
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
