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
  private final @Nullable AutogradMeta result;
  private @Nullable Object value;

  private SavedTensor(Tensor tensor) {
    this.version = version(tensor);
    this.value = kept(tensor);
    this.producer = History.gradientNode(tensor);
    this.output = History.outputNumber(tensor);
    this.result = producer == null && value != tensor ? History.meta(tensor) : null;
  }

  /** The version of a tensor about to be kept. */
  static int version(Tensor tensor) {
    if (tensor.storage().isInference()) {
      throw new IllegalStateException(
          "Inference tensors cannot be saved for backward. Please do not use Tensors created in"
              + " inference mode in computation tracked by autograd. To work around this, you can"
              + " make a clone to get a normal tensor and use it in autograd, or use"
              + " `torch.no_grad()` instead of `torch.inference_mode()`.");
    }
    return tensor.storage().version();
  }

  /** What a node keeps of a tensor: itself, unless hooks say otherwise. */
  static Object kept(Tensor tensor) {
    SavedTensorHooks hooks = SavedTensorHooks.current();
    return hooks == null ? tensor : hooks.packed(tensor);
  }

  /**
   * Saves an operand.
   *
   * @param tensor the value
   * @return the value with its version
   */
  public static SavedTensor of(Tensor tensor) {
    return new SavedTensor(tensor);
  }

  /**
   * The saved value.
   *
   * @return the tensor
   * @throws IllegalStateException if it was dropped or changed in place since
   */
  public Tensor unpack() {
    // A result is kept before its node is put behind it.
    Node node = producer == null && result != null ? result.gradFn : producer;
    return result == null
        ? check(value, version, node, output)
        : checkResult(value, version, node, result.outputNumber);
  }

  /** Drops the value. */
  public void release() {
    value = null;
  }

  /** The value of an operand: what changed it is the operation that it comes from now. */
  static Tensor check(@Nullable Object kept, int version, @Nullable Node producer, int output) {
    if (kept instanceof Tensor saved && saved.storage().version() != version) {
      throw new IllegalStateException(staleText(saved, version, History.gradFn(saved), output));
    }
    return checkResult(kept, version, producer, output);
  }

  /** The value of a result. */
  static Tensor checkResult(
      @Nullable Object kept, int version, @Nullable Node producer, int output) {
    if (kept == null) {
      throw new IllegalStateException(
          "Trying to backward through the graph a second time (or directly access saved tensors"
              + " after they have already been freed). Saved intermediate values of the graph are"
              + " freed when you call .backward() or autograd.grad(). Specify retain_graph=True if"
              + " you need to backward through the graph a second time or if you need to access"
              + " saved tensors after calling backward.");
    }
    if (!(kept instanceof Tensor saved)) {
      return ((SavedTensorHooks.Packed) kept).unpacked(producer, output);
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
        + " instead. Hint: "
        + hint();
  }

  private static String hint() {
    return AnomalyMode.isEnabled()
        ? "the backtrace further above shows the operation that failed to compute its gradient. The"
            + " variable in question was changed in there or anywhere later. Good luck!"
        : "enable anomaly detection to find the operation that failed to compute its gradient, with"
            + " torch.autograd.set_detect_anomaly(True, check_nan=False).";
  }
}
