package dev.adjoint.autograd;

import org.jspecify.annotations.Nullable;

/**
 * What is switched on in one thread. Platform and virtual threads alike start with the defaults:
 * nothing is inherited.
 */
final class Modes {
  private static final ThreadLocal<Modes> CURRENT = ThreadLocal.withInitial(Modes::new);

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

  private Modes() {}

  static Modes current() {
    return CURRENT.get();
  }

  boolean isRecording() {
    return gradEnabled && !inference;
  }
}
