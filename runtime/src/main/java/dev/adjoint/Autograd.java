package dev.adjoint;

import dev.adjoint.autograd.Engine;
import dev.adjoint.autograd.GradCheck;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.autograd.GraphPicture;
import dev.adjoint.autograd.RecomputedCall;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gradients on demand, and whether operations are recorded. */
public final class Autograd extends JacobianFunctions {
  private Autograd() {}

  /**
   * Turns recording off in the current thread until the scope is closed.
   *
   * <pre>{@code
   * try (var _ = Autograd.noGrad()) {
   *   weights.sub_(weights.grad(), 0.1);
   * }
   * }</pre>
   *
   * @return a scope that restores the mode of before
   */
  public static GradMode.Scope noGrad() {
    return GradMode.set(false);
  }

  /**
   * Accumulates the gradients of several tensors in the leaves.
   *
   * @param tensors the roots
   * @param gradTensors one gradient per root; null elements for roots of one element; null for all
   * @param retainGraph whether the graph can be used again
   * @param createGraph whether the gradients can be differentiated
   * @throws IllegalStateException if a root has no history, or buffers were freed
   * @throws IllegalArgumentException if a gradient does not have its root's shape
   */
  public static void backward(
      Tensor[] tensors,
      @Nullable Tensor @Nullable [] gradTensors,
      boolean retainGraph,
      boolean createGraph) {
    Engine.backward(tensors, gradTensors, null, retainGraph, createGraph);
  }

  /**
   * Accumulates the gradients of several tensors in the given inputs only.
   *
   * @param tensors the roots
   * @param gradTensors one gradient per root; null elements for roots of one element; null for all
   * @param inputs leaves or results
   * @param retainGraph whether the graph can be used again
   * @param createGraph whether the gradients can be differentiated
   * @throws IllegalStateException if a root has no history, or buffers were freed
   * @throws IllegalArgumentException if there are no inputs, or a gradient does not have its root's
   *     shape
   */
  public static void backward(
      Tensor[] tensors,
      @Nullable Tensor @Nullable [] gradTensors,
      Tensor[] inputs,
      boolean retainGraph,
      boolean createGraph) {
    Engine.backward(tensors, gradTensors, inputs, retainGraph, createGraph);
  }

  static void backward(
      Tensor root, @Nullable Tensor gradient, boolean retainGraph, boolean createGraph) {
    @Nullable Tensor[] gradients = {gradient};
    Engine.backward(new Tensor[] {root}, gradients, null, retainGraph, createGraph);
  }

  /**
   * The gradients of a tensor of one element with respect to some inputs. Leaves accumulate
   * nothing.
   *
   * @param output the root
   * @param inputs leaves or results
   * @return one gradient per input
   * @throws IllegalStateException if an input was not used, or buffers were freed
   */
  public static Tensor[] grad(Tensor output, Tensor... inputs) {
    return requireAll(grad(new Tensor[] {output}, inputs, null, false, false, false));
  }

  /**
   * The differentiable gradients of a tensor of one element with respect to some inputs; the graph
   * is kept.
   *
   * @param output the root
   * @param inputs leaves or results
   * @return one gradient per input, with a history
   * @throws IllegalStateException if an input was not used, or buffers were freed
   */
  public static Tensor[] gradCreateGraph(Tensor output, Tensor... inputs) {
    return requireAll(grad(new Tensor[] {output}, inputs, null, true, true, false));
  }

  private static Tensor[] requireAll(@Nullable Tensor[] gradients) {
    Tensor[] result = new Tensor[gradients.length];
    for (int i = 0; i < result.length; i++) {
      Tensor gradient = gradients[i];
      if (gradient == null) {
        throw new IllegalStateException("Autograd.grad: gradient " + i + " is missing");
      }
      result[i] = gradient;
    }
    return result;
  }

  /**
   * The gradients of some outputs with respect to some inputs: vector-Jacobian products, summed
   * over the outputs. Leaves accumulate nothing.
   *
   * @param outputs the roots
   * @param inputs leaves or results
   * @param gradOutputs one gradient per output; null elements for outputs of one element; null for
   *     all
   * @param retainGraph whether the graph can be used again
   * @param createGraph whether the gradients can be differentiated; usually with {@code
   *     retainGraph}
   * @param allowUnused whether inputs may be unused: their gradient is then null
   * @return one gradient per input
   * @throws IllegalStateException if an output has no history, an input requires no gradient or was
   *     not used, or buffers were freed
   * @throws IllegalArgumentException if a gradient does not have its output's shape
   */
  public static @Nullable Tensor[] grad(
      Tensor[] outputs,
      Tensor[] inputs,
      @Nullable Tensor @Nullable [] gradOutputs,
      boolean retainGraph,
      boolean createGraph,
      boolean allowUnused) {
    if (inputs.length == 0) {
      throw new IllegalArgumentException("`inputs` argument to `grad()` cannot be empty.");
    }
    return Engine.grad(outputs, inputs, gradOutputs, retainGraph, createGraph, allowUnused);
  }

  /**
   * As {@link #grad(Tensor[], Tensor[], Tensor[], boolean, boolean, boolean)}, with zeros for
   * inputs that were not used.
   *
   * @param outputs the roots
   * @param inputs leaves or results
   * @param gradOutputs one gradient per output; null elements for outputs of one element; null for
   *     all
   * @param retainGraph whether the graph can be used again
   * @param createGraph whether the gradients can be differentiated; usually with {@code
   *     retainGraph}
   * @return one gradient per input, of its shape
   * @throws IllegalStateException if an output has no history, an input requires no gradient, or
   *     buffers were freed
   * @throws IllegalArgumentException if a gradient does not have its output's shape
   */
  public static Tensor[] gradMaterialized(
      Tensor[] outputs,
      Tensor[] inputs,
      @Nullable Tensor @Nullable [] gradOutputs,
      boolean retainGraph,
      boolean createGraph) {
    @Nullable Tensor[] found = grad(outputs, inputs, gradOutputs, retainGraph, createGraph, true);
    Tensor[] gradients = new Tensor[found.length];
    for (int i = 0; i < gradients.length; i++) {
      Tensor gradient = found[i];
      gradients[i] = gradient == null ? zerosFor(inputs[i], createGraph) : gradient;
    }
    return gradients;
  }

  private static Tensor zerosFor(Tensor input, boolean createGraph) {
    Tensor zeros = Tensor.zerosLike(input);
    return createGraph ? zeros.requiresGrad_() : zeros;
  }

  /**
   * Calls a function without keeping what its backward pass needs: that is computed again then, by
   * a second call, which must do the same operations. Saves memory at the price of time. Random
   * numbers of the default generator are the same in both calls; tensors that the function reads
   * beside its arguments must not have changed.
   *
   * @param function the function
   * @param inputs its arguments
   * @return the result, recorded as if the function had been called as usual
   * @throws IllegalStateException in the backward pass, if the second call saves other values, or
   *     an argument was changed in place
   */
  public static Tensor checkpoint(TensorFunction function, Tensor... inputs) {
    return RecomputedCall.of(all -> new Tensor[] {function.apply(all)}, inputs)[0];
  }

  /**
   * As {@link #checkpoint} for a function with several results.
   *
   * @param function the function
   * @param inputs its arguments
   * @return the results
   * @throws IllegalStateException in the backward pass, if the second call saves other values, or
   *     an argument was changed in place
   */
  public static Tensor[] checkpointAll(MultiTensorFunction function, Tensor... inputs) {
    return RecomputedCall.of(function, inputs);
  }

  /**
   * The numbers of steps of a loop that keeps some of its states for the reverse sweep, as a
   * schedule says, and computes the others again from these.
   *
   * <pre>{@code
   * for (int step : Autograd.checkpoint(steps, Schedule.revolve(10))) {
   *   x = advance(x, step);
   * }
   * }</pre>
   *
   * <p>In a {@link Differentiable} method it is what an enhanced {@code for} runs over; generated
   * code has an ordinary loop, and the gradients are those of the loop without a schedule. The loop
   * may end before, by {@code break} or {@code return}; {@code revolve} then keeps the states that
   * suited the number of steps given. The body must not print, write fields or read what changes.
   * Everywhere else, in forward mode and in second derivatives the schedule has no effect.
   *
   * @param steps how many steps there are; none if negative
   * @param schedule which states are kept
   * @return the numbers from 0 on, below {@code steps}
   */
  public static Iterable<Integer> checkpoint(int steps, Schedule schedule) {
    Objects.requireNonNull(schedule, "schedule");
    return () -> IntStream.range(0, steps).iterator();
  }

  /**
   * A number whose gradient goes through a function on its way back: to clip it, to scale it, to
   * look at it. In a {@link Differentiable} method the backward method calls the hook with the
   * gradient of what is returned, and goes on with what the hook returns as the gradient of {@code
   * x}; once for each time that the call was run, and not at all where no gradient arrives.
   * Everywhere else the call returns {@code x}. For tensors there is {@link Tensor#registerHook}.
   *
   * <pre>{@code
   * h = Autograd.onGradient(h, g -> Math.max(-1, Math.min(1, g)));
   * }</pre>
   *
   * @param x the number
   * @param hook from the gradient to another one; in a {@link Differentiable} method a lambda that
   *     reads numbers, or a reference to a static method
   * @return {@code x}
   */
  public static double onGradient(double x, DoubleUnaryOperator hook) {
    Objects.requireNonNull(hook, "hook");
    return x;
  }

  /**
   * Compares the gradients of a function with central differences.
   *
   * @param function the function, composed of recorded operations
   * @param inputs its arguments; those that require a gradient are {@code float64}
   * @throws IllegalArgumentException if an input that requires a gradient is not {@code float64}
   * @throws IllegalStateException if a gradient differs from its central difference
   */
  public static void gradCheck(TensorFunction function, Tensor... inputs) {
    GradCheck.check(function, inputs);
  }

  /**
   * Compares the second derivatives of a function with central differences of its gradients.
   *
   * @param function the function, composed of recorded operations
   * @param inputs its arguments; those that require a gradient are {@code float64}
   * @throws IllegalArgumentException if an input that requires a gradient is not {@code float64}
   * @throws IllegalStateException if a second derivative differs from its central difference
   */
  public static void gradGradCheck(TensorFunction function, Tensor... inputs) {
    GradCheck.checkSecond(function, inputs);
  }

  /**
   * The graph behind a tensor as a picture: operations by name, leaves and the result with their
   * shapes.
   *
   * @param tensor any tensor
   * @return text for Graphviz, say {@code dot -Tsvg}
   */
  public static String dot(Tensor tensor) {
    return GraphPicture.of(tensor);
  }

  /**
   * The value, cut off from its history: for numbers and arrays what {@code detach} is for tensors.
   *
   * @param x a value
   * @return {@code x}; in differentiated code its derivative is zero
   */
  public static double stopGradient(double x) {
    return x;
  }

  /**
   * The value, cut off from its history; see {@link #stopGradient(double)}.
   *
   * @param x a value
   * @return {@code x}
   */
  public static float stopGradient(float x) {
    return x;
  }

  /**
   * The values, cut off from their history; see {@link #stopGradient(double)}.
   *
   * @param x values
   * @return a copy of {@code x}
   */
  public static double[] stopGradient(double[] x) {
    return x.clone();
  }

  /**
   * The values, cut off from their history; see {@link #stopGradient(double)}.
   *
   * @param x values
   * @return a copy of {@code x}
   */
  public static float[] stopGradient(float[] x) {
    return x.clone();
  }

  /**
   * The values, cut off from their history.
   *
   * @param x a tensor
   * @return {@code x.detach()}
   */
  public static Tensor stopGradient(Tensor x) {
    return x.detach();
  }
}
