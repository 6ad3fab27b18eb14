package dev.adjoint.autograd;

import dev.adjoint.DType;
import dev.adjoint.Storage;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import org.jspecify.annotations.Nullable;

/**
 * The tensors that a backward pass made and nobody else can reach, used again as soon as they are
 * read for the last time: a fresh array costs more than most operations on it.
 *
 * <p>What a derivative makes while {@link #begin} to {@link #end} surround it is known here. At the
 * end each such tensor either went to exactly one place, which then owns it, or nowhere, and is
 * idle; what went to two places, or is seen through a view, is left to the garbage collector. Only
 * nodes that keep nothing to themselves and run no code of the user are surrounded.
 */
public final class GradientBuffers {
  private static final int MOST_MADE = 8;
  private static final int MOST_IDLE = 4;

  /** Passes in progress in all threads; each thread uses buffers of its own passes. */
  private static int openCount;

  private final @Nullable Tensor[] made = new @Nullable Tensor[MOST_MADE];
  private final @Nullable NodeState[] owners = new @Nullable NodeState[MOST_MADE];
  private final boolean[] shared = new boolean[MOST_MADE];
  private final @Nullable Tensor[] idle = new @Nullable Tensor[MOST_IDLE];
  private final @Nullable GradientBuffers outer;

  /** Whether a derivative is being computed. */
  private boolean isOpen;

  private int count;
  private int nextIdle;

  private GradientBuffers(@Nullable GradientBuffers outer) {
    this.outer = outer;
  }

  /** Begins a pass, possibly within another one of the same thread. */
  static GradientBuffers of(Modes thread) {
    GradientBuffers buffers = new GradientBuffers(thread.buffers);
    count(1);
    thread.buffers = buffers;
    return buffers;
  }

  /** Ends the pass, also one that failed within a derivative. */
  void close(Modes thread) {
    thread.buffers = outer;
    count(-1);
  }

  private static synchronized void count(int change) {
    openCount += change;
  }

  /**
   * A tensor for a derivative to write its result to, all of it.
   *
   * @param dtype a floating type
   * @param layout the dense layout of the result
   * @return a tensor of unspecified elements; null outside of a backward pass
   */
  @SuppressWarnings("exports")
  public static @Nullable Tensor target(DType dtype, Layout layout) {
    GradientBuffers open = openCount == 0 ? null : Modes.current().buffers;
    return open == null || !open.isOpen ? null : open.take(dtype, layout);
  }

  private Tensor take(DType dtype, Layout layout) {
    Tensor taken = takeIdle(dtype, layout);
    if (taken == null) {
      taken = new Tensor(Storage.allocate(dtype, layout.count()), layout);
    }
    know(taken);
    return taken;
  }

  @SuppressWarnings("ReferenceEquality") // the very layout
  private @Nullable Tensor takeIdle(DType dtype, Layout layout) {
    for (int i = 0; i < MOST_IDLE; i++) {
      Tensor tensor = idle[i];
      if (tensor != null && tensor.layout() == layout && tensor.dtype() == dtype) {
        idle[i] = null;
        return tensor;
      }
    }
    return null;
  }

  private void know(Tensor tensor) {
    if (count < MOST_MADE) {
      made[count] = tensor;
      owners[count] = null;
      shared[count++] = false;
    }
  }

  /** Before a derivative is computed from a gradient that nothing else reads, if it is owned. */
  void begin(Tensor gradOutput, boolean isOwned) {
    if (isOwned) {
      know(gradOutput);
    }
    isOpen = true;
  }

  /** Learns that a gradient goes to a node. */
  @SuppressWarnings("ReferenceEquality") // the very tensor
  void deliver(Tensor gradient, NodeState to) {
    for (int i = 0; i < count; i++) {
      Tensor tensor = made[i];
      if (tensor != null && tensor.storage() == gradient.storage()) {
        shared[i] |= tensor != gradient || owners[i] != null;
        owners[i] = to;
      }
    }
  }

  /** After a derivative was computed: finds out who owns what. */
  void end() {
    isOpen = false;
    for (int i = 0; i < count; i++) {
      Tensor tensor = made[i];
      NodeState owner = owners[i];
      if (tensor != null && !shared[i]) {
        if (owner == null || !owner.own(tensor)) {
          retire(tensor);
        }
      }
      made[i] = null;
      owners[i] = null;
    }
    count = 0;
  }

  private void retire(Tensor tensor) {
    if (tensor.version() == 0 && tensor.place() == null) {
      idle[nextIdle++ % MOST_IDLE] = tensor;
    }
  }
}
