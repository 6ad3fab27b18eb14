package dev.adjoint.autograd;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.TensorFunction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the gradients of a function with central differences, element by element, in double
 * precision.
 */
public final class GradCheck {
  private static final double STEP = 1e-6;
  private static final double ABSOLUTE = 1e-5;
  private static final double RELATIVE = 1e-3;

  private final TensorFunction function;
  private final Tensor[] inputs;

  private GradCheck(TensorFunction function, Tensor[] inputs) {
    this.function = function;
    this.inputs = inputs;
  }

  /**
   * Checks first derivatives.
   *
   * @param function the function
   * @param inputs its arguments; those that require a gradient are {@code float64}
   * @throws IllegalArgumentException if an input that requires a gradient is not {@code float64}
   * @throws IllegalStateException if a gradient differs from its central difference
   */
  public static void check(TensorFunction function, Tensor... inputs) {
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i].requiresGrad() && inputs[i].dtype() != DType.FLOAT64) {
        throw new IllegalArgumentException(
            "gradCheck needs float64 inputs, since differences of float32 are too coarse: input "
                + i
                + " is "
                + inputs[i].dtype().label());
      }
    }
    new GradCheck(function, inputs).run();
  }

  /**
   * Checks second derivatives: those of the gradients, with a fixed gradient of the result.
   *
   * @param function the function
   * @param inputs its arguments; those that require a gradient are {@code float64}
   * @throws IllegalStateException if a second derivative differs from its central difference
   */
  public static void checkSecond(TensorFunction function, Tensor... inputs) {
    Tensor value = function.apply(inputs);
    Tensor weights = pattern(value).requiresGrad_();
    Tensor[] extended = java.util.Arrays.copyOf(inputs, inputs.length + 1);
    extended[inputs.length] = weights;
    check(all -> gradients(function, all), extended);
  }

  /** The gradients of a function, weighted by the last argument, in one vector. */
  private static Tensor gradients(TensorFunction function, Tensor... all) {
    Tensor[] inputs = java.util.Arrays.copyOf(all, all.length - 1);
    Tensor weights = all[all.length - 1];
    List<Tensor> wanted = new ArrayList<>();
    for (Tensor input : inputs) {
      if (input.requiresGrad()) {
        wanted.add(input);
      }
    }
    Tensor value = function.apply(inputs);
    @Nullable Tensor[] found =
        Engine.grad(
            new Tensor[] {value},
            wanted.toArray(new Tensor[0]),
            new Tensor[] {weights},
            true,
            true,
            true);
    List<Tensor> flat = new ArrayList<>();
    for (Tensor gradient : found) {
      if (gradient != null) {
        flat.add(gradient.reshape(-1));
      }
    }
    return Tensor.cat(flat.toArray(new Tensor[0]), 0);
  }

  /** Fixed weights without symmetry. */
  private static Tensor pattern(Tensor like) {
    double[] values = new double[Math.toIntExact(like.numel())];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.5 + (i * 7 % 5) * 0.25;
    }
    return Tensor.tensor(values, DType.FLOAT64).reshape(like.shape());
  }

  private void run() {
    Tensor value = function.apply(inputs);
    for (int out = 0; out < value.numel(); out++) {
      @Nullable Tensor[] gradients = gradients(value, out);
      for (int i = 0; i < inputs.length; i++) {
        if (inputs[i].requiresGrad()) {
          compare(i, out, gradients[i]);
        }
      }
    }
  }

  private @Nullable Tensor[] gradients(Tensor value, int out) {
    @Nullable Tensor[] result = new @Nullable Tensor[inputs.length];
    if (!value.requiresGrad()) {
      return result;
    }
    double[] unit = new double[Math.toIntExact(value.numel())];
    unit[out] = 1;
    Tensor seed = Tensor.tensor(unit, value.dtype()).reshape(value.shape());
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i].requiresGrad()) {
        result[i] =
            Engine.grad(
                new Tensor[] {value},
                new Tensor[] {inputs[i]},
                new Tensor[] {seed},
                true,
                false,
                true)[0];
      }
    }
    return result;
  }

  private void compare(int input, int out, @Nullable Tensor gradient) {
    for (int at = 0; at < inputs[input].numel(); at++) {
      double expected =
          (shifted(input, at, STEP, out) - shifted(input, at, -STEP, out)) / (2 * STEP);
      double found = gradient == null ? 0 : gradient.toDoubleArray()[at];
      if (!(Math.abs(found - expected) <= ABSOLUTE + RELATIVE * Math.abs(expected))) {
        throw new IllegalStateException(
            "the derivative of result element %d with respect to element %d of input %d is %s, but the central difference is %s"
                .formatted(out, at, input, found, expected));
      }
    }
  }

  /** One element of the value with one element of an input moved. */
  private double shifted(int input, int at, double step, int out) {
    Tensor[] moved = inputs.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] = moved[i].requiresGrad() ? moved[i].detach().requiresGrad_() : moved[i];
    }
    double[] values = inputs[input].toDoubleArray();
    values[at] += step;
    moved[input] =
        Tensor.tensor(values, DType.FLOAT64).reshape(inputs[input].shape()).requiresGrad_();
    return function.apply(moved).toDoubleArray()[out];
  }
}
