package dev.adjoint;

import dev.adjoint.autograd.CustomNode;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.autograd.Recording;
import org.jspecify.annotations.Nullable;

/** Runs a user's function and puts its node behind the results. */
final class FunctionCall implements CustomNode.Backward {

  @FunctionalInterface
  interface Forward {
    Tensor[] run(Context ctx);
  }

  @FunctionalInterface
  interface Backward {
    @Nullable Tensor @Nullable [] run(Context ctx, Tensor... gradOutputs);
  }

  private final Context context;
  private final Backward backward;

  private FunctionCall(Context context, Backward backward) {
    this.context = context;
    this.backward = backward;
  }

  static Tensor[] apply(String name, Tensor[] inputs, Forward forward, Backward backward) {
    boolean[] needs = new boolean[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      needs[i] = inputs[i].requiresGrad();
    }
    Context context = new Context(needs);
    Tensor[] outputs;
    try (var _ = GradMode.set(false)) {
      outputs = forward.run(context);
    }
    if (!Recording.isNeeded(inputs)) {
      return outputs;
    }
    return new FunctionCall(context, backward).record(name + "Backward", inputs, outputs);
  }

  private Tensor[] record(String name, Tensor[] inputs, Tensor[] outputs) {
    CustomNode node = new CustomNode(name, this, inputs, outputs);
    Tensor[] results = new Tensor[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      results[i] = result(node, inputs, outputs[i], i);
    }
    context.pack();
    return results;
  }

  private Tensor result(CustomNode node, Tensor[] inputs, Tensor output, int number) {
    if (context.isDirty(output)) {
      return node.attachWritten(output);
    }
    Tensor result = isAnyOf(inputs, output) ? node.aliasOf(output) : output;
    return context.isNonDifferentiable(output) ? result : Recording.attach(result, node, number);
  }

  private static boolean isAnyOf(Tensor[] inputs, Tensor output) {
    for (Tensor input : inputs) {
      if (input == output) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean materializesGradients() {
    return context.materializeGrads();
  }

  @Override
  public @Nullable Tensor @Nullable [] backward(@Nullable Tensor[] gradOutputs) {
    return backward.run(context, castNonNull(gradOutputs));
  }

  /** Null only reaches functions that asked for it by {@link Context#setMaterializeGrads}. */
  @SuppressWarnings("NullAway")
  private static Tensor[] castNonNull(@Nullable Tensor[] gradOutputs) {
    return gradOutputs;
  }

  @Override
  public void release() {
    context.release();
  }
}
