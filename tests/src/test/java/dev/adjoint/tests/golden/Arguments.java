package dev.adjoint.tests.golden;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The decoded arguments of a recorded call, found by position or, failing that, by keyword.
 *
 * <p>Integers arrive as {@link Long}, floating numbers as {@link Double}, arrays as {@link List}.
 *
 * @param positional {@code args} of the row
 * @param keywords {@code kwargs} of the row
 */
record Arguments(List<@Nullable Object> positional, Map<String, @Nullable Object> keywords) {

  private static final int KEYWORD_ONLY = Integer.MAX_VALUE;

  /** How many positional arguments there are. */
  int count() {
    return positional.size();
  }

  /** The argument, or null when it is absent or {@code None}. */
  @Nullable Object find(int position, String name) {
    return position < positional.size() ? positional.get(position) : keywords.get(name);
  }

  boolean has(int position, String name) {
    return find(position, name) != null;
  }

  Tensor tensor(int position) {
    return (Tensor) Objects.requireNonNull(positional.get(position));
  }

  Tensor tensor(int position, String name) {
    return (Tensor) Objects.requireNonNull(find(position, name), name);
  }

  @Nullable Tensor optionalTensor(int position, String name) {
    return (Tensor) find(position, name);
  }

  /** A list of tensors, or all positional tensors from {@code position} on. */
  List<Tensor> tensors(int position) {
    Object value = positional.get(position);
    List<?> items = value instanceof List<?> list ? list : positional.subList(position, count());
    return items.stream().map(Tensor.class::cast).toList();
  }

  int integer(int position, String name, int fallback) {
    return find(position, name) instanceof Number number ? number.intValue() : fallback;
  }

  int integer(int position) {
    return ((Number) Objects.requireNonNull(positional.get(position))).intValue();
  }

  double number(int position, String name, double fallback) {
    return find(position, name) instanceof Number number ? number.doubleValue() : fallback;
  }

  /** A Python scalar as recorded: {@link Long}, {@link Double} or {@link Boolean}. */
  Object scalar(int position, String name, Object fallback) {
    return Objects.requireNonNullElse(find(position, name), fallback);
  }

  boolean flag(int position, String name, boolean fallback) {
    return find(position, name) instanceof Boolean flag ? flag : fallback;
  }

  boolean flag(String name, boolean fallback) {
    return flag(KEYWORD_ONLY, name, fallback);
  }

  String text(int position, String name, String fallback) {
    return find(position, name) instanceof String text ? text : fallback;
  }

  @Nullable DType dtype(int position) {
    return (DType) find(position, "dtype");
  }

  @Nullable DType dtype() {
    return dtype(KEYWORD_ONLY);
  }

  /** One integer or a list of them; null when absent. */
  int @Nullable [] integers(int position, String name) {
    return switch (find(position, name)) {
      case Number number -> new int[] {number.intValue()};
      case List<?> list -> list.stream().mapToInt(item -> ((Number) item).intValue()).toArray();
      case null -> null;
      case Object other ->
          throw new IllegalArgumentException(name + " is not a list of integers: " + other);
    };
  }

  /** One integer or a list of them. */
  int[] sizes(int position, String name) {
    return Objects.requireNonNull(integers(position, name), name);
  }

  /** A list of numbers. */
  double[] numbers(int position, String name) {
    List<?> list = (List<?>) Objects.requireNonNull(find(position, name), name);
    return list.stream().mapToDouble(item -> ((Number) item).doubleValue()).toArray();
  }
}
