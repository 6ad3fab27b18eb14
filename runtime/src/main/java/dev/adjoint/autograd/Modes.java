package dev.adjoint.autograd;

import org.jspecify.annotations.Nullable;

/**
 * What is switched on in one thread. Platform and virtual threads alike start with the defaults:
 * nothing is inherited.
 */
final class Modes {
  private static final ThreadLocal<Modes> CURRENT =
      ThreadLocal.withInitial(() -> new Modes(Thread.currentThread().threadId()));

  /**
   * What some threads found last, by their number: quicker than the map of the thread. Read and
   * written without synchronisation; what belongs to another thread is passed over.
   */
  private static final @Nullable Modes[] RECENT = new @Nullable Modes[64];

  /** Whether operations on tensors that require a gradient are recorded. */
  boolean gradEnabled = true;

  /** Whether new tensors are inference tensors, and nothing at all is recorded. */
  boolean inference;

  /** Whether operations see the values of duals only. */
  boolean tangentsPaused;

  /** How many nodes the thread has made: what numbers them. */
  long nodesMade;

  boolean anomaly;

  boolean checkNan;

  /** The node that a backward pass in anomaly mode is running, the parent of new nodes. */
  @Nullable Node evaluating;

  @Nullable SavedTensorHooks savedTensorHooks;

  /** Where the derivative that a backward pass is computing gets its tensors from. */
  @Nullable GradientBuffers buffers;

  private final long thread;

  private Modes(long thread) {
    this.thread = thread;
  }

  static Modes current() {
    long thread = Thread.currentThread().threadId();
    Modes recent = RECENT[(int) thread & (RECENT.length - 1)];
    return recent != null && recent.thread == thread ? recent : lookUp(thread);
  }

  private static Modes lookUp(long thread) {
    Modes found = CURRENT.get();
    RECENT[(int) thread & (RECENT.length - 1)] = found;
    return found;
  }

  boolean isRecording() {
    return gradEnabled && !inference;
  }
}
