package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the values that operations keep for the backward pass: while a pair of hooks is
 * on, each value goes through the first when it is kept and through the second when it is read.
 */
public final class SavedTensorHooks implements AutoCloseable {
  /** Pairs on in all threads; each thread sees those of its own. */
  private static int openCount;

  private final @Nullable SavedTensorHooks outer;
  private final Function<Tensor, Object> pack;
  private final Function<Object, Tensor> unpack;

  private SavedTensorHooks(
      @Nullable SavedTensorHooks outer,
      Function<Tensor, Object> pack,
      Function<Object, Tensor> unpack) {
    this.outer = outer;
    this.pack = pack;
    this.unpack = unpack;
  }

  /**
   * Turns a pair of hooks on in the current thread until the scope is closed; an outer pair does
   * nothing meanwhile.
   *
   * @param <P> what is kept instead of a value
   * @param pack turns a value into what is kept
   * @param unpack gets the value back
   * @return a scope that restores the pair of before
   */
  @SuppressWarnings("unchecked")
  public static <P> SavedTensorHooks set(Function<Tensor, P> pack, Function<P, Tensor> unpack) {
    Modes modes = Modes.current();
    SavedTensorHooks hooks =
        new SavedTensorHooks(
            modes.savedTensorHooks, pack::apply, (Function<Object, Tensor>) unpack);
    modes.savedTensorHooks = hooks;
    count(1);
    return hooks;
  }

  private static synchronized void count(int change) {
    openCount += change;
  }

  /** The pair of the current thread. */
  static @Nullable SavedTensorHooks current() {
    return openCount == 0 ? null : Modes.current().savedTensorHooks;
  }

  /** Restores the pair that was on when the scope was opened. */
  @Override
  public void close() {
    Modes.current().savedTensorHooks = outer;
    count(-1);
  }

  /** What is kept instead of a value. */
  Packed packed(Tensor tensor) {
    int version = tensor.version();
    Object kept;
    try (var _ = GradMode.set(false)) {
      kept = pack.apply(tensor.detach());
    }
    if (tensor.version() != version) {
      throw new IllegalStateException(
          "A saved tensor pack hook is modifying its input in place. Tensors provided as input to"
              + " pack hook can not be modified by in-place operations as this can lead to"
              + " unexpected side-effects. Please open an issue if you need to perform in-place"
              + " operations on the input to a pack hook.");
    }
    return new Packed(kept, unpack);
  }

  /**
   * A value in packed form.
   *
   * @param kept what the first hook returned
   * @param unpack the second hook
   */
  record Packed(Object kept, Function<Object, Tensor> unpack) {

    /** The value, with the place in the graph that it had. */
    Tensor unpacked(@Nullable Node producer, int output) {
      Tensor value;
      Modes modes = Modes.current();
      GradientBuffers buffers = modes.buffers;
      modes.buffers = null; // the user's tensors stay the user's
      try (var _ = GradMode.set(false)) {
        value = unpack.apply(kept).detach();
      } finally {
        modes.buffers = buffers;
      }
      if (producer != null) {
        History.connect(value, producer, output);
      }
      return value;
    }
  }
}
