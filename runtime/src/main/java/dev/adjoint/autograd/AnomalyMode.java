package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A mode for finding mistakes: nodes remember where they were recorded, and a backward pass that
 * fails says so; optionally it fails as soon as a gradient is NaN.
 */
public final class AnomalyMode implements AutoCloseable {
  /** Scopes open in all threads; each thread sees those of its own. */
  private static int openCount;

  private final boolean previous;
  private final boolean previousCheckNan;

  private AnomalyMode(Modes modes) {
    this.previous = modes.anomaly;
    this.previousCheckNan = modes.checkNan;
  }

  /**
   * Turns the mode on or off in the current thread until the scope is closed.
   *
   * @param enabled whether nodes remember where they were recorded
   * @param checkNan whether a gradient that is NaN is an error
   * @return a scope that restores the mode of before
   */
  public static AnomalyMode set(boolean enabled, boolean checkNan) {
    Modes modes = Modes.current();
    AnomalyMode scope = new AnomalyMode(modes);
    count(1);
    modes.anomaly = enabled;
    modes.checkNan = enabled && checkNan;
    return scope;
  }

  private static synchronized void count(int change) {
    openCount += change;
  }

  /**
   * Whether the mode is on.
   *
   * @return the mode of the current thread; false in a new thread
   */
  public static boolean isEnabled() {
    return openCount != 0 && Modes.current().anomaly;
  }

  /**
   * Whether gradients that are NaN are errors.
   *
   * @return the mode of the current thread; false in a new thread
   */
  public static boolean isCheckingNan() {
    return openCount != 0 && Modes.current().checkNan;
  }

  /** Restores the mode that was set when the scope was opened. */
  @Override
  public void close() {
    Modes modes = Modes.current();
    modes.anomaly = previous;
    modes.checkNan = previousCheckNan;
    count(-1);
  }

  /** Where a node made now comes from. */
  static Origin here() {
    return new Origin(new Throwable().getStackTrace(), Modes.current().evaluating);
  }

  /**
   * Where a node was recorded.
   *
   * @param stack the stack at that time
   * @param parent the node whose backward recorded it, if any
   */
  record Origin(StackTraceElement[] stack, @Nullable Node parent) {

    /** The stack without the library's own frames on top. */
    private StackTraceElement[] userStack() {
      int from = 0;
      while (from < stack.length - 1 && isInternal(stack[from].getClassName())) {
        from++;
      }
      return Arrays.copyOfRange(stack, from, stack.length);
    }

    private static boolean isInternal(String className) {
      return className.startsWith("dev.adjoint.autograd.")
          || className.startsWith("dev.adjoint.ops.");
    }
  }

  /** Adds to an error where the node that raised it was recorded. */
  static void explain(Throwable error, Node node) {
    Origin origin = origin(node);
    error.addSuppressed(
        origin == null
            ? new ForwardCall(
                "Error detected in "
                    + node.name()
                    + ". No forward pass information available. Enable detect anomaly during"
                    + " forward pass for more information.",
                new StackTraceElement[0])
            : new ForwardCall(
                "Error detected in "
                    + node.name()
                    + ". Traceback of forward call that caused the error:",
                origin.userStack()));
    explainParents(error, node.name(), origin);
  }

  private static void explainParents(Throwable error, String child, @Nullable Origin origin) {
    Node parent = origin == null ? null : origin.parent;
    if (parent != null) {
      Origin above = origin(parent);
      error.addSuppressed(
          new ForwardCall(
              "Previous calculation was induced by "
                  + parent.name()
                  + ". Traceback of forward call that induced the previous calculation ("
                  + child
                  + "):",
              above == null ? new StackTraceElement[0] : above.userStack()));
      explainParents(error, parent.name(), above);
    }
  }

  private static @Nullable Origin origin(Node node) {
    NodeHooks hooks = node.hooksOrNull();
    return hooks == null ? null : hooks.origin;
  }

  /** Refuses a gradient that has a NaN. */
  static void checkNan(Node node, int input, @Nullable Tensor gradient) {
    if (gradient != null && hasNan(gradient)) {
      throw new IllegalStateException(
          "Function '%s' returned nan values in its %dth output.".formatted(node.name(), input));
    }
  }

  private static boolean hasNan(Tensor gradient) {
    if (!gradient.dtype().isFloatingPoint()) {
      return false;
    }
    for (double value : gradient.detach().reshape(-1).toDoubleArray()) {
      if (Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }
}
