package dev.adjoint.autograd;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An operation whose derivative a user wrote: what it returns is checked. */
public final class CustomNode extends ListNode {
  private final String name;
  private final Backward backward;
  private final Layout[] inputLayouts;
  private final DType[] inputTypes;
  private final Layout[] outputLayouts;
  private final DType[] outputTypes;

  /** The user's side of the node. */
  public interface Backward {

    /**
     * Whether gradients that did not arrive are passed as zeros.
     *
     * @return false for null
     */
    boolean materializesGradients();

    /**
     * Computes the gradients of the inputs.
     *
     * @param gradOutputs one per output
     * @return one per input, null where there is none; null for none at all
     */
    @Nullable Tensor @Nullable [] backward(@Nullable Tensor[] gradOutputs);

    /** Drops the saved values. */
    void release();
  }

  /**
   * A node for a function that just ran.
   *
   * @param name the node's name
   * @param backward the derivative
   * @param inputs the inputs
   * @param outputs the outputs, without history
   */
  public CustomNode(String name, Backward backward, Tensor[] inputs, Tensor[] outputs) {
    super(inputs);
    this.name = name;
    this.backward = backward;
    this.inputLayouts = layouts(inputs);
    this.inputTypes = types(inputs);
    this.outputLayouts = layouts(outputs);
    this.outputTypes = types(outputs);
  }

  private static Layout[] layouts(Tensor[] tensors) {
    return Arrays.stream(tensors).map(Tensor::layout).toArray(Layout[]::new);
  }

  private static DType[] types(Tensor[] tensors) {
    return Arrays.stream(tensors).map(Tensor::dtype).toArray(DType[]::new);
  }

  /**
   * Puts this node behind an input that the function changed in place.
   *
   * @param written the input
   * @return the input
   */
  public Tensor attachWritten(Tensor written) {
    if (written.requiresGrad() && written.isLeaf()) {
      throw new IllegalStateException(
          "a leaf Variable that requires grad has been used in an in-place operation.");
    }
    written.storage().markWritten();
    Recording.rebase(written, this);
    return written;
  }

  /**
   * A view of an input that the function returned unchanged, so that the input keeps its history.
   *
   * @param input the input
   * @return another tensor over the same elements
   */
  public Tensor aliasOf(Tensor input) {
    Tensor alias = new Tensor(input.storage(), input.layout());
    return Recording.markView(alias, input, ViewOrigin.Kind.CUSTOM_FUNCTION);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  protected int outputCount() {
    return outputLayouts.length;
  }

  @Override
  protected void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    @Nullable Tensor[] given = backward.materializesGradients() ? filled(gradOutputs) : gradOutputs;
    @Nullable Tensor[] gradients = backward.backward(given);
    checkCount(gradients == null ? 1 : gradients.length, gradients);
    for (int i = 0; gradients != null && i < inputCount(); i++) {
      Tensor gradient = gradients[i];
      if (gradient != null && sink.wants(i)) {
        sink.accept(i, fitted(gradient, i));
      }
    }
  }

  private @Nullable Tensor[] filled(@Nullable Tensor[] gradOutputs) {
    @Nullable Tensor[] result = gradOutputs.clone();
    for (int i = 0; i < result.length; i++) {
      if (result[i] == null) {
        long[] shape = Arrays.stream(outputLayouts[i].sizes()).asLongStream().toArray();
        result[i] = Tensor.zeros(outputTypes[i], shape);
      }
    }
    return result;
  }

  /** Too few gradients are an error, and so are surplus ones that are not null. */
  private void checkCount(int count, @Nullable Tensor @Nullable [] gradients) {
    boolean surplus = false;
    for (int i = inputCount(); gradients != null && i < count; i++) {
      surplus |= gradients[i] != null;
    }
    if (gradients != null && (count < inputCount() || surplus)) {
      throw new IllegalStateException(
          "function %s returned an incorrect number of gradients (expected %d, got %d)"
              .formatted(name, inputCount(), count));
    }
  }

  private Tensor fitted(Tensor gradient, int input) {
    Layout expected = inputLayouts[input];
    Tensor summed = gradient;
    if (!gradient.layout().sameShape(expected)) {
      if (!expands(expected.sizes(), gradient.layout().sizes())) {
        throw new IllegalStateException(
            "Function %s returned an invalid gradient at index %d - got %s but expected shape compatible with %s"
                .formatted(name, input, Shapes.text(gradient), Arrays.toString(expected.sizes())));
      }
      summed = gradient.sumToSize(Arrays.stream(expected.sizes()).asLongStream().toArray());
    }
    return summed.to(inputTypes[input]);
  }

  private static boolean expands(int[] from, int[] to) {
    int lead = to.length - from.length;
    for (int d = 0; lead >= 0 && d < from.length; d++) {
      if (from[d] != 1 && from[d] != to[d + lead]) {
        return false;
      }
    }
    return lead >= 0;
  }

  @Override
  protected void release() {
    backward.release();
  }
}
