package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A value kept for the backward pass together with the version it had: reading it after an in-place
 * change, or after it was dropped, is an error. Operations on the hot path keep the same two fields
 * in their node instead.
 */
public final class SavedTensor {
  private final int version;
  private final @Nullable Node producer;
  private final int output;
  private @Nullable Tensor tensor;

  private SavedTensor(Tensor tensor, @Nullable Node producer, int output) {
    this.tensor = tensor;
    this.version = tensor.storage().version();
    this.producer = producer;
    this.output = output;
  }

  /**
   * Saves an operand.
   *
   * @param tensor the value
   * @return the value with its version
   */
  public static SavedTensor of(Tensor tensor) {
    return new SavedTensor(tensor, History.gradFn(tensor), History.outputNumber(tensor));
  }

  /**
   * The saved value.
   *
   * @return the tensor
   * @throws IllegalStateException if it was dropped or changed in place since
   */
  public Tensor unpack() {
    return check(tensor, version, producer, output);
  }

  /** Drops the value. */
  public void release() {
    tensor = null;
  }

  static Tensor check(@Nullable Tensor saved, int version, @Nullable Node producer, int output) {
    if (saved == null) {
      throw new IllegalStateException(
          "Trying to backward through the graph a second time (or directly access saved tensors"
              + " after they have already been freed). Saved intermediate values of the graph are"
              + " freed when you call .backward() or autograd.grad(). Specify retain_graph=True if"
              + " you need to backward through the graph a second time or if you need to access"
              + " saved tensors after calling backward.");
    }
    if (saved.storage().version() != version) {
      throw new IllegalStateException(staleText(saved, version, producer, output));
    }
    return saved;
  }

  private static String staleText(Tensor saved, int version, @Nullable Node producer, int output) {
    String operation = Recording.operationOf(producer);
    return "one of the variables needed for gradient computation has been modified by an inplace"
        + " operation: [torch."
        + saved.dtype().title()
        + "Tensor "
        + Shapes.text(saved)
        + "]"
        + (operation == null ? "" : ", which is output " + output + " of " + operation + ",")
        + " is at version "
        + saved.storage().version()
        + "; expected version "
        + version
        + " instead. Hint: enable anomaly detection to find the operation that failed to compute"
        + " its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).";
  }
}
