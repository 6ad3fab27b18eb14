package dev.adjoint.autograd;

import dev.adjoint.Generator;
import dev.adjoint.MultiTensorFunction;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call whose operations keep nothing: the first value that the backward pass reads makes it run
 * again, and then the values are there. Calls nest: the inputs of an inner one are values that the
 * outer one does not keep either.
 *
 * <p>Each value kept is known by its number in the order of keeping, so the second run has to do
 * the same operations as the first.
 */
public final class RecomputedCall {

  /** What the first run tells of a value. */
  private record Trait(String shape, String dtype) {

    static Trait of(Tensor value) {
      return new Trait("torch.Size(" + Shapes.text(value) + ")", value.dtype().label());
    }

    @Override
    public String toString() {
      return "{'shape': " + shape + ", 'dtype': " + dtype + "}";
    }
  }

  private record Value(Tensor tensor, int version) {}

  private final MultiTensorFunction function;
  private final SavedTensor[] inputs;
  private final boolean[] requiresGrad;
  private final Tensor random = Generator.ofDefault().state();
  private final List<Trait> first = new ArrayList<>();
  private final Map<Integer, Value> again = new HashMap<>();

  private RecomputedCall(MultiTensorFunction function, Tensor[] inputs) {
    this.function = function;
    this.inputs = Arrays.stream(inputs).map(SavedTensor::of).toArray(SavedTensor[]::new);
    this.requiresGrad = new boolean[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      requiresGrad[i] = inputs[i].requiresGrad();
    }
  }

  /**
   * Runs a function whose values are computed again when the backward pass needs them.
   *
   * @param function the function; a second call must do the same operations
   * @param inputs its arguments
   * @return the results
   */
  public static Tensor[] of(MultiTensorFunction function, Tensor... inputs) {
    if (!GradMode.isRecording()) {
      return function.apply(inputs);
    }
    RecomputedCall call = new RecomputedCall(function, inputs);
    try (var _ = SavedTensorHooks.set(call::pack, call::unpack)) {
      return function.apply(inputs.clone());
    }
  }

  private synchronized Integer pack(Tensor value) {
    first.add(Trait.of(value));
    return first.size() - 1;
  }

  private synchronized Tensor unpack(Integer number) {
    if (!again.containsKey(number)) {
      again.clear();
      runAgain();
    }
    Value value = again.remove(number);
    if (value == null) {
      throw new IllegalStateException("RecomputedCall: value " + number + " is missing");
    }
    return SavedTensor.check(value.tensor, value.version, null, 0);
  }

  private void runAgain() {
    Tensor[] arguments = new Tensor[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      arguments[i] = inputs[i].unpack().detach().requiresGrad_(requiresGrad[i]);
    }
    List<Trait> second = new ArrayList<>();
    Tensor now = Generator.ofDefault().state();
    Generator.ofDefault().setState(random);
    try (var _ = GradMode.set(true);
        var _ = GradMode.pauseTangents();
        var _ = SavedTensorHooks.set(value -> keep(value, second), (Tensor value) -> value)) {
      function.apply(arguments);
    } finally {
      Generator.ofDefault().setState(now);
    }
    compare(second);
  }

  private Tensor keep(Tensor value, List<Trait> second) {
    again.put(second.size(), new Value(value, value.storage().versionOrMark()));
    second.add(Trait.of(value));
    return value;
  }

  private void compare(List<Trait> second) {
    String difference = difference(second);
    if (difference != null) {
      again.clear();
      throw new IllegalStateException(difference);
    }
  }

  private @Nullable String difference(List<Trait> second) {
    if (second.size() != first.size()) {
      return "torch.utils.checkpoint: A different number of tensors was saved during the original"
          + " forward and recomputation.\nNumber of tensors saved during forward: "
          + first.size()
          + "\nNumber of tensors saved during recomputation: "
          + second.size()
          + ".";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < first.size(); i++) {
      if (!first.get(i).equals(second.get(i))) {
        text.append("\ntensor at position ").append(i);
        text.append(":\nsaved metadata: ").append(first.get(i));
        text.append("\nrecomputed metadata: ").append(second.get(i));
      }
    }
    return text.isEmpty()
        ? null
        : "torch.utils.checkpoint: Recomputed values for the following tensors have different"
            + " metadata than during the forward pass."
            + text;
  }
}
