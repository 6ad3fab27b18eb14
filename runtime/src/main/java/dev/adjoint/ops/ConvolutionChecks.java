package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Convolution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Refusals of what does not make a convolution.
 *
 * @param input a batch of images
 * @param weight the weights
 * @param options how the windows move
 */
record ConvolutionChecks(Tensor input, Tensor weight, Convolution options) {

  /** Options, and what both directions have in common. */
  private void requireOptions(@Nullable Tensor bias) {
    int rank = weight.dim() - 2;
    require(rank >= 1, "weight should have at least three dimensions");
    requireAll(options.padding(), 0, "negative padding is not supported");
    requireAll(options.outputPadding(), 0, "negative output_padding is not supported");
    requireAll(options.stride(), 1, "non-positive stride is not supported");
    requireAll(options.dilation(), 1, "dilation should be greater than zero");
    require(options.groups() > 0, "non-positive groups is not supported");
    require(
        Arrays.stream(weight.shape()).skip(2).allMatch(size -> size > 0),
        "kernel size should be greater than zero, but got weight of size " + text(weight));
    require(
        weight.dim() == input.dim(),
        "Expected %d-dimensional input for %d-dimensional weight%s, but got %d-dimensional input of size %s instead"
            .formatted(weight.dim(), weight.dim(), text(weight), input.dim(), text(input)));
    require(
        weight.size(0) >= options.groups(),
        "Given groups=%d, expected weight to be at least %d at dimension 0, but got weight of size %s instead"
            .formatted(options.groups(), options.groups(), text(weight)));
    require(
        weight.size(0) % options.groups() == 0,
        "Given groups=%d, expected weight to be divisible by %d at dimension 0, but got weight of size [%s] instead"
            .formatted(options.groups(), options.groups(), text(weight)));
    requireTypes(bias);
  }

  private static void requireAll(List<Long> values, long least, String refusal) {
    require(values.stream().allMatch(value -> value >= least), refusal);
  }

  private static void require(boolean holds, String refusal) {
    if (!holds) {
      throw new IllegalArgumentException(refusal);
    }
  }

  private static String text(Tensor tensor) {
    return Arrays.toString(tensor.shape());
  }

  private void requireTypes(@Nullable Tensor bias) {
    if (input.dtype() == DType.BOOL) {
      throw new UnsupportedOperationException(
          "\"slow_conv%dd_cpu\" not implemented for 'Bool'".formatted(weight.dim() - 2));
    }
    require(
        input.dtype() == weight.dtype(),
        "expected scalar type %s but found %s"
            .formatted(input.dtype().title(), weight.dtype().title()));
    require(
        bias == null || bias.dtype() == input.dtype(),
        bias == null
            ? ""
            : "Input type (%s) and bias type (%s) should be the same"
                .formatted(nativeName(input.dtype()), nativeName(bias.dtype())));
  }

  /** The type in the words of the message, which are those of C++. */
  private static String nativeName(DType dtype) {
    return switch (dtype) {
      case FLOAT64 -> "double";
      case FLOAT32 -> "float";
      case INT64 -> "long int";
      case INT32 -> "int";
      case INT16 -> "short int";
      case INT8 -> "signed char";
      case UINT8 -> "unsigned char";
      case BOOL -> "bool";
    };
  }

  /** Refuses what does not make a convolution. */
  void require(@Nullable Tensor bias) {
    requireOptions(bias);
    long channels = Limits.product(weight.size(1), options.groups());
    require(
        input.size(1) == channels,
        "Given groups=%d, weight of size %s, expected input%s to have %d channels, but got %d channels instead"
            .formatted(options.groups(), text(weight), text(input), channels, input.size(1)));
    requireBias("", bias, weight.size(0));
    if (options.isSamePadding()) {
      require(
          options.stride().stream().allMatch(stride -> stride == 1),
          "padding='same' is not supported for strided convolutions");
      requirePositions();
    } else {
      requireRoom();
    }
  }

  private void requireBias(String direction, @Nullable Tensor bias, long channels) {
    require(
        bias == null || (bias.dim() == 1 && bias.size(0) == channels),
        bias == null
            ? ""
            : "Given %sweight of size %s, expected bias to be 1-dimensional with %d elements, but got bias of size %s instead"
                .formatted(direction, text(weight), channels, text(bias)));
  }

  private void requireRoom() {
    int rank = weight.dim() - 2;
    int[] padding = ConvolutionGeometry.each(options.padding(), rank, "padding");
    int[] dilation = ConvolutionGeometry.each(options.dilation(), rank, "dilation");
    long[] padded = new long[rank];
    long[] reach = new long[rank];
    for (int d = 0; d < rank; d++) {
      padded[d] = input.size(d + 2) + 2L * padding[d];
      reach[d] = dilation[d] * (weight.size(d + 2) - 1) + 1;
    }
    require(
        IntStream.range(0, rank).allMatch(d -> padded[d] >= reach[d]),
        "Calculated padded input size per channel: (%s). Kernel size: (%s). Kernel size can't be greater than actual input size"
            .formatted(times(padded), times(reach)));
    requirePositions();
  }

  private void requirePositions() {
    require(
        IntStream.range(2, input.dim()).allMatch(d -> input.size(d) > 0),
        "Only zero batch or zero channel inputs are supported, but got input shape: "
            + text(input));
  }

  private static String times(long... sizes) {
    return Arrays.stream(sizes).mapToObj(Long::toString).collect(Collectors.joining(" x "));
  }

  /** Refuses what does not make a transposed convolution. */
  void requireTransposed(@Nullable Tensor bias) {
    requireOptions(bias);
    requirePositions();
    require(
        input.size(1) == weight.size(0),
        "Given transposed=1, weight of size %s, expected input%s to have %d channels, but got %d channels instead"
            .formatted(text(weight), text(input), weight.size(0), input.size(1)));
    requireBias("transposed=1, ", bias, weight.size(1) * options.groups());
    int rank = weight.dim() - 2;
    int[] more = ConvolutionGeometry.each(options.outputPadding(), rank, "output_padding");
    int[] stride = ConvolutionGeometry.each(options.stride(), rank, "stride");
    int[] dilation = ConvolutionGeometry.each(options.dilation(), rank, "dilation");
    require(
        IntStream.range(0, rank).allMatch(d -> more[d] < Math.max(stride[d], dilation[d])),
        "output padding must be smaller than either stride or dilation, but got output_padding: %s stride: %s dilation: %s"
            .formatted(Arrays.toString(more), Arrays.toString(stride), Arrays.toString(dilation)));
  }

  /** Refuses an output without positions. */
  static void requireOutput(int[] input, int[] output) {
    require(
        Arrays.stream(output).skip(2).allMatch(size -> size > 0),
        "Given input size per channel: %s. Calculated output size per channel: %s. Output size is too small"
            .formatted(spatial(input), spatial(output)));
  }

  private static String spatial(int[] sizes) {
    return Arrays.stream(sizes)
        .skip(2)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" x ", "(", ")"));
  }
}
