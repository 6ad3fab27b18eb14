package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.kernels.Layout;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Between tensors and nested Java arrays of any rank, each type as what it is stored in. */
public final class NestedArrays {
  private NestedArrays() {}

  /** A tensor from nested arrays of numbers or truth values. */
  public static Tensor tensor(Object nested) {
    int[] sizes = sizes(nested);
    Class<?> element = nested.getClass();
    while (element.isArray()) {
      element = element.getComponentType();
    }
    DType dtype = dtype(element);
    Layout layout = Layout.dense(sizes);
    Object flat = Array.newInstance(element, layout.count());
    copy(nested, flat, sizes, 0, 0);
    return Dense.tensor(flat instanceof boolean[] truth ? bytes(truth) : flat, dtype, layout);
  }

  private static int[] sizes(Object nested) {
    if (!nested.getClass().isArray()) {
      throw new IllegalArgumentException(
          "a tensor is made from an array of numbers or truth values, not from "
              + nested.getClass().getSimpleName());
    }
    List<Integer> sizes = new ArrayList<>();
    Object level = nested;
    Class<?> type = nested.getClass();
    while (type.isArray()) {
      int size = level == null ? 0 : Array.getLength(level);
      sizes.add(size);
      type = type.getComponentType();
      level = size == 0 || !type.isArray() ? null : Array.get(level, 0);
    }
    return sizes.stream().mapToInt(size -> size).toArray();
  }

  private static DType dtype(Class<?> element) {
    return switch (element.getName()) {
      case "double" -> DType.FLOAT64;
      case "float" -> DType.FLOAT32;
      case "long" -> DType.INT64;
      case "int" -> DType.INT32;
      case "short" -> DType.INT16;
      case "byte" -> DType.INT8;
      case "boolean" -> DType.BOOL;
      default ->
          throw new IllegalArgumentException(
              "a tensor is made from an array of numbers or truth values, not of "
                  + element.getSimpleName());
    };
  }

  /** Copies an array to its place in the flat one; the next free place. */
  private static int copy(Object nested, Object flat, int[] sizes, int dim, int at) {
    if (Array.getLength(nested) != sizes[dim]) {
      throw new IllegalArgumentException(
          "expected sequence of length %d at dim %d (got %d)"
              .formatted(sizes[dim], dim, Array.getLength(nested)));
    }
    if (dim == sizes.length - 1) {
      System.arraycopy(nested, 0, flat, at, sizes[dim]);
      return at + sizes[dim];
    }
    int next = at;
    for (int i = 0; i < sizes[dim]; i++) {
      next = copy(Array.get(nested, i), flat, sizes, dim + 1, next);
    }
    return next;
  }

  private static byte[] bytes(boolean[] truth) {
    byte[] bytes = new byte[truth.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (truth[i] ? 1 : 0);
    }
    return bytes;
  }

  /** Nested arrays of the elements; a scalar gives the boxed element. */
  public static Object array(Tensor tensor) {
    Object flat = flat(tensor);
    int[] sizes = tensor.layout().sizes();
    return sizes.length == 0 ? Array.get(flat, 0) : nested(flat, sizes, 0, 0);
  }

  /** Bytes without a sign need a larger type. */
  private static Object flat(Tensor tensor) {
    return switch (tensor.dtype()) {
      case UINT8 -> Dense.copy(tensor, DType.INT16);
      case BOOL -> truth((byte[]) Dense.copy(tensor, DType.BOOL));
      case FLOAT32, FLOAT64, INT64, INT32, INT16, INT8 -> Dense.copy(tensor, tensor.dtype());
    };
  }

  private static boolean[] truth(byte[] bytes) {
    boolean[] truth = new boolean[bytes.length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = bytes[i] != 0;
    }
    return truth;
  }

  private static Object nested(Object flat, int[] sizes, int dim, int at) {
    Class<?> element = flat.getClass().getComponentType();
    if (dim == sizes.length - 1) {
      Object row = Array.newInstance(element, sizes[dim]);
      System.arraycopy(flat, at, row, 0, sizes[dim]);
      return row;
    }
    int[] own = java.util.Arrays.copyOfRange(sizes, dim, sizes.length);
    Object result = Array.newInstance(element, own);
    int block = Layout.countOf(java.util.Arrays.copyOfRange(own, 1, own.length));
    for (int i = 0; i < sizes[dim]; i++) {
      Array.set(result, i, nested(flat, sizes, dim + 1, at + i * block));
    }
    return result;
  }
}
