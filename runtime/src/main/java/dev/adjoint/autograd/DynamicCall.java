package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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

  /**
   * Code that is a function of tensors.
   *
   * @param <A> what it takes: an array of tensors, or a {@link TensorPack}
   * @param <R> what it yields: a tensor, or an array of them
   */
  @FunctionalInterface
  public interface Body<A, R> {

    /**
     * Runs the code.
     *
     * @param inputs the tensors it reads
     * @return its value
     * @throws Exception where it does
     */
    R apply(A inputs) throws Exception;
  }

  private final TensorPack inputs;
  private final Tensor[] starts;
  private final Body<TensorPack, Tensor[]> body;
  private final Tensor[] results;
  private final boolean isRecorded;

  private DynamicCall(TensorPack inputs, Body<TensorPack, Tensor[]> body) {
    this.inputs = inputs;
    this.body = body;
    this.isRecorded = Recording.isNeeded(inputs.flat());
    try (var _ = GradMode.set(true)) {
      this.starts = isRecorded ? aliases(inputs.flat()) : leaves(inputs.flat());
      this.results = run(starts);
    }
  }

  private Tensor[] run(Tensor[] tensors) {
    return Unchecked.call(() -> body.apply(inputs.with(tensors.clone())));
  }

  /**
   * Runs the body, recording a graph whatever the mode outside.
   *
   * @param inputs the tensors the body reads
   * @param body the code, a function of these tensors
   * @return the finished call
   */
  public static DynamicCall of(Tensor[] inputs, Body<Tensor[], Tensor> body) {
    return ofAll(inputs, tensors -> new Tensor[] {body.apply(tensors)});
  }

  /**
   * The same for code that yields several tensors.
   *
   * @param inputs the tensors the body reads
   * @param body the code, a function of these tensors
   * @return the finished call
   */
  public static DynamicCall ofAll(Tensor[] inputs, Body<Tensor[], Tensor[]> body) {
    return ofAll(TensorPack.of((Object[]) inputs), pack -> body.apply(pack.flat()));
  }

  /**
   * Runs the body, recording a graph whatever the mode outside.
   *
   * @param inputs the tensors, arrays and lists the body reads
   * @param body the code, a function of these
   * @return the finished call
   */
  public static DynamicCall of(TensorPack inputs, Body<TensorPack, Tensor> body) {
    return ofAll(inputs, pack -> new Tensor[] {body.apply(pack)});
  }

  /**
   * The same for code that yields several tensors.
   *
   * @param inputs the tensors, arrays and lists the body reads
   * @param body the code, a function of these
   * @return the finished call
   */
  public static DynamicCall ofAll(TensorPack inputs, Body<TensorPack, Tensor[]> body) {
    return new DynamicCall(inputs, body);
  }

  /**
   * What the body returned.
   *
   * @return the value; with its history if the call was made while recording
   */
  public Tensor value() {
    return value(0);
  }

  /**
   * One of the tensors that the body returned.
   *
   * @param index its index
   * @return with its history if the call was made while recording
   */
  public Tensor value(int index) {
    return isRecorded ? results[index] : results[index].detach();
  }

  /**
   * All tensors that the body returned.
   *
   * @return with their history if the call was made while recording
   */
  public Tensor[] values() {
    return IntStream.range(0, results.length).mapToObj(this::value).toArray(Tensor[]::new);
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
   * @param gradOutputs the gradients of the tensors that the body returned
   * @return one gradient per input, with zeros for inputs that these do not depend on
   */
  public DynamicGradients gradients(GradientList gradOutputs) {
    @Nullable Tensor[] all = new @Nullable Tensor[results.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = gradOutputs.at(i);
    }
    return new DynamicGradients(inputs, backward(all));
  }

  /**
   * The gradients of the inputs. May be called repeatedly.
   *
   * @param gradOutputs the gradients of the values; null for zero
   * @return one gradient per tensor among the inputs; null for those the values do not depend on.
   *     Differentiable with respect to the original inputs and to {@code gradOutputs} if recording
   *     is on
   */
  public @Nullable Tensor[] backward(@Nullable Tensor... gradOutputs) {
    boolean recorded =
        GradMode.isEnabled() && (Recording.isNeeded(inputs.flat()) || isAnyNeeded(gradOutputs));
    return recorded && !isRecorded
        ? recordedBackward(gradOutputs)
        : gradients(results, starts, gradOutputs, recorded);
  }

  /**
   * The tangent of the value. May be called repeatedly.
   *
   * @param inputTangents one per input, null for zero
   * @return of the value's shape; recorded if recording is on and the inputs or tangents require a
   *     gradient
   */
  public Tensor tangent(@Nullable Tensor... inputTangents) {
    return tangentAt(0, inputTangents);
  }

  /**
   * The tangents of all tensors that the body returned. May be called repeatedly.
   *
   * @param inputTangents for each input its tangent or tangents in the same form, null for zero
   * @return one per tensor returned
   */
  public Tensor[] tangents(TensorPack inputTangents) {
    Tensor[] flat = inputTangents.flat();
    return IntStream.range(0, results.length)
        .mapToObj(i -> tangentAt(i, flat))
        .toArray(Tensor[]::new);
  }

  /**
   * The tangents of all tensors that the body returned. May be called repeatedly.
   *
   * @param inputTangents for each input its tangent or tangents in the same form, null for zero
   * @return one per tensor returned
   */
  public List<Tensor> tangentList(TensorPack inputTangents) {
    return new ArrayList<>(Arrays.asList(tangents(inputTangents)));
  }

  /**
   * The tangent of the value. May be called repeatedly.
   *
   * @param inputTangents for each input its tangent or tangents in the same form, null for zero
   * @return of the value's shape
   */
  public Tensor tangentOf(TensorPack inputTangents) {
    return tangentAt(0, inputTangents.flat());
  }

  private Tensor tangentAt(int index, @Nullable Tensor[] inputTangents) {
    if (!results[index].dtype().isFloatingPoint()) {
      return Tensor.zerosLike(results[index]);
    }
    boolean recorded = Recording.isNeeded(inputs.flat()) || isAnyNeeded(inputTangents);
    Tensor tangent =
        Tangents.ofOrNull(
            results[index],
            gradOutput -> {
              @Nullable Tensor[] gradOutputs = new @Nullable Tensor[results.length];
              gradOutputs[index] = gradOutput;
              return recorded && !isRecorded
                  ? recordedBackward(gradOutputs)
                  : gradients(results, starts, gradOutputs, true);
            },
            inputTangents,
            recorded);
    return tangent == null ? Tensor.zerosLike(results[index]) : tangent;
  }

  private static boolean isAnyNeeded(@Nullable Tensor[] tensors) {
    return Arrays.stream(tensors).anyMatch(tensor -> tensor != null && Recording.isNeeded(tensor));
  }

  private @Nullable Tensor[] recordedBackward(@Nullable Tensor[] gradOutputs) {
    Tensor[] aliases = aliases(inputs.flat());
    return gradients(run(aliases), aliases, gradOutputs, true);
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
      Tensor[] results, Tensor[] inputs, @Nullable Tensor[] gradOutputs, boolean createGraph) {
    @Nullable Tensor[] gradients = new @Nullable Tensor[inputs.length];
    List<Tensor> roots = new ArrayList<>();
    List<Tensor> seeds = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      Tensor gradOutput = gradOutputs[i];
      if (gradOutput != null && results[i].requiresGrad()) {
        roots.add(results[i]);
        seeds.add(gradOutput);
      }
    }
    int[] places =
        IntStream.range(0, inputs.length).filter(i -> inputs[i].requiresGrad()).toArray();
    if (roots.isEmpty()) {
      return gradients;
    }
    @Nullable Tensor[] found =
        Engine.grad(
            roots.toArray(Tensor[]::new),
            Arrays.stream(places).mapToObj(i -> inputs[i]).toArray(Tensor[]::new),
            seeds.toArray(Tensor[]::new),
            true,
            createGraph,
            true);
    for (int i = 0; i < places.length; i++) {
      gradients[places[i]] = found[i];
    }
    return gradients;
  }
}
