package dev.adjoint;

import dev.adjoint.autograd.CustomNode;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.autograd.Recording;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Runs a user's function and puts its node behind the results. */
final class FunctionCall implements CustomNode.Rules {
  private final Context context;
  private final UserFunction function;

  private FunctionCall(Context context, UserFunction function) {
    this.context = context;
    this.function = function;
  }

  static UnsupportedOperationException missingBackward() {
    return new UnsupportedOperationException(
        "You must implement either the backward or vjp method for your custom autograd.Function to"
            + " use it with backward mode AD.");
  }

  static Tensor[] apply(UserFunction function, Tensor[] inputs) {
    boolean[] needs = new boolean[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      needs[i] = inputs[i].requiresGrad() || Recording.isNeeded(inputs[i]);
    }
    Context context = new Context(needs);
    Tensor[] outputs;
    try (var _ = GradMode.valuesOnly()) {
      outputs = function.forward().run(context);
    }
    context.checkDirty(outputs);
    return Recording.isNeeded(inputs)
        ? new FunctionCall(context, function).record(inputs, outputs)
        : Arrays.stream(outputs)
            .map(output -> unrecorded(context, inputs, output))
            .toArray(Tensor[]::new);
  }

  /** An input that is returned as it is comes out as a tensor of its own, without its gradient. */
  private static Tensor unrecorded(Context context, Tensor[] inputs, Tensor output) {
    return isAmong(inputs, output) && !context.isDirty(output) ? output.detach() : output;
  }

  private static boolean isAmong(Tensor[] inputs, Tensor output) {
    return Arrays.stream(inputs).anyMatch(input -> input == output);
  }

  private Tensor[] record(Tensor[] inputs, Tensor[] outputs) {
    CustomNode node = new CustomNode(function.name() + "Backward", this, inputs, outputs);
    context.bind(node);
    Tensor[] results = new Tensor[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      results[i] = place(node, inputs, outputs[i], i);
    }
    context.pack();
    return results;
  }

  private Tensor place(CustomNode node, Tensor[] inputs, Tensor output, int number) {
    if (context.isDirty(output)) {
      return node.attachWritten(output, number);
    }
    Tensor result = isAmong(inputs, output) ? node.aliasOf(output) : node.ownView(output);
    return context.isNonDifferentiable(output) ? result : Recording.attach(result, node, number);
  }

  @Override
  public boolean materializesGradients() {
    return context.materializeGrads();
  }

  @Override
  public boolean isOnceDifferentiable() {
    return context.isOnceDifferentiable();
  }

  @Override
  public @Nullable Tensor @Nullable [] backward(@Nullable Tensor[] gradOutputs) {
    return function.backward().run(context, castNonNull(gradOutputs));
  }

  @Override
  public @Nullable Tensor[] jvp(@Nullable Tensor[] tangents) {
    return function.jvp().run(context, castNonNull(tangents));
  }

  /** Null only reaches functions that asked for it by {@link Context#setMaterializeGrads}. */
  @SuppressWarnings("NullAway")
  private static Tensor[] castNonNull(@Nullable Tensor[] tensors) {
    return tensors;
  }

  @Override
  public Tensor[] savedTensors() {
    return context.savedTensors();
  }

  @Override
  public void release() {
    context.release();
  }
}
