package dev.adjoint.tests.golden;

import dev.adjoint.Tensor;
import dev.adjoint.nn.Convolution;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Window;

/** {@code nn.functional}: convolutions and windows as columns. */
final class ConvolutionTable {

  private static final String PREFIX = "nn.functional.";

  private ConvolutionTable() {}

  /** A convolution without a bias. */
  @FunctionalInterface
  private interface Plain {
    Tensor apply(Tensor input, Tensor weight, Convolution options);
  }

  /** A convolution with a bias. */
  @FunctionalInterface
  private interface Biased {
    Tensor apply(Tensor input, Tensor weight, Tensor bias, Convolution options);
  }

  static void register(OperatorTable table) {
    convolution(table, "conv1d", Functional::conv1d, Functional::conv1d);
    convolution(table, "conv2d", Functional::conv2d, Functional::conv2d);
    convolution(table, "conv3d", Functional::conv3d, Functional::conv3d);
    transposed(table, "conv_transpose1d", Functional::convTranspose1d, Functional::convTranspose1d);
    transposed(table, "conv_transpose2d", Functional::convTranspose2d, Functional::convTranspose2d);
    transposed(table, "conv_transpose3d", Functional::convTranspose3d, Functional::convTranspose3d);
    table.single(PREFIX + "unfold", a -> Functional.unfold(a.tensor(0, "input"), window(a, 1)));
    table.single(
        PREFIX + "fold",
        a ->
            Functional.fold(
                a.tensor(0, "input"), ImageTable.longs(a, 1, "output_size"), window(a, 2)));
  }

  private static void convolution(OperatorTable table, String name, Plain plain, Biased biased) {
    table.single(PREFIX + name, a -> applied(a, plain, biased, options(a)));
  }

  private static void transposed(OperatorTable table, String name, Plain plain, Biased biased) {
    table.single(PREFIX + name, a -> applied(a, plain, biased, transposedOptions(a)));
  }

  private static Tensor applied(Arguments a, Plain plain, Biased biased, Convolution options) {
    Tensor input = a.tensor(0, "input");
    Tensor weight = a.tensor(1, "weight");
    Tensor bias = a.optionalTensor(2, "bias");
    return bias == null
        ? plain.apply(input, weight, options)
        : biased.apply(input, weight, bias, options);
  }

  private static Convolution options(Arguments a) {
    Convolution options = distances(a, 5).withGroups(a.integer(6, "groups", 1));
    return switch (a.text(4, "padding", "")) {
      case "same" -> options.withSamePadding();
      case "valid" -> options.withPadding(0);
      default ->
          a.has(4, "padding") ? options.withPadding(ImageTable.longs(a, 4, "padding")) : options;
    };
  }

  private static Convolution distances(Arguments a, int dilation) {
    Convolution options = Convolution.of();
    if (a.has(3, "stride")) {
      options = options.withStride(ImageTable.longs(a, 3, "stride"));
    }
    return a.has(dilation, "dilation")
        ? options.withDilation(ImageTable.longs(a, dilation, "dilation"))
        : options;
  }

  private static Convolution transposedOptions(Arguments a) {
    Convolution options = distances(a, 7).withGroups(a.integer(6, "groups", 1));
    if (a.has(4, "padding")) {
      options = options.withPadding(ImageTable.longs(a, 4, "padding"));
    }
    return a.has(5, "output_padding")
        ? options.withOutputPadding(ImageTable.longs(a, 5, "output_padding"))
        : options;
  }

  /** Kernel, dilation, padding and stride, in this order from a position on. */
  private static Window window(Arguments a, int first) {
    Window window = Window.of(ImageTable.longs(a, first, "kernel_size"));
    if (a.has(first + 1, "dilation")) {
      window = window.withDilation(ImageTable.longs(a, first + 1, "dilation"));
    }
    if (a.has(first + 2, "padding")) {
      window = window.withPadding(ImageTable.longs(a, first + 2, "padding"));
    }
    return a.has(first + 3, "stride")
        ? window.withStride(ImageTable.longs(a, first + 3, "stride"))
        : window;
  }
}
