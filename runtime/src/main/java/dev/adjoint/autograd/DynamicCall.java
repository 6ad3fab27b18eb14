package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A call of code without a generated derivative from within a generated method: it runs on a graph
 * of its own, and its gradients come from that graph. For generated code.
 *
 * <p>When a gradient is itself recorded, it must be a function of the original inputs, not only of
 * the copies the private graph started from. So a call made while recording starts from aliases of
 * the inputs, which keep their history; and of another one, the body is run once more on these.
 */
public final class DynamicCall {

  /** Code that is a function of tensors. */
  @FunctionalInterface
  public interface Body {

    /**
     * Runs the code.
     *
     * @param inputs the tensors it reads
     * @return its value
     * @throws Exception where it does
     */
    Tensor apply(Tensor[] inputs) throws Exception;
  }

  private final Tensor[] inputs;
  private final Tensor[] starts;
  private final Body body;
  private final Tensor result;
  private final boolean isRecorded;

  private DynamicCall(
      Tensor[] inputs, Tensor[] starts, Body body, Tensor result, boolean isRecorded) {
    this.inputs = inputs;
    this.starts = starts;
    this.body = body;
    this.result = result;
    this.isRecorded = isRecorded;
  }

  /**
   * Runs the body, recording a graph whatever the mode outside.
   *
   * @param inputs the tensors the body reads
   * @param body the code, a function of these tensors
   * @return the finished call
   */
  public static DynamicCall of(Tensor[] inputs, Body body) {
    Tensor[] own = inputs.clone();
    boolean isRecorded = Recording.isNeeded(own);
    try (var _ = GradMode.set(true)) {
      Tensor[] starts = isRecorded ? aliases(own) : leaves(own);
      Tensor result = Unchecked.call(() -> body.apply(starts.clone()));
      return new DynamicCall(own, starts, body, result, isRecorded);
    }
  }

  /**
   * What the body returned.
   *
   * @return the value; with its history if the call was made while recording
   */
  public Tensor value() {
    return isRecorded ? result : result.detach();
  }

  /**
   * The gradients of the inputs. May be called repeatedly.
   *
   * @param gradOutput the gradient of the value
   * @return one gradient per input, with zeros for inputs that the value does not depend on
   */
  public DynamicGradients gradients(Tensor gradOutput) {
    return new DynamicGradients(inputs, backward(gradOutput));
  }

  /**
   * The gradients of the inputs. May be called repeatedly.
   *
   * @param gradOutput the gradient of the value
   * @return one gradient per input; null for inputs the value does not depend on. Differentiable
   *     with respect to the original inputs and to {@code gradOutput} if recording is on
   */
  public @Nullable Tensor[] backward(Tensor gradOutput) {
    boolean recorded =
        GradMode.isEnabled() && (Recording.isNeeded(inputs) || Recording.isNeeded(gradOutput));
    return recorded && !isRecorded
        ? recordedBackward(gradOutput)
        : gradients(result, starts, gradOutput, recorded);
  }

  /**
   * The tangent of the value. May be called repeatedly.
   *
   * @param inputTangents one per input, null for zero
   * @return of the value's shape; recorded if recording is on and the inputs or tangents require a
   *     gradient
   */
  public Tensor tangent(@Nullable Tensor... inputTangents) {
    boolean recorded = Recording.isNeeded(inputs) || isAnyNeeded(inputTangents);
    Tensor tangent =
        Tangents.ofOrNull(
            result,
            gradOutput ->
                recorded && !isRecorded
                    ? recordedBackward(gradOutput)
                    : gradients(result, starts, gradOutput, true),
            inputTangents,
            recorded);
    return tangent == null ? Tensor.zerosLike(result) : tangent;
  }

  private static boolean isAnyNeeded(@Nullable Tensor[] tangents) {
    return Arrays.stream(tangents)
        .anyMatch(tangent -> tangent != null && Recording.isNeeded(tangent));
  }

  private @Nullable Tensor[] recordedBackward(Tensor gradOutput) {
    Tensor[] aliases = aliases(inputs);
    Tensor again = Unchecked.call(() -> body.apply(aliases.clone()));
    return gradients(again, aliases, gradOutput, true);
  }

  private static Tensor[] aliases(Tensor[] inputs) {
    return Arrays.stream(inputs)
        .map(input -> input.requiresGrad() ? input.view(input.shape()) : leafOf(input))
        .toArray(Tensor[]::new);
  }

  private static Tensor[] leaves(Tensor[] inputs) {
    return Arrays.stream(inputs).map(DynamicCall::leafOf).toArray(Tensor[]::new);
  }

  private static Tensor leafOf(Tensor input) {
    Tensor leaf = input.detach();
    return leaf.dtype().isFloatingPoint() ? leaf.requiresGrad_() : leaf;
  }

  private static @Nullable Tensor[] gradients(
      Tensor root, Tensor[] inputs, Tensor gradOutput, boolean createGraph) {
    @Nullable Tensor[] result = new @Nullable Tensor[inputs.length];
    if (!root.requiresGrad()) {
      return result;
    }
    int[] places =
        java.util.stream.IntStream.range(0, inputs.length)
            .filter(i -> inputs[i].requiresGrad())
            .toArray();
    Tensor[] wanted = Arrays.stream(places).mapToObj(i -> inputs[i]).toArray(Tensor[]::new);
    @Nullable Tensor[] found =
        Engine.grad(
            new Tensor[] {root}, wanted, new Tensor[] {gradOutput}, true, createGraph, true);
    for (int i = 0; i < places.length; i++) {
      result[places[i]] = found[i];
    }
    return result;
  }
}
