package dev.adjoint.processor.passes;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The floating-point numbers in what functions take and yield: in arrays, tensors, lists. */
final class Numbers {
  private Numbers() {}

  /** All numbers in values, in order. */
  static double[] of(List<?> values) {
    return values.stream().flatMapToDouble(Numbers::in).toArray();
  }

  private static DoubleStream in(@Nullable Object value) {
    return switch (value) {
      case Double number -> DoubleStream.of(number);
      case double[] array -> Arrays.stream(array);
      case Tensor tensor -> Arrays.stream(tensor.toDoubleArray());
      case Object[] rows -> Arrays.stream(rows).flatMapToDouble(Numbers::in);
      case List<?> list -> list.stream().flatMapToDouble(Numbers::in);
      case null, default -> DoubleStream.empty();
    };
  }

  /** Values like others, with other numbers. */
  static List<@Nullable Object> with(List<?> like, double[] numbers) {
    Iterator<Double> next = Arrays.stream(numbers).iterator();
    return Arrays.asList(like.stream().map(each -> with(each, next)).toArray());
  }

  private static @Nullable Object with(@Nullable Object like, Iterator<Double> next) {
    return switch (like) {
      case Double _ -> next.next();
      case double[] array -> Arrays.stream(array).map(_ -> next.next()).toArray();
      case Tensor tensor -> tensor(tensor, next);
      case Object[] rows -> {
        Object[] others = rows.clone();
        Arrays.setAll(others, i -> with(rows[i], next));
        yield others;
      }
      case List<?> list -> list.stream().map(each -> with(each, next)).toList();
      case null, default -> like;
    };
  }

  private static Tensor tensor(Tensor like, Iterator<Double> next) {
    int size = like.toDoubleArray().length;
    double[] numbers = IntStream.range(0, size).mapToDouble(_ -> next.next()).toArray();
    return Tensor.tensor(numbers, DType.FLOAT64).reshape(like.shape());
  }

  /** The sum of products. */
  static double dot(double[] left, double[] right) {
    return IntStream.range(0, left.length).mapToDouble(i -> left[i] * right[i]).sum();
  }

  /** Numbers that differ, one for each number in values. */
  static double[] weights(List<?> values) {
    return IntStream.range(0, of(values).length).mapToDouble(i -> 1 + 0.5 * i).toArray();
  }
}
