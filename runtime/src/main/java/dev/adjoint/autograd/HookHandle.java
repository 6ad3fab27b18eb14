package dev.adjoint.autograd;

/** Removes a registered hook. */
public final class HookHandle implements AutoCloseable {
  private final Runnable removal;

  HookHandle(Runnable removal) {
    this.removal = removal;
  }

  /** Removes the hook; once removed, does nothing. */
  public void remove() {
    removal.run();
  }

  /** As {@link #remove()}. */
  @Override
  public void close() {
    remove();
  }
}
