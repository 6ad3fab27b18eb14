package dev.adjoint.autograd;

import dev.adjoint.Storage;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A generated method as one node of the graph. For generated code: its forward method computes the
 * value with recording off and then calls {@link #record}.
 *
 * <p>Going backward, the generated backward method gets the inputs of the forward call. If the
 * gradient is to be differentiated again, recording is on and the inputs still have their history,
 * so that second derivatives follow from the operations the method is made of. Otherwise the first
 * run may take a shorter way: the reverse sweep alone, on what the forward sweep left.
 */
public final class GeneratedNode extends ListNode {
  private final String name;
  private final GeneratedBackward backward;
  private final @Nullable SavedTensor[] inputs;
  private final Storage value;
  private final int version;
  private final AtomicReference<@Nullable GeneratedReverse> reverse;

  private GeneratedNode(
      String name,
      Tensor value,
      @Nullable Tensor[] inputs,
      @Nullable GeneratedReverse reverse,
      GeneratedBackward backward) {
    super(present(inputs));
    this.name = name;
    this.backward = backward;
    this.value = value.storage();
    this.version = this.value.version();
    this.reverse = new AtomicReference<>(reverse);
    this.inputs = new @Nullable SavedTensor[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      Tensor input = inputs[i];
      this.inputs[i] = input == null ? null : SavedTensor.of(input);
    }
  }

  /** The inputs with a constant for each that is missing: no gradient flows there. */
  private static Tensor[] present(@Nullable Tensor[] inputs) {
    return Arrays.stream(inputs)
        .map(input -> input == null ? Tensor.zeros() : input)
        .toArray(Tensor[]::new);
  }

  /**
   * Whether a call has to be recorded.
   *
   * @param inputs the tensors that gradients may flow to; null for those a caller left out
   * @return true if gradients are on and an input requires one, or an input has a tangent
   */
  public static boolean isNeeded(@Nullable Tensor... inputs) {
    for (Tensor input : inputs) {
      if (input != null && Recording.isNeeded(input)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A value that no gradient flows through: it may be an argument that is not differentiated.
   *
   * @param value what the method computed
   * @return the value, cut off from its history if it has one
   */
  public static Tensor constant(Tensor value) {
    return History.requiresGrad(value) ? value.detach() : value;
  }

  /**
   * Values that no gradient flows through.
   *
   * @param values what a method computed
   * @return a new array of them, cut off from their history
   */
  public static @Nullable Tensor[] constants(@Nullable Tensor[] values) {
    @Nullable Tensor[] constants = values.clone();
    Arrays.setAll(constants, i -> constants[i] == null ? null : constant(constants[i]));
    return constants;
  }

  /**
   * The same of a list.
   *
   * @param values what a method computed
   * @return a new list of them, cut off from their history
   */
  public static List<Tensor> constants(List<Tensor> values) {
    return new ArrayList<>(values.stream().map(GeneratedNode::constant).toList());
  }

  /**
   * A tensor whose gradient a generated backward method hands to a hook. What is recorded of that
   * method does not know of the hook, so it is not recorded.
   *
   * @param tensor what has the hook
   * @return the tensor
   * @throws UnsupportedOperationException if the tensor is recorded
   */
  public static Tensor hooked(Tensor tensor) {
    if (GradMode.isRecording() && History.requiresGrad(tensor)) {
      throw new UnsupportedOperationException(
          "a generated backward method that calls hooks on tensors cannot be differentiated in"
              + " turn. Call it within Autograd.noGrad(); or, where second derivatives are needed,"
              + " call the method that it was generated from, in the dynamic graph");
    }
    return tensor;
  }

  /**
   * Puts one node behind a value, if gradients are on and an input requires one.
   *
   * @param name the node's name, such as {@code EnergyBackward}
   * @param value what the method computed; its own history, if any, is cut off
   * @param inputs the tensors among the method's arguments; null for those left out
   * @param backward the generated backward method
   * @return the value, as the result of the node
   */
  public static Tensor record(
      String name, Tensor value, @Nullable Tensor[] inputs, GeneratedBackward backward) {
    return record(name, value, inputs, null, backward);
  }

  /**
   * Puts one node behind a value, if gradients are on and an input requires one.
   *
   * @param name the node's name, such as {@code EnergyBackward}
   * @param value what the method computed; its own history, if any, is cut off
   * @param inputs the tensors among the method's arguments; null for those left out
   * @param reverse the generated reverse sweep, for the first run backward if that is not recorded
   *     and the value was not changed in place; null if there is none
   * @param backward the generated backward method, for all others
   * @return the value, as the result of the node
   */
  public static Tensor record(
      String name,
      Tensor value,
      @Nullable Tensor[] inputs,
      @Nullable GeneratedReverse reverse,
      GeneratedBackward backward) {
    if (!isNeeded(inputs)) {
      return constant(value);
    }
    Tensor own = ownTensor(value, inputs);
    return Recording.attach(own, new GeneratedNode(name, own, inputs, reverse, backward));
  }

  /**
   * A tensor that nobody else has, for the node to be put behind: the value may be an argument of
   * the method, or a constant. In-place changes of one that shares its elements with an input would
   * go around the node, so they are refused.
   */
  private static Tensor ownTensor(Tensor value, @Nullable Tensor[] inputs) {
    Tensor own = value.detach();
    for (Tensor input : inputs) {
      if (input != null && input.storage() == value.storage()) {
        return Recording.markView(own, input, ViewOrigin.Kind.CUSTOM_FUNCTION);
      }
    }
    return own;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Tensor> savedTensors() {
    return Arrays.stream(inputs).filter(Objects::nonNull).map(SavedTensor::unpack).toList();
  }

  @Override
  protected void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    Tensor gradOutput = gradOutputs[0];
    if (gradOutput == null) {
      return;
    }
    @Nullable Tensor[] values = new @Nullable Tensor[inputs.length];
    for (int i = 0; i < values.length; i++) {
      SavedTensor input = inputs[i];
      values[i] = input == null ? null : input.unpack();
    }
    boolean isShort = !GradMode.isEnabled() && value.version() == version;
    GeneratedReverse once = reverse.getAndSet(null);
    @Nullable Tensor[] gradients =
        Unchecked.call(
            () ->
                isShort && once != null
                    ? once.reverse(gradOutput)
                    : backward.backward(gradOutput, values));
    for (int i = 0; i < gradients.length; i++) {
      sink.accept(i, inputs[i] == null ? null : gradients[i]);
    }
  }

  @Override
  protected void release() {
    reverse.set(null);
    for (SavedTensor input : inputs) {
      if (input != null) {
        input.release();
      }
    }
  }
}
