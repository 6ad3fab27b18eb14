package dev.adjoint.tests.golden;

import dev.adjoint.MaxResult;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Divisor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Interpolation;
import dev.adjoint.nn.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code nn.functional}: windows over images, and images at other sizes. */
final class ImageTable {

  private static final String PREFIX = "nn.functional.";
  private static final int KEYWORD = Integer.MAX_VALUE;

  private ImageTable() {}

  static void register(OperatorTable table) {
    averages(table);
    maxima(table);
    adaptive(table);
    sizes(table);
  }

  /** A pooling operation over windows. */
  @FunctionalInterface
  private interface Pooling<T> {
    T apply(Tensor input, Window window);
  }

  /** An average over windows. */
  @FunctionalInterface
  private interface Averaging {
    Tensor apply(Tensor input, Window window, Divisor divisor);
  }

  /** A pooling operation to wanted sizes. */
  @FunctionalInterface
  private interface Adapting<T> {
    T apply(Tensor input, long... sizes);
  }

  private static void averages(OperatorTable table) {
    average(table, "avg_pool1d", Functional::avgPool1d);
    average(table, "avg_pool2d", Functional::avgPool2d);
    average(table, "avg_pool3d", Functional::avgPool3d);
  }

  private static void average(OperatorTable table, String name, Averaging operation) {
    table.single(
        PREFIX + name,
        a -> {
          Window window = window(a, 2, 3);
          boolean ceil = a.flag(4, "ceil_mode", false);
          return operation.apply(
              a.tensor(0, "input"), ceil ? window.withCeilMode() : window, divisor(a));
        });
  }

  private static Divisor divisor(Arguments a) {
    if (a.has(6, "divisor_override")) {
      return Divisor.of(a.integer(6, "divisor_override", 0));
    }
    return a.flag(5, "count_include_pad", true) ? Divisor.WINDOW : Divisor.ELEMENTS;
  }

  /** Kernel, stride and padding; an absent or empty stride is the kernel's size. */
  private static Window window(Arguments a, int stride, int padding) {
    Window window = Window.of(longs(a, 1, "kernel_size"));
    long[] distance = longs(a, stride, "stride");
    long[] around = longs(a, padding, "padding");
    window = distance.length == 0 ? window : window.withStride(distance);
    return around.length == 0 ? window : window.withPadding(around);
  }

  static long[] longs(Arguments a, int position, String name) {
    int[] values = a.integers(position, name);
    return values == null ? new long[0] : Arrays.stream(values).asLongStream().toArray();
  }

  private static void maxima(OperatorTable table) {
    maximum(table, "max_pool1d", Functional::maxPool1d, Functional::maxPool1dWithIndices);
    maximum(table, "max_pool2d", Functional::maxPool2d, Functional::maxPool2dWithIndices);
    maximum(table, "max_pool3d", Functional::maxPool3d, Functional::maxPool3dWithIndices);
  }

  private static void maximum(
      OperatorTable table, String name, Pooling<Tensor> values, Pooling<MaxResult> both) {
    table.add(
        PREFIX + name,
        a -> {
          Tensor input = a.tensor(0, "input");
          Window window = window(a, 2, 3);
          window = a.has(4, "dilation") ? window.withDilation(longs(a, 4, "dilation")) : window;
          window = a.flag(5, "ceil_mode", false) ? window.withCeilMode() : window;
          return a.flag(6, "return_indices", false)
              ? results(both.apply(input, window))
              : List.of(values.apply(input, window));
        });
  }

  private static List<@Nullable Object> results(MaxResult result) {
    return List.of(result.values(), result.indices());
  }

  private static void adaptive(OperatorTable table) {
    adaptiveAverage(table, 1, Functional::adaptiveAvgPool1d);
    adaptiveAverage(table, 2, Functional::adaptiveAvgPool2d);
    adaptiveAverage(table, 3, Functional::adaptiveAvgPool3d);
    adaptiveMaximum(
        table, 1, Functional::adaptiveMaxPool1d, Functional::adaptiveMaxPool1dWithIndices);
    adaptiveMaximum(
        table, 2, Functional::adaptiveMaxPool2d, Functional::adaptiveMaxPool2dWithIndices);
    adaptiveMaximum(
        table, 3, Functional::adaptiveMaxPool3d, Functional::adaptiveMaxPool3dWithIndices);
  }

  private static void adaptiveAverage(OperatorTable table, int rank, Adapting<Tensor> operation) {
    table.single(
        PREFIX + "adaptive_avg_pool" + rank + "d",
        a -> operation.apply(a.tensor(0, "input"), outputSize(a, rank)));
  }

  private static void adaptiveMaximum(
      OperatorTable table, int rank, Adapting<Tensor> values, Adapting<MaxResult> both) {
    table.add(
        PREFIX + "adaptive_max_pool" + rank + "d",
        a ->
            a.flag(2, "return_indices", false)
                ? results(both.apply(a.tensor(0, "input"), outputSize(a, rank)))
                : List.of(values.apply(a.tensor(0, "input"), outputSize(a, rank))));
  }

  /** {@code None} is the size that the dimension has. */
  private static long[] outputSize(Arguments a, int rank) {
    Object value = Objects.requireNonNull(a.find(1, "output_size"));
    if (!(value instanceof List<?> list)) {
      return new long[] {(Long) value};
    }
    Tensor input = a.tensor(0, "input");
    return IntStream.range(0, list.size())
        .mapToLong(d -> list.get(d) instanceof Long size ? size : input.size(d - rank))
        .toArray();
  }

  private static void sizes(OperatorTable table) {
    table.single(
        PREFIX + "interpolate",
        a -> Functional.interpolate(a.tensor(0, "input"), interpolation(a)));
    table.single(
        PREFIX + "pixel_shuffle",
        a -> Functional.pixelShuffle(a.tensor(0, "input"), a.integer(1, "upscale_factor", 0)));
    table.single(
        PREFIX + "pixel_unshuffle",
        a -> Functional.pixelUnshuffle(a.tensor(0, "input"), a.integer(1, "downscale_factor", 0)));
  }

  private static Interpolation interpolation(Arguments a) {
    String mode = a.text(3, "mode", "nearest").toUpperCase(Locale.ROOT).replace('-', '_');
    Interpolation options = Interpolation.of(Interpolation.Mode.valueOf(mode));
    if (a.has(1, "size")) {
      options = options.toSize(longs(a, 1, "size"));
    }
    if (a.has(2, "scale_factor")) {
      options = options.byFactor(factors(a));
    }
    if (a.has(4, "align_corners")) {
      options = options.withAlignCorners(a.flag(4, "align_corners", false));
    }
    if (a.flag(5, "recompute_scale_factor", false)) {
      options = options.withRecomputedScale();
    }
    return a.flag(KEYWORD, "antialias", false) ? options.withAntialias() : options;
  }

  private static double[] factors(Arguments a) {
    return a.find(2, "scale_factor") instanceof Number number
        ? new double[] {number.doubleValue()}
        : a.numbers(2, "scale_factor");
  }
}
