package dev.adjoint.autograd;

import java.util.concurrent.Callable;

/**
 * Runs code of the user's that may throw checked exceptions, on behalf of generated methods that
 * declare them: they arrive there as they are.
 */
final class Unchecked {
  private Unchecked() {}

  static <T> T call(Callable<T> code) {
    return Unchecked.<T, RuntimeException>callThrowing(code);
  }

  /** The compiler takes {@code E} for what is thrown, and does not look again at run time. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T, E extends Exception> T callThrowing(Callable<T> code) throws E {
    try {
      return code.call();
    } catch (Exception thrown) {
      throw (E) thrown;
    }
  }
}
