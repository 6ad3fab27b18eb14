package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What autograd knows of one tensor: absent from tensors that are neither views nor part of a
 * graph. Read and written by this package only.
 */
public final class AutogradMeta {
  /** Set on leaves by the user; on other tensors the graph decides. */
  boolean requiresGrad;

  boolean retainsGrad;

  /** The operation that produced the tensor; of a view possibly stale. */
  @Nullable Node gradFn;

  int outputNumber;

  @Nullable Tensor grad;

  @Nullable AccumulateGrad accumulator;

  @Nullable ViewOrigin view;

  @Nullable HookList<Consumer<Tensor>> postAccumulateHooks;

  AutogradMeta() {}

  /**
   * Empty metadata.
   *
   * @return metadata of a tensor that requires no gradient
   */
  public static AutogradMeta create() {
    return new AutogradMeta();
  }

  HookList<Consumer<Tensor>> postAccumulateHooks() {
    HookList<Consumer<Tensor>> present = postAccumulateHooks;
    if (present == null) {
      present = new HookList<>();
      postAccumulateHooks = present;
    }
    return present;
  }
}
