package dev.adjoint.tests.mixing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.TensorFunction;
import java.util.Arrays;

/** Whether two versions of a function have the same value and the same derivatives. */
final class Agreement {
  private static final double TOLERANCE = 1e-12;

  private Agreement() {}

  /** A square matrix that requires a gradient. */
  static Tensor matrix(double... values) {
    int size = (int) Math.sqrt(values.length);
    return Tensor.tensor(values, DType.FLOAT64).view(size, size).detach().requiresGrad_();
  }

  static void assertSame(Tensor expected, Tensor actual) {
    assertEquals(Arrays.toString(expected.shape()), Arrays.toString(actual.shape()));
    assertArrayEquals(expected.toDoubleArray(), actual.toDoubleArray(), TOLERANCE);
  }

  /**
   * Compares value, gradients, and the gradients of a penalty on the gradients; all in the midst of
   * a larger graph.
   */
  static void assertSameDerivatives(
      TensorFunction generated, TensorFunction dynamic, Tensor... inputs) {
    assertSame(within(dynamic, inputs), within(generated, inputs));
    assertSame(first(dynamic, inputs), first(generated, inputs));
    assertSame(second(dynamic, inputs), second(generated, inputs));
  }

  /**
   * Compares a tangent with the gradients of the dynamic version along the tangents of its inputs.
   */
  static void assertSameTangents(
      Tensor actual, TensorFunction dynamic, Tensor[] inputs, Tensor[] tangents) {
    Tensor flat = dynamic.apply(inputs).reshape(-1);
    double[] expected = new double[(int) flat.numel()];
    for (int i = 0; i < expected.length; i++) {
      Tensor element = dynamic.apply(inputs).reshape(-1).select(0, i);
      Tensor[] gradients =
          Autograd.gradMaterialized(new Tensor[] {element}, inputs, null, false, false);
      for (int k = 0; k < inputs.length; k++) {
        expected[i] += gradients[k].mul(tangents[k]).sum().item();
      }
    }
    assertArrayEquals(expected, actual.reshape(-1).toDoubleArray(), 1e-11);
  }

  private static Tensor within(TensorFunction function, Tensor... inputs) {
    Tensor[] arguments = Arrays.stream(inputs).map(Tensor::sin).toArray(Tensor[]::new);
    return function.apply(arguments).mul(0.5).tanh().sum();
  }

  private static Tensor[] first(TensorFunction function, Tensor... inputs) {
    return Autograd.grad(within(function, inputs), inputs);
  }

  private static Tensor[] second(TensorFunction function, Tensor... inputs) {
    return Autograd.grad(penalty(function, inputs), inputs);
  }

  private static Tensor penalty(TensorFunction function, Tensor... inputs) {
    return Arrays.stream(Autograd.gradCreateGraph(within(function, inputs), inputs))
        .map(gradient -> gradient.square().sum())
        .reduce(Tensor::add)
        .orElseThrow();
  }

  private static void assertSame(Tensor[] expected, Tensor[] actual) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertSame(expected[i], actual[i]);
    }
  }
}
