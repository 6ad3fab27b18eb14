package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hooks of one node, run in the order of registration. */
final class NodeHooks {
  private record OutputHook(int output, TensorHook hook) {}

  private record Retained(int output, Tensor tensor) {}

  private final HookList<OutputHook> outputHooks = new HookList<>();
  private final HookList<PreHook> preHooks = new HookList<>();
  private final HookList<PostHook> postHooks = new HookList<>();
  private final List<Retained> retained = new ArrayList<>(1);

  /** Where the node was recorded, if that was in anomaly mode. */
  final AnomalyMode.@Nullable Origin origin;

  NodeHooks(AnomalyMode.@Nullable Origin origin) {
    this.origin = origin;
  }

  HookHandle addOutput(int output, TensorHook hook) {
    return outputHooks.add(new OutputHook(output, hook));
  }

  HookHandle addPre(PreHook hook) {
    return preHooks.add(hook);
  }

  HookHandle addPost(PostHook hook) {
    return postHooks.add(hook);
  }

  void retain(int output, Tensor tensor) {
    retained.add(new Retained(output, tensor));
  }

  void stopRetaining(Tensor tensor) {
    retained.removeIf(present -> present.tensor == tensor);
  }

  boolean hasPost() {
    return !postHooks.isEmpty();
  }

  /** Hooks of the output tensors, then the tensors that keep their gradient. */
  void runOutputHooks(@Nullable Tensor[] gradOutputs, PendingGradients pending) {
    for (OutputHook entry : outputHooks.hooks()) {
      Tensor grad = gradOutputs[entry.output];
      Tensor replacement = grad == null ? null : entry.hook.apply(grad);
      if (grad != null && replacement != null) {
        gradOutputs[entry.output] = sameShape(replacement, grad);
      }
    }
    for (Retained entry : retained) {
      Tensor grad = gradOutputs[entry.output];
      if (grad != null) {
        pending.retain(entry.tensor, grad);
      }
    }
  }

  private static Tensor sameShape(Tensor replacement, Tensor grad) {
    if (!replacement.layout().sameShape(grad.layout())) {
      throw new IllegalArgumentException(
          "hook has changed the size of value: got "
              + Shapes.text(replacement)
              + " instead of "
              + Shapes.text(grad));
    }
    return replacement;
  }

  @Nullable Tensor[] runPre(@Nullable Tensor[] gradOutputs) {
    @Nullable Tensor[] current = gradOutputs;
    for (PreHook hook : preHooks.hooks()) {
      @Nullable Tensor[] replacement = hook.apply(current);
      current = replacement == null ? current : sameCount(replacement, current);
    }
    return current;
  }

  @Nullable Tensor[] runPost(@Nullable Tensor[] gradInputs, @Nullable Tensor[] gradOutputs) {
    @Nullable Tensor[] current = gradInputs;
    for (PostHook hook : postHooks.hooks()) {
      @Nullable Tensor[] replacement = hook.apply(current, gradOutputs);
      current = replacement == null ? current : sameCount(replacement, current);
    }
    return current;
  }

  private static @Nullable Tensor[] sameCount(
      @Nullable Tensor[] replacement, @Nullable Tensor[] current) {
    if (replacement.length != current.length) {
      throw new IllegalArgumentException(
          "hook has returned an incorrect number of values: got "
              + replacement.length
              + ", but expected "
              + current.length);
    }
    return replacement;
  }
}
