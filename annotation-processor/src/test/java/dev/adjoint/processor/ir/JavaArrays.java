package dev.adjoint.processor.ir;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.GradientList;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Java arrays of any type and rank, and what holds tensors by position as they do. */
final class JavaArrays {
  private JavaArrays() {}

  static Object allocate(IrType type, List<Object> dimensions) {
    if (Containers.areGradients(type)) {
      return new GradientList();
    }
    if (Containers.isList(type)) {
      return new ArrayList<>();
    }
    int[] sizes = dimensions.stream().mapToInt(Integer.class::cast).toArray();
    Class<?> element = elementType(type);
    for (int i = sizes.length; i < ((IrType.Array) type).rank(); i++) {
      element = element.arrayType();
    }
    return Array.newInstance(element, sizes);
  }

  static Object literal(IrType type, List<Object> elements) {
    if (Containers.isList(type)) {
      return new ArrayList<>(elements);
    }
    Object array = Array.newInstance(elementType(type), elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Array.set(array, i, elements.get(i));
    }
    return array;
  }

  /** {@code array[indices…]}. */
  static Object part(Object array, List<Object> indices) {
    Object part = array;
    for (Object index : indices) {
      int position = (Integer) index;
      part = part instanceof List<?> list ? list.get(position) : Array.get(part, position);
    }
    return part;
  }

  static Object copy(Object array) {
    if (array instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    if (array instanceof GradientList gradients) {
      GradientList copy = new GradientList();
      copy.addAll(gradients);
      return copy;
    }
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Object element = Array.get(array, i);
      Array.set(copy, i, isRow(array) && element != null ? copy(element) : element);
    }
    return copy;
  }

  static @Nullable Object zerosLike(@Nullable Object array) {
    if (array == null) {
      return null;
    }
    int length = Array.getLength(array);
    Object zeros = Array.newInstance(array.getClass().getComponentType(), length);
    for (int i = 0; isRow(array) && i < length; i++) {
      Object row = Array.get(array, i);
      Array.set(zeros, i, zerosLike(row));
    }
    return zeros;
  }

  /** What a {@code row_shape} operation says of a row. */
  static @Nullable Object shape(@Nullable Object row, IrType type) {
    if (type == ScalarType.INT) {
      return row == null ? -1 : Array.getLength(row);
    }
    return row == null
        ? null
        : Stream.of((Object[]) row)
            .mapToInt(each -> each == null ? -1 : Array.getLength(each))
            .toArray();
  }

  /** Zeros of such a shape. */
  static @Nullable Object zeros(IrType element, @Nullable Object shape) {
    Class<?> type = JavaMembers.type(element.javaName());
    if (shape instanceof Integer length) {
      return length < 0 ? null : Array.newInstance(type, length);
    }
    return shape == null
        ? null
        : IntStream.of((int[]) shape)
            .mapToObj(length -> zeros(element, length))
            .toArray(length -> (Object[]) Array.newInstance(type.arrayType(), length));
  }

  /** {@code array} with one element replaced. */
  static Object store(Object array, List<Object> indices, @Nullable Object value) {
    Object row = part(array, indices.subList(0, indices.size() - 1));
    int position = (Integer) indices.getLast();
    switch (row) {
      case GradientList gradients -> gradients.set(position, (Tensor) value);
      case List<?> list -> put(list, position, value);
      default -> Array.set(row, position, value);
    }
    return array;
  }

  /** Replaces an element; what is put behind the last one is appended. */
  @SuppressWarnings("unchecked") // the program put it in
  private static void put(List<?> list, int position, @Nullable Object value) {
    List<@Nullable Object> all = (List<@Nullable Object>) list;
    if (position == all.size()) {
      all.add(value);
    } else {
      all.set(position, value);
    }
  }

  /** {@code array} with something added to one element. */
  static Object accumulate(Object array, List<Object> indices, Object term) {
    if (array instanceof GradientList gradients) {
      gradients.add((Integer) indices.getFirst(), (Tensor) term);
      return array;
    }
    Object sum = JavaOperators.apply(Operator.ADD, List.of(part(array, indices), term));
    return store(array, indices, sum);
  }

  /** {@code array} with another added elementwise. */
  static Object add(Object array, Object addend) {
    if (array instanceof GradientList gradients) {
      gradients.addAll((GradientList) addend);
      return array;
    }
    for (int i = 0; i < Array.getLength(array); i++) {
      Object element = Array.get(array, i);
      Object term = Array.get(addend, i);
      if (isRow(array)) {
        add(element, term);
      } else {
        Array.set(array, i, JavaOperators.apply(Operator.ADD, List.of(element, term)));
      }
    }
    return array;
  }

  private static boolean isRow(Object array) {
    return array.getClass().getComponentType().isArray();
  }

  private static Class<?> elementType(IrType type) {
    return JavaMembers.type(((IrType.Array) type).element().javaName());
  }
}
