package dev.adjoint.autograd;

import dev.adjoint.MultiTensorFunction;
import dev.adjoint.Tensor;
import dev.adjoint.TensorFunction;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Whole Jacobians and Hessians, a row for each element of the outputs. */
public final class Jacobians {
  private final HigherOrder call;
  private final boolean createGraph;
  private final boolean strict;

  private Jacobians(HigherOrder call, boolean createGraph, boolean strict) {
    this.call = call;
    this.createGraph = createGraph;
    this.strict = strict;
  }

  /** The blocks of a Jacobian by output and input, each of the output's and the input's sizes. */
  public static Tensor[][] jacobian(
      MultiTensorFunction function, Tensor[] inputs, boolean createGraph, boolean strict) {
    HigherOrder call = new HigherOrder(function, inputs, createGraph, strict);
    Jacobians jacobians = new Jacobians(call, createGraph, strict);
    try (var _ = GradMode.set(true)) {
      Tensor[][] blocks = new Tensor[call.outputs.length][];
      for (int output = 0; output < blocks.length; output++) {
        blocks[output] = call.finished(jacobians.blocks(output));
      }
      return blocks;
    }
  }

  /** The blocks of the Hessian of a function with one element. */
  public static Tensor[][] hessian(
      TensorFunction function, Tensor[] inputs, boolean createGraph, boolean strict) {
    MultiTensorFunction scalar =
        arguments -> new Tensor[] {single(function.apply(arguments), strict)};
    return jacobian(
        arguments -> {
          Tensor[] gradients = jacobian(scalar, arguments, true, false)[0];
          Strictness.requireGraph(gradients, Strictness.CONSTANT_JACOBIAN, strict);
          return gradients;
        },
        inputs,
        createGraph,
        strict);
  }

  private static Tensor single(Tensor value, boolean strict) {
    Strictness.requireGraph(new Tensor[] {value}, Strictness.CONSTANT_OUTPUT, strict);
    if (value.numel() != 1) {
      throw new IllegalArgumentException(
          "The Tensor returned by the function given to hessian should contain a single element");
    }
    return value.squeeze();
  }

  private Tensor[] blocks(int output) {
    Tensor value = call.outputs[output];
    Tensor[][] rows = new Tensor[call.inputs.length][Math.toIntExact(value.numel())];
    for (int element = 0; element < value.numel(); element++) {
      Tensor[] row = row(output, value.reshape(-1).select(0, element));
      for (int input = 0; input < row.length; input++) {
        rows[input][element] = row[input];
      }
    }
    Tensor[] blocks = new Tensor[rows.length];
    for (int input = 0; input < rows.length; input++) {
      long[] shape = joined(value.shape(), call.inputs[input].shape());
      blocks[input] =
          rows[input].length == 0
              ? Tensor.zeros(call.inputs[input].dtype(), shape)
              : Tensor.stack(rows[input], 0).view(shape);
    }
    return blocks;
  }

  private Tensor[] row(int output, Tensor element) {
    @Nullable Tensor[] found =
        HigherOrder.gradients(new Tensor[] {element}, call.inputs, null, true, createGraph);
    Tensor[] row = new Tensor[found.length];
    for (int input = 0; input < row.length; input++) {
      Tensor gradient = found[input];
      check(output, input, gradient);
      row[input] = gradient == null ? Tensor.zerosLike(call.inputs[input]) : gradient;
    }
    return row;
  }

  private void check(int output, int input, @Nullable Tensor gradient) {
    if (strict && gradient == null) {
      throw new IllegalStateException(
          "Output %d of the user-provided function is independent of input %d. This is not allowed in strict mode."
              .formatted(output, input));
    }
    if (strict && createGraph && gradient != null && !gradient.requiresGrad()) {
      throw new IllegalStateException(
          "The jacobian of the user-provided function is independent of input %d. This is not allowed in strict mode when create_graph=True."
              .formatted(input));
    }
  }

  private static long[] joined(long[] first, long[] second) {
    return LongStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }
}
