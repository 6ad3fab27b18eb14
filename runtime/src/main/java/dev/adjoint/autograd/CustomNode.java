package dev.adjoint.autograd;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An operation whose derivative a user wrote: what it returns is checked. */
public final class CustomNode extends ListNode {
  private final String name;
  private final Rules rules;
  private final DType[] inputTypes;
  private final Layout[] outputLayouts;
  private final DType[] outputTypes;

  /** While the results are being recorded: the tangents that belong to them. */
  private @Nullable Tensor @Nullable [] tangentsOfOutputs;

  /** The user's side of the node. */
  public interface Rules {

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

    /**
     * Whether the gradients themselves have no derivative.
     *
     * @return true if {@link #backward} is not composed of differentiable operations
     */
    boolean isOnceDifferentiable();

    /**
     * Computes the tangents of the outputs.
     *
     * @param tangents one per input
     * @return one per output, null for zero
     */
    @Nullable Tensor[] jvp(@Nullable Tensor[] tangents);

    /**
     * The saved values.
     *
     * @return them, in the order they were saved
     */
    Tensor[] savedTensors();

    /** Drops the saved values. */
    void release();
  }

  /**
   * A node for a function that just ran.
   *
   * @param name the node's name
   * @param rules the derivatives
   * @param inputs the inputs
   * @param outputs the outputs, without history
   */
  public CustomNode(String name, Rules rules, Tensor[] inputs, Tensor[] outputs) {
    super(inputs);
    this.name = name;
    this.rules = rules;
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
   * @param output which output it is
   * @return the input
   */
  public Tensor attachWritten(Tensor written, int output) {
    if (written.requiresGrad() && written.isLeaf()) {
      throw new IllegalStateException(
          "a leaf Variable that requires grad has been used in an in-place operation.");
    }
    if (outputCount() > 1 && History.base(written) != null) {
      throw new IllegalStateException(
          "If your Function modifies inplace an input that is a view of another Tensor, your"
              + " Function cannot return more than one Tensor. This is not supported by the current"
              + " autograd engine. You should either make sure the input is not a view (using"
              + " .clone() for example) or make your Function only return one Tensor (potentially"
              + " splitting it into two Functions: one doing the inplace that returns a single"
              + " Tensor and a second one that does the other operations). You can ask on the forum"
              + " https://discuss.pytorch.org/ if you need help to do this change.");
    }
    written.storage().markWritten();
    Recording.rebase(written, this, output);
    return written;
  }

  /**
   * An output that may be a view: if so, one that must not be changed in place, because the change
   * would go around this node.
   *
   * @param output an output of the function
   * @return the output
   */
  public Tensor ownView(Tensor output) {
    AutogradMeta meta = History.metaOrNull(output);
    if (meta != null && meta.view != null) {
      ViewOrigin view = meta.view;
      meta.view = new ViewOrigin(view.base, ViewOrigin.Kind.CUSTOM_FUNCTION, view.version);
    }
    return output;
  }

  /**
   * How many outputs there are.
   *
   * @return their number
   */
  public int outputs() {
    return outputLayouts.length;
  }

  /**
   * The tangent of an output by transposing the user's backward; while the tangents of the inputs
   * are carried on only.
   *
   * @param output which output
   * @return the tangent, or null for zero
   */
  public @Nullable Tensor transposed(int output) {
    return super.tangent(
        Operand.placeholder(outputLayouts[output], outputTypes[output]), output, carried());
  }

  private Layout[] inputLayouts() {
    Layout[] layouts = new Layout[inputCount()];
    Arrays.setAll(layouts, this::inputLayout);
    return layouts;
  }

  private @Nullable Tensor[] carried() {
    @Nullable Tensor[] tangents = new @Nullable Tensor[inputCount()];
    for (int i = 0; i < tangents.length; i++) {
      tangents[i] = nextNode(i) instanceof DualNode operand ? operand.dual.tangent() : null;
    }
    return tangents;
  }

  @Override
  @Nullable Tensor tangent(Tensor result, int output, @Nullable Tensor[] tangents) {
    @Nullable Tensor[] found = tangentsOfOutputs;
    if (found == null) {
      found =
          rules.jvp(
              rules.materializesGradients()
                  ? filled(tangents, inputLayouts(), inputTypes)
                  : tangents);
      tangentsOfOutputs = found;
    }
    return found[output];
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
  String typeText() {
    return "torch.autograd.function." + name;
  }

  @Override
  public List<Tensor> savedTensors() {
    return List.of(rules.savedTensors());
  }

  @Override
  protected int outputCount() {
    return outputLayouts.length;
  }

  @Override
  protected void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    @Nullable Tensor[] given =
        rules.materializesGradients()
            ? filled(gradOutputs, outputLayouts, outputTypes)
            : gradOutputs;
    @Nullable Tensor[] gradients =
        rules.isOnceDifferentiable() ? once(given) : rules.backward(given);
    checkCount(gradients == null ? 1 : gradients.length, gradients);
    for (int i = 0; gradients != null && i < inputCount(); i++) {
      Tensor gradient = gradients[i];
      if (gradient != null && sink.wants(i)) {
        sink.accept(i, fitted(gradient, i));
      }
    }
  }

  /** Gradients that are not recorded; but if they ought to be, using them so is an error. */
  private @Nullable Tensor @Nullable [] once(@Nullable Tensor[] gradOutputs) {
    @Nullable Tensor[] gradients;
    try (var _ = GradMode.valuesOnly()) {
      gradients = rules.backward(gradOutputs);
    }
    Tensor[] present = Arrays.stream(gradOutputs).filter(Objects::nonNull).toArray(Tensor[]::new);
    if (gradients != null && Recording.isNeeded(present)) {
      RefusingNode error = RefusingNode.ofDoubleBackward(present);
      for (int i = 0; i < gradients.length; i++) {
        Tensor gradient = gradients[i];
        gradients[i] = gradient == null ? null : Recording.attach(gradient.detach(), error);
      }
    }
    return gradients;
  }

  private static @Nullable Tensor[] filled(
      @Nullable Tensor[] tensors, Layout[] layouts, DType[] types) {
    @Nullable Tensor[] result = tensors.clone();
    for (int i = 0; i < result.length; i++) {
      if (result[i] == null) {
        long[] shape = Arrays.stream(layouts[i].sizes()).asLongStream().toArray();
        result[i] = Tensor.zeros(types[i], shape);
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
    Layout expected = inputLayout(input);
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
    rules.release();
  }
}
