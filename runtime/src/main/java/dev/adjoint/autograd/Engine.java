package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** Checks what is asked of a backward pass, and runs it. */
public final class Engine {
  private Engine() {}

  /** Accumulates gradients in all leaves, or in the given inputs only. */
  public static void backward(
      Tensor[] roots,
      @Nullable Tensor @Nullable [] gradients,
      Tensor @Nullable [] inputs,
      boolean keepGraph,
      boolean createGraph) {
    if (inputs != null && inputs.length == 0) {
      throw new IllegalArgumentException("`inputs` argument to `backward()` cannot be empty.");
    }
    Tensor[] seeds = seeds(roots, gradients);
    BackwardRun run = new BackwardRun(keepGraph, createGraph);
    if (inputs == null) {
      run.run(roots, seeds);
      return;
    }
    requireGradients(inputs);
    run.capture(inputs);
    @Nullable Tensor[] captured = run.run(roots, seeds);
    PendingGradients pending = new PendingGradients();
    for (int i = 0; i < inputs.length; i++) {
      Tensor gradient = captured[i];
      if (gradient != null) {
        pending.add(accumulator(inputs[i]), gradient);
      }
    }
    try (var _ = GradMode.set(createGraph)) {
      pending.commit();
    }
  }

  private static AccumulateGrad accumulator(Tensor input) {
    return History.gradientNode(input) instanceof AccumulateGrad leaf
        ? leaf
        : new AccumulateGrad(input);
  }

  /** The gradients of some inputs. */
  public static @Nullable Tensor[] grad(
      Tensor[] roots,
      Tensor[] inputs,
      @Nullable Tensor @Nullable [] gradients,
      boolean keepGraph,
      boolean createGraph,
      boolean allowUnused) {
    Tensor[] seeds = seeds(roots, gradients);
    requireGradients(inputs);
    BackwardRun run = new BackwardRun(keepGraph, createGraph);
    run.capture(inputs);
    @Nullable Tensor[] captured = run.run(roots, seeds);
    for (int i = 0; !allowUnused && i < captured.length; i++) {
      if (captured[i] == null) {
        throw new IllegalStateException(
            "The differentiated Tensor at index "
                + i
                + " appears to not have been used in the graph. Set allow_unused=True if this is"
                + " the desired behavior.");
      }
    }
    return captured;
  }

  private static void requireGradients(Tensor[] inputs) {
    for (Tensor input : inputs) {
      if (!History.requiresGrad(input)) {
        throw new IllegalStateException("One of the differentiated Tensors does not require grad");
      }
    }
  }

  private static Tensor[] seeds(Tensor[] roots, @Nullable Tensor @Nullable [] gradients) {
    if (gradients != null && gradients.length != roots.length) {
      throw new IllegalArgumentException(
          "got %d tensors and %d gradients".formatted(roots.length, gradients.length));
    }
    Tensor[] seeds = new Tensor[roots.length];
    for (int i = 0; i < roots.length; i++) {
      seeds[i] = seed(roots[i], gradients == null ? null : gradients[i], i);
    }
    return seeds;
  }

  private static Tensor seed(Tensor root, @Nullable Tensor gradient, int index) {
    if (gradient != null && !gradient.layout().sameShape(root.layout())) {
      throw new IllegalArgumentException(
          "Mismatch in shape: grad_output[%d] has a shape of torch.Size(%s) and output[%d] has a shape of torch.Size(%s)."
              .formatted(index, Shapes.text(gradient), index, Shapes.text(root)));
    }
    if (gradient == null && root.requiresGrad() && root.numel() != 1) {
      throw new IllegalStateException("grad can be implicitly created only for scalar outputs");
    }
    if (!root.requiresGrad()) {
      throw new IllegalStateException(
          "element %d of tensors does not require grad and does not have a grad_fn"
              .formatted(index));
    }
    return gradient != null ? gradient : Tensor.onesLike(root);
  }
}
