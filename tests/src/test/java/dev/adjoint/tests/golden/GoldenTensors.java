package dev.adjoint.tests.golden;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/** Between recorded values and tensors. */
final class GoldenTensors {

  private GoldenTensors() {}

  /** A fresh contiguous tensor; unspecified values are zero. */
  static Tensor fresh(RecordedTensor recorded) {
    if (!recorded.isSpecified()) {
      return Tensor.zeros(recorded.dtype(), recorded.shape());
    }
    int n = recorded.data().size();
    if (!recorded.dtype().isFloatingPoint()) {
      long[] values = new long[n];
      for (int i = 0; i < n; i++) {
        values[i] = recorded.integral(i);
      }
      return cast(values, recorded.dtype()).reshape(recorded.shape());
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = recorded.floating(i);
    }
    return Tensor.tensor(values, recorded.dtype()).reshape(recorded.shape()).detach();
  }

  /** A vector of integers as any dtype. */
  static Tensor cast(long[] values, DType dtype) {
    return Tensor.tensor(values, DType.INT64).to(dtype);
  }

  static Tensor like(Tensor other, double[] values) {
    return Tensor.tensor(values, other.dtype()).reshape(other.shape());
  }

  /** The elements in row-major order. */
  static double[] doubles(Tensor tensor) {
    return tensor.detach().to(DType.FLOAT64).toDoubleArray();
  }

  /** The elements in row-major order. */
  static long[] longs(Tensor tensor) {
    return tensor.detach().to(DType.INT64).toLongArray();
  }

  /** Gradients of the weighted sum of tensors; null where there is no path. */
  static @Nullable Tensor[] gradients(
      Tensor[] tensors, Tensor[] weights, Tensor[] inputs, boolean createGraph) {
    return Autograd.grad(tensors, inputs, weights, createGraph, createGraph, true);
  }
}
