package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Storage;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Convert;
import dev.adjoint.kernels.Gather;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Scatter;

/**
 * Between tensors and the dense arrays that kernels work on. Arrays obtained here may be a tensor's
 * own: they are read, never written.
 */
public final class Dense {
  private Dense() {}

  static float[] floats(Tensor tensor, Layout shape) {
    return (float[]) array(tensor, shape, DType.FLOAT32);
  }

  static double[] doubles(Tensor tensor, Layout shape) {
    return (double[]) array(tensor, shape, DType.FLOAT64);
  }

  static long[] longs(Tensor tensor, Layout shape) {
    return (long[]) array(tensor, shape, DType.INT64);
  }

  /** The elements expanded to a shape, in row-major order from index 0, as another type. */
  @SuppressWarnings("ReferenceEquality") // mostly the very layout
  static Object array(Tensor tensor, Layout shape, DType dtype) {
    if (tensor.layout() == shape && shape.isDense() && tensor.dtype() == dtype) {
      return tensor.storage().array();
    }
    Object elements = array(tensor, shape);
    return tensor.dtype() == dtype
        ? elements
        : Convert.convert(elements, tensor.dtype(), dtype, shape.count());
  }

  private static Object array(Tensor tensor, Layout shape) {
    Layout layout = tensor.layout().expandedTo(shape.sizes());
    Object own = tensor.storage().array();
    return layout.isDense() ? own : gathered(own, layout, tensor.dtype());
  }

  private static Object gathered(Object source, Layout layout, DType dtype) {
    Object target = Storage.allocate(dtype, layout.count()).array();
    Gather.gather(source, layout, target, dtype);
    return target;
  }

  /**
   * The elements in row-major order as an array of exactly their number that nobody else holds.
   *
   * @param tensor any tensor
   * @param dtype the wanted element type
   * @return a new array
   */
  public static Object copy(Tensor tensor, DType dtype) {
    Object elements = gathered(tensor.storage().array(), tensor.layout(), tensor.dtype());
    return tensor.dtype() == dtype
        ? elements
        : Convert.convert(elements, tensor.dtype(), dtype, tensor.layout().count());
  }

  static Tensor tensor(Object values, DType dtype, Layout shape) {
    return new Tensor(Storage.of(values, dtype), shape);
  }

  /** Integers as a tensor of any type. */
  static Tensor ofLongs(long[] values, DType dtype, Layout shape) {
    return tensor(Convert.fromLongs(values, dtype), dtype, shape);
  }

  /** Writes dense values of its type over a tensor; the write is counted elsewhere. */
  static void overwrite(Tensor self, Object values) {
    Scatter.scatter(values, self.storage().array(), self.layout(), self.dtype());
  }

  /** Writes dense values over a tensor, converting them, and counts the write. */
  @SuppressWarnings("ReferenceEquality") // the very array
  static void write(Tensor self, Object values, DType dtype) {
    Object own = self.storage().array();
    if (values != own) {
      Object converted =
          dtype == self.dtype()
              ? values
              : Convert.convert(values, dtype, self.dtype(), self.layout().count());
      Scatter.scatter(converted, own, self.layout(), self.dtype());
    }
    self.storage().markWritten();
  }
}
