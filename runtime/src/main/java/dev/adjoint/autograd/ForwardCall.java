package dev.adjoint.autograd;

/**
 * Where an operation was recorded whose derivative failed: not thrown itself, but suppressed by the
 * error of the backward pass, and printed with it.
 */
public final class ForwardCall extends Exception {
  private static final long serialVersionUID = 1L;

  ForwardCall(String message, StackTraceElement[] stack) {
    super(message);
    setStackTrace(stack);
  }
}
