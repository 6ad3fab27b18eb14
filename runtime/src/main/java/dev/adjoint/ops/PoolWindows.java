package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.kernels.Spans;
import dev.adjoint.kernels.WindowSide;
import dev.adjoint.nn.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The windows of a pooling operation, checked against its input.
 *
 * @param name the operation as PyTorch calls it
 * @param input an image of some channels, or a batch of them
 * @param rank the number of spatial dimensions, the last ones of the input
 */
record PoolWindows(String name, Tensor input, int rank) {

  private static final String[] COUNTS = {"", "one int", "two ints", "three ints"};

  /** The windows of each dimension. */
  Spans[] sliding(Window window) {
    requireRank();
    WindowSide[] sides = sides(window);
    requireElements();
    int[] counts = new int[rank];
    for (int d = 0; d < rank; d++) {
      counts[d] = count(size(d), sides[d], window.ceilMode());
    }
    requirePositive(counts);
    return IntStream.range(0, rank)
        .mapToObj(d -> Spans.sliding(size(d), sides[d], counts[d]))
        .toArray(Spans[]::new);
  }

  private int size(int dim) {
    return input.layout().sizes()[input.dim() - rank + dim];
  }

  private WindowSide[] sides(Window window) {
    int[] kernel = each("kernel_size", window.kernel());
    int[] stride = each("stride", window.stride().isEmpty() ? window.kernel() : window.stride());
    int[] padding = each("padding", window.padding());
    int[] dilation = each("dilation", window.dilation());
    WindowSide[] sides = new WindowSide[rank];
    for (int d = 0; d < rank; d++) {
      sides[d] = checked(new WindowSide(kernel[d], stride[d], padding[d], dilation[d]));
    }
    return sides;
  }

  private int[] each(String option, List<Long> values) {
    return Extents.of(
        values,
        rank,
        "%s: %s must either be a single int, or a tuple of %s"
            .formatted(name, option, COUNTS[rank]));
  }

  private WindowSide checked(WindowSide side) {
    requirePositive("kernel_size", side.kernel());
    requirePositive("stride", side.stride());
    requirePositive("dilation", side.dilation());
    if (side.padding() < 0) {
      throw new IllegalArgumentException(
          "pad must be non-negative, but got pad: " + side.padding());
    }
    if (side.padding() > ((side.kernel() - 1L) * side.dilation() + 1) / 2) {
      throw new IllegalArgumentException(
          "pad should be at most half of effective kernel size, but got pad=%d, kernel_size=%d and dilation=%d"
              .formatted(side.padding(), side.kernel(), side.dilation()));
    }
    return side;
  }

  private void requirePositive(String option, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(
          "%s() %s must be greater than zero, but got %d".formatted(name, option, value));
    }
  }

  private static int count(int size, WindowSide side, boolean ceilMode) {
    long reach = (side.kernel() - 1L) * side.dilation() + 1;
    long room = size + 2L * side.padding() - reach + (ceilMode ? side.stride() - 1 : 0);
    long count = Math.floorDiv(room, side.stride()) + 1;
    boolean beyond = ceilMode && (count - 1) * side.stride() >= size + (long) side.padding();
    return Limits.integer("the number of windows", beyond ? count - 1 : count);
  }

  private void requireRank() {
    if (input.dim() != rank + 1 && input.dim() != rank + 2) {
      throw rank == 1 && name.startsWith("avg")
          ? argumentRank()
          : new IllegalArgumentException(wantedRank());
    }
  }

  private IllegalArgumentException argumentRank() {
    return new IllegalArgumentException(
        "Expected 2 to 3 dimensions, but got %d-dimensional tensor for argument #1 'self' (while checking arguments for %s)"
            .formatted(input.dim(), name));
  }

  private String wantedRank() {
    return switch (rank) {
      case 1 ->
          name
              + ": Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input,"
              + " but got:"
              + Arrays.toString(input.shape());
      case 2 ->
          "Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:"
              + Arrays.toString(input.shape());
      default -> "non-empty 4D or 5D (batch mode) tensor expected for input";
    };
  }

  /** Only the batch may be empty. */
  private void requireElements() {
    int[] sizes = input.layout().sizes();
    if (IntStream.range(sizes.length - rank - 1, sizes.length).anyMatch(d -> sizes[d] == 0)) {
      throw new IllegalArgumentException(wantedRank());
    }
  }

  private void requirePositive(int... counts) {
    if (Arrays.stream(counts).allMatch(count -> count > 0)) {
      return;
    }
    if (name.equals("max_pool1d")) {
      throw new IllegalArgumentException("max_pool1d() Invalid computed output size: " + counts[0]);
    }
    String channels = input.size(-rank - 1) + (rank == 1 ? "x1" : "");
    int[] sizes = IntStream.range(0, rank).map(this::size).toArray();
    throw new IllegalArgumentException(
        "Given input size: (%sx%s). Calculated output size: (%sx%s). Output size is too small"
            .formatted(channels, times(sizes), channels, times(counts)));
  }

  private static String times(int... numbers) {
    return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining("x"));
  }

  /** Windows that give a wanted number of results in each dimension. */
  Spans[] adaptive(long... outputSize) {
    if (outputSize.length != 1 && outputSize.length != rank) {
      throw new IllegalArgumentException(
          rank == 1
              ? name + "() argument 'output_size' should contain one int (got 0)"
              : name + "(): internal error: output_size.size() must be " + rank);
    }
    requireAdaptable();
    int[] counts = new int[rank];
    for (int d = 0; d < rank; d++) {
      counts[d] = Limits.integer("output_size", outputSize[outputSize.length == 1 ? 0 : d]);
    }
    requireCounts(counts);
    return IntStream.range(0, rank)
        .mapToObj(d -> Spans.adaptive(size(d), counts[d]))
        .toArray(Spans[]::new);
  }

  private void requireAdaptable() {
    if (input.dim() != rank + 1 && input.dim() != rank + 2) {
      throw rank == 1
          ? argumentRank()
          : new IllegalArgumentException(
              "%s(): Expected %dD or %dD tensor, but got: %s"
                  .formatted(name, rank + 1, rank + 2, Arrays.toString(input.shape())));
    }
    int first = name.startsWith("adaptive_max") ? 1 : input.dim() - rank;
    for (int d = first; d < input.dim(); d++) {
      if (input.size(d) == 0) {
        throw new IllegalArgumentException(
            "%s(): Expected input to have non-zero size for non-batch dimensions, but input has sizes %s with dimension %d being empty"
                .formatted(name, Arrays.toString(input.shape()), d));
      }
    }
  }

  private void requireCounts(int... counts) {
    if (Arrays.stream(counts).allMatch(count -> count >= 0)) {
      return;
    }
    if (name.startsWith("adaptive_max")) {
      long[] shape = input.shape();
      for (int d = 0; d < rank; d++) {
        shape[shape.length - rank + d] = counts[d];
      }
      Creation.sizes(shape);
    }
    String text = Arrays.toString(counts).replace('[', '{').replace(']', '}');
    throw new IllegalArgumentException(
        "%s: elements of output_size must be greater than or equal to 0 but received %s"
            .formatted(name, text));
  }
}
