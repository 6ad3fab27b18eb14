package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The end of the graph at a leaf: adds what arrives to the leaf's gradient. One per leaf. */
public final class AccumulateGrad extends Node {
  private final Tensor variable;

  AccumulateGrad(Tensor variable) {
    super(Long.MAX_VALUE);
    this.variable = variable;
  }

  /**
   * The leaf.
   *
   * @return the tensor whose gradient is accumulated
   */
  public Tensor variable() {
    return variable;
  }

  @Override
  public String name() {
    return "torch::autograd::AccumulateGrad";
  }

  @Override
  protected int inputCount() {
    return 0;
  }

  @Override
  protected @Nullable Node nextNode(int input) {
    throw new IndexOutOfBoundsException(input);
  }

  @Override
  protected int nextOutput(int input) {
    throw new IndexOutOfBoundsException(input);
  }

  @Override
  protected void apply(@Nullable Tensor[] gradOutputs, GradientSink sink) {
    throw new IllegalStateException("AccumulateGrad is committed, not applied");
  }

  /** Refuses a present gradient, set by the user, that cannot be added to in place. */
  void checkPresent() {
    Tensor present = History.meta(variable).grad;
    if (present != null && !GradMode.isEnabled()) {
      if (present.layout().overlaps()) {
        throw new IllegalStateException(
            "the gradient of a leaf of shape "
                + Shapes.text(variable)
                + " was set to a tensor in which several elements share one place in memory, so"
                + " that nothing can be added to it; set a clone of it");
      }
      Recording.checkInPlace(present);
    }
  }

  /** Adds a gradient: into the present one, unless the addition itself is recorded. */
  synchronized void accumulate(Tensor gradient) {
    AutogradMeta meta = History.meta(variable);
    Tensor present = meta.grad;
    if (present == null) {
      meta.grad = ownCopy(gradient);
    } else if (GradMode.isEnabled()) {
      meta.grad = present.add(gradient);
    } else {
      present.add_(gradient);
    }
  }

  /** A gradient may be shared with other leaves, or be an expanded view: keep a copy. */
  private static Tensor ownCopy(Tensor gradient) {
    return Tensor.empty(gradient.dtype(), gradient.shape()).copy_(gradient);
  }

  void runHooksAfter(Tensor gradient) {
    HookList<Consumer<Tensor>> afterwards = History.meta(variable).postAccumulateHooksOrNull();
    if (afterwards != null) {
      afterwards.hooks().forEach(hook -> hook.accept(variable));
    }
    NodeHooks hooks = hooksOrNull();
    if (hooks != null) {
      hooks.runPost(new @Nullable Tensor[0], new @Nullable Tensor[] {gradient});
    }
  }
}
