package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.kernels.Convert;
import dev.adjoint.kernels.DoubleElements;
import dev.adjoint.kernels.Elements;
import dev.adjoint.kernels.FloatElements;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.LongElements;
import dev.adjoint.kernels.WindowColumns;
import dev.adjoint.kernels.WindowSide;
import dev.adjoint.nn.Window;
import java.util.Arrays;
import java.util.List;

/** Images as columns of their windows, and back. The two are each other's transpose. */
public final class Folding {

  private Folding() {}

  /** The windows of each image as columns. */
  public static Tensor unfold(Tensor input, Window window) {
    int[] sizes = input.layout().sizes();
    int rank = sizes.length;
    boolean fits = rank == 3 || rank == 4;
    for (int d = Math.max(0, rank - 3); d < rank; d++) {
      fits &= sizes[d] > 0;
    }
    require(
        fits,
        "Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero"
            + " dimensions for input, but got: "
            + Arrays.toString(sizes));
    Blocks blocks = Blocks.of(sizes[rank - 3], sizes[rank - 2], sizes[rank - 1], window);
    return unfold(input, blocks);
  }

  /** Columns of windows added up to an image of given height and width. */
  public static Tensor fold(Tensor input, long[] outputSize, Window window) {
    int rank = input.dim();
    require(
        (rank == 2 || rank == 3) && input.size(-1) > 0 && input.size(-2) > 0,
        "Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero"
            + " dimensions for input, but got: "
            + Arrays.toString(input.shape()));
    require(
        outputSize.length == 1 || outputSize.length == 2,
        "output_size should contain one or two numbers, got " + outputSize.length);
    int height = Limits.integer("output_size", outputSize[0]);
    int width = Limits.integer("output_size", outputSize[outputSize.length - 1]);
    int[] kernel = Blocks.pair("kernel_size", window.kernel(), 1);
    require(
        input.size(-2) % ((long) kernel[0] * kernel[1]) == 0,
        "Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got input.size(1)=%d and kernel_size=(%d, %d)."
            .formatted(input.size(-2), kernel[0], kernel[1]));
    int channels = (int) (input.size(-2) / ((long) kernel[0] * kernel[1]));
    Blocks blocks = Blocks.of(channels, height, width, window);
    require(
        input.size(-1) == blocks.columns().columns(),
        "Given output_size=(%d, %d), expected size of input's dimension 2 to match the calculated number of sliding blocks %d, but got input.size(2)=%d."
            .formatted(height, width, blocks.columns().columns(), input.size(-1)));
    return fold(input, blocks);
  }

  private static void require(boolean holds, String refusal) {
    if (!holds) {
      throw new IllegalArgumentException(refusal);
    }
  }

  /**
   * The windows of images of one size.
   *
   * @param image channels, height, width
   * @param columns the windows
   */
  private record Blocks(int[] image, WindowColumns columns) {

    static Blocks of(int channels, int height, int width, Window window) {
      int[] kernel = pair("kernel size", window.kernel(), 1);
      int[] dilation = pair("dilation", window.dilation(), 1);
      int[] padding = pair("padding", window.padding(), 0);
      int[] stride = pair("stride", window.stride().isEmpty() ? List.of(1L) : window.stride(), 1);
      int[] sizes = {1, height, width};
      WindowSide[] sides = new WindowSide[sizes.length];
      Arrays.fill(sides, WindowSide.NONE);
      int[] counts = {1, 1, 1};
      for (int d = 0; d < 2; d++) {
        sides[d + 1] = new WindowSide(kernel[d], stride[d], padding[d], dilation[d]);
        long room = sizes[d + 1] + 2L * padding[d] - dilation[d] * (kernel[d] - 1L) - 1;
        counts[d + 1] = Limits.integer("the number of windows", Math.floorDiv(room, stride[d]) + 1);
      }
      require(
          counts[1] > 0 && counts[2] > 0,
          "Given input with spatial size (%d, %d), kernel_size=(%d, %d), dilation=(%d, %d), padding=(%d, %d), calculated shape of the array of sliding blocks as (%d, %d), but its components must be at least one."
              .formatted(
                  height,
                  width,
                  kernel[0],
                  kernel[1],
                  dilation[0],
                  dilation[1],
                  padding[0],
                  padding[1],
                  counts[1],
                  counts[2]));
      int[] image = {channels, height, width};
      return new Blocks(image, new WindowColumns(channels, sizes, sides, counts));
    }

    static int[] pair(String option, List<Long> values, int least) {
      int[] pair = Extents.of(values, 2, "It is expected %s equals to 2".formatted(option));
      require(
          pair[0] >= least && pair[1] >= least,
          "%s should be %s, but got %s_height: %d %s_width: %d"
              .formatted(
                  option,
                  least == 0 ? "non-negative" : "greater than zero",
                  option.replace(' ', '_'),
                  pair[0],
                  option.replace(' ', '_'),
                  pair[1]));
      return pair;
    }
  }

  private static Tensor unfold(Tensor input, Blocks blocks) {
    int[] lead = Arrays.copyOf(input.layout().sizes(), input.dim() - 3);
    int[] shape = joined(lead, blocks.columns.rows(), blocks.columns.columns());
    Tensor result = moved(input, blocks, Layout.dense(shape), false);
    return Recording.isNeeded(input)
        ? new UnaryNode("Im2ColBackward0", Reads.NOTHING, (g, s, r) -> fold(g, blocks), input)
            .record(result)
        : result;
  }

  private static Tensor fold(Tensor input, Blocks blocks) {
    int[] lead = Arrays.copyOf(input.layout().sizes(), input.dim() - 2);
    Tensor result = moved(input, blocks, Layout.dense(joined(lead, blocks.image)), true);
    return Recording.isNeeded(input)
        ? new UnaryNode("Col2ImBackward0", Reads.NOTHING, (g, s, r) -> unfold(g, blocks), input)
            .record(result)
        : result;
  }

  private static int[] joined(int[] lead, int... last) {
    int[] all = Arrays.copyOf(lead, lead.length + last.length);
    System.arraycopy(last, 0, all, lead.length, last.length);
    return all;
  }

  private static Tensor moved(Tensor input, Blocks blocks, Layout shape, boolean adds) {
    Layout own = Broadcast.dense(input.layout());
    DType dtype = input.dtype();
    Object values =
        switch (dtype) {
          case FLOAT32 -> moved(new FloatElements(), Dense.floats(input, own), blocks, shape, adds);
          case FLOAT64 ->
              moved(new DoubleElements(), Dense.doubles(input, own), blocks, shape, adds);
          case INT64, INT32, INT16, INT8, UINT8, BOOL ->
              Convert.fromLongs(
                  moved(new LongElements(), Dense.longs(input, own), blocks, shape, adds), dtype);
        };
    return Dense.tensor(values, dtype, shape);
  }

  private static <T> T moved(
      Elements<T> elements, T from, Blocks blocks, Layout shape, boolean adds) {
    WindowColumns columns = blocks.columns;
    T to = elements.allocate(shape.count());
    int image = columns.imageSize();
    int matrix = columns.rows() * columns.columns();
    int count = shape.count() / (adds ? image : matrix);
    for (int n = 0; n < count; n++) {
      if (adds) {
        columns.add(elements, from, n * matrix, to, n * image);
      } else {
        columns.gather(elements, from, n * image, to, n * matrix);
      }
    }
    return to;
  }
}
