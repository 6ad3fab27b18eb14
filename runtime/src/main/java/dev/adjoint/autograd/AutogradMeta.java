package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What autograd knows of one tensor beyond the node that made it: of leaves, views, one of several
 * outputs, and tensors that keep their gradient. Read and written by this package only.
 */
public final class AutogradMeta implements GraphPlace {
  /** What few tensors have. */
  static final class Extras {
    @Nullable HookList<Consumer<Tensor>> postAccumulateHooks;

    @Nullable Dual dual;
  }

  /** Set on leaves by the user; on other tensors the graph decides. */
  boolean requiresGrad;

  boolean retainsGrad;

  /** The operation that produced the tensor; of a view possibly stale. */
  @Nullable Node gradFn;

  int outputNumber;

  @Nullable Tensor grad;

  @Nullable AccumulateGrad accumulator;

  @Nullable ViewOrigin view;

  private @Nullable Extras extras;

  AutogradMeta() {}

  HookList<Consumer<Tensor>> postAccumulateHooks() {
    Extras present = extras();
    HookList<Consumer<Tensor>> hooks = present.postAccumulateHooks;
    if (hooks == null) {
      hooks = new HookList<>();
      present.postAccumulateHooks = hooks;
    }
    return hooks;
  }

  @Nullable HookList<Consumer<Tensor>> postAccumulateHooksOrNull() {
    return extras == null ? null : extras.postAccumulateHooks;
  }

  @Nullable Dual dual() {
    return extras == null ? null : extras.dual;
  }

  Extras extras() {
    Extras present = extras;
    if (present == null) {
      present = new Extras();
      extras = present;
    }
    return present;
  }
}
