package dev.adjoint.autograd;

import dev.adjoint.MultiTensorFunction;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function whose products with vectors are wanted: fresh inputs, its outputs, and
 * gradients between them.
 */
final class HigherOrder {
  private final boolean createGraph;
  private final boolean strict;
  final Tensor[] inputs;
  final Tensor[] outputs;

  /** Calls the function on copies of the inputs that share their elements. */
  HigherOrder(MultiTensorFunction function, Tensor[] inputs, boolean createGraph, boolean strict) {
    this.createGraph = createGraph;
    this.strict = strict;
    try (var _ = GradMode.set(true)) {
      this.inputs = fresh(inputs, true);
      this.outputs = function.apply(this.inputs.clone());
      Strictness.requireGraph(outputs, Strictness.CONSTANT_OUTPUT, strict);
    }
  }

  /** Tensors that the function cannot have captured; with history only if that is wanted. */
  private Tensor[] fresh(Tensor[] tensors, boolean requiresGrad) {
    return Arrays.stream(tensors)
        .map(
            tensor ->
                createGraph && tensor.requiresGrad()
                    ? tensor.view(tensor.shape())
                    : tensor.detach().requiresGrad_(requiresGrad))
        .toArray(Tensor[]::new);
  }

  /** The vector to multiply with; null stands for one, where there is only one element. */
  Tensor @Nullable [] vector(Tensor @Nullable [] vector, Tensor[] like, String nullText) {
    if (vector == null) {
      if (like.length != 1 || like[0].numel() != 1) {
        throw new IllegalArgumentException(nullText);
      }
      return null;
    }
    if (vector.length != like.length) {
      throw new IllegalArgumentException(
          "v is a tuple of invalid length: should be %d but got %d."
              .formatted(like.length, vector.length));
    }
    for (int i = 0; i < vector.length; i++) {
      if (!vector[i].layout().sameShape(like[i].layout())) {
        throw new IllegalArgumentException(
            "%sv has invalid size: should be torch.Size(%s) but got torch.Size(%s)."
                .formatted(
                    like.length == 1 ? "" : "Entry " + i + " in ",
                    Shapes.text(like[i]),
                    Shapes.text(vector[i])));
      }
    }
    try (var _ = GradMode.set(true)) {
      return fresh(vector, false);
    }
  }

  /** Gradients, null where nothing leads from the outputs to an input. */
  static @Nullable Tensor[] gradients(
      @Nullable Tensor[] outputs,
      Tensor[] inputs,
      Tensor @Nullable [] gradOutputs,
      boolean keepGraph,
      boolean createGraph) {
    List<Tensor> roots = new ArrayList<>(outputs.length);
    List<@Nullable Tensor> seeds = new ArrayList<>(outputs.length);
    for (int i = 0; i < outputs.length; i++) {
      Tensor output = outputs[i];
      if (output != null && output.requiresGrad()) {
        roots.add(output);
        seeds.add(gradOutputs == null ? null : gradOutputs[i]);
      }
    }
    return roots.isEmpty()
        ? new @Nullable Tensor[inputs.length]
        : Engine.grad(
            roots.toArray(new Tensor[0]),
            inputs,
            seeds.toArray(new @Nullable Tensor[0]),
            keepGraph,
            createGraph,
            true);
  }

  /** Differentiable gradients of the outputs. */
  @Nullable Tensor[] recordedGradients(Tensor @Nullable [] gradOutputs) {
    try (var _ = GradMode.set(true)) {
      return gradients(outputs, inputs, gradOutputs, true, true);
    }
  }

  /** The last gradients: recorded only if the caller wants to go on differentiating. */
  Tensor[] product(
      Strictness stage,
      @Nullable Tensor[] roots,
      Tensor[] wanted,
      Tensor @Nullable [] vector,
      Tensor[] like) {
    try (var _ = GradMode.set(createGraph || GradMode.isEnabled())) {
      @Nullable Tensor[] found = gradients(roots, wanted, vector, createGraph, createGraph);
      return finished(stage.filled(found, like, strict, createGraph));
    }
  }

  /** Tensors with history only if that is wanted. */
  Tensor[] finished(Tensor[] tensors) {
    return createGraph
        ? tensors
        : Arrays.stream(tensors).map(Tensor::detach).toArray(Tensor[]::new);
  }

  static Tensor[] zeroSeeds(Tensor[] like) {
    return Arrays.stream(like)
        .map(tensor -> Tensor.zerosLike(tensor).requiresGrad_())
        .toArray(Tensor[]::new);
  }
}
