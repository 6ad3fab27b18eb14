package dev.adjoint.tests.semantics;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** Literals of scenarios: plain ones are float32, those with 64 in the name float64. */
final class Tensors {

  private Tensors() {}

  static Tensor leaf(Tensor tensor) {
    return tensor.requiresGrad_(true);
  }

  static Tensor scalar(double value) {
    return Tensor.tensor(value);
  }

  static Tensor scalar64(double value) {
    return Tensor.tensor(value, DType.FLOAT64);
  }

  static Tensor vector(double... values) {
    return Tensor.tensor(values);
  }

  static Tensor vector64(double... values) {
    return Tensor.tensor(values, DType.FLOAT64);
  }

  static Tensor longs(long... values) {
    return Tensor.tensor(values);
  }

  static double[] row(double... values) {
    return values;
  }

  static Tensor matrix(double[]... rows) {
    return Tensor.tensor(rows);
  }

  static Tensor matrix64(double[]... rows) {
    return Tensor.tensor(rows, DType.FLOAT64);
  }

  static double[] values(Tensor tensor) {
    return tensor.detach().to(DType.FLOAT64).toDoubleArray();
  }

  /** The gradient with a graph of its own. */
  static Tensor differentiable(Tensor output, Tensor input) {
    return Autograd.gradCreateGraph(output, input)[0];
  }

  /** Gradients after which the graph can be walked again. */
  static @Nullable Tensor[] retained(Tensor output, Tensor... inputs) {
    return Autograd.grad(new Tensor[] {output}, inputs, null, true, false, false);
  }

  /** Gradients of the output weighted by {@code seed}. */
  static @Nullable Tensor[] seeded(Tensor output, Tensor seed, Tensor... inputs) {
    return Autograd.grad(new Tensor[] {output}, inputs, new Tensor[] {seed}, false, false, false);
  }

  /** Gradients, zeros for inputs that were not used. */
  static Tensor[] materialized(Tensor output, Tensor... inputs) {
    return Autograd.gradMaterialized(new Tensor[] {output}, inputs, null, false, false);
  }

  /** Gradients, null for inputs that were not used. */
  static @Nullable Tensor[] unused(Tensor output, Tensor... inputs) {
    return Autograd.grad(new Tensor[] {output}, inputs, null, false, false, true);
  }
}
