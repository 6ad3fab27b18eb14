package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.kernels.WindowColumns;
import dev.adjoint.kernels.WindowSide;
import dev.adjoint.nn.Convolution;
import java.util.Arrays;
import java.util.List;

/**
 * The shapes of a convolution, in both directions: images, their windows, and the weights between
 * them.
 *
 * @param images batch, channels, positions
 * @param windows batch, filters, windows
 * @param weights filters, channels of a group, places
 * @param groups the number of groups
 * @param columns the windows of one group of channels
 */
record ConvolutionGeometry(
    int[] images, int[] windows, int[] weights, int groups, WindowColumns columns) {

  private static final int RANKS = 3;

  /** Of a convolution of a batch. */
  static ConvolutionGeometry of(Tensor input, Tensor weight, Convolution options) {
    int[] images = input.layout().sizes();
    int[] weights = weight.layout().sizes();
    WindowSide[] sides = sides(weights, options);
    int[] windows = images.clone();
    windows[1] = weights[0];
    for (int d = 0; d < sides.length; d++) {
      WindowSide side = sides[d];
      long reach = (side.kernel() - 1L) * side.dilation() + 1;
      long room = images[d + 2] + 2L * side.padding() - reach;
      windows[d + 2] =
          options.isSamePadding()
              ? images[d + 2]
              : Limits.integer("the number of windows", room / side.stride() + 1);
    }
    return of(images, windows, weights, sides, options);
  }

  /** Of a transposed convolution of a batch: its input are values of windows. */
  static ConvolutionGeometry ofTransposed(Tensor input, Tensor weight, Convolution options) {
    int[] windows = input.layout().sizes();
    int[] weights = weight.layout().sizes();
    WindowSide[] sides = sides(weights, options);
    int[] more = each(options.outputPadding(), sides.length, "output_padding");
    int[] images = windows.clone();
    images[1] =
        Limits.integer("the number of channels", Limits.product(weights[1], options.groups()));
    for (int d = 0; d < sides.length; d++) {
      WindowSide side = sides[d];
      long reach = (side.kernel() - 1L) * side.dilation() + 1;
      long size = (windows[d + 2] - 1L) * side.stride() - 2L * side.padding() + reach + more[d];
      images[d + 2] = Limits.integer("the output size", size);
    }
    ConvolutionChecks.requireOutput(windows, images);
    return of(images, windows, weights, sides, options);
  }

  private static ConvolutionGeometry of(
      int[] images, int[] windows, int[] weights, WindowSide[] sides, Convolution options) {
    WindowSide[] all = new WindowSide[RANKS];
    Arrays.fill(all, WindowSide.NONE);
    System.arraycopy(sides, 0, all, RANKS - sides.length, sides.length);
    WindowColumns columns = new WindowColumns(weights[1], three(images), all, three(windows));
    return new ConvolutionGeometry(
        images, windows, weights, Limits.integer("groups", options.groups()), columns);
  }

  /** The spatial sizes; dimensions that are not there have size 1. */
  private static int[] three(int[] sizes) {
    int[] all = {1, 1, 1};
    int rank = sizes.length - 2;
    System.arraycopy(sizes, 2, all, RANKS - rank, rank);
    return all;
  }

  private static WindowSide[] sides(int[] weights, Convolution options) {
    int rank = weights.length - 2;
    int[] stride = each(options.stride(), rank, "stride");
    int[] padding = each(options.padding(), rank, "padding");
    int[] dilation = each(options.dilation(), rank, "dilation");
    WindowSide[] sides = new WindowSide[rank];
    for (int d = 0; d < rank; d++) {
      int kernel = weights[d + 2];
      int before = options.isSamePadding() ? (int) (dilation[d] * (kernel - 1L) / 2) : padding[d];
      sides[d] = new WindowSide(kernel, stride[d], before, dilation[d]);
    }
    return sides;
  }

  static int[] each(List<Long> values, int rank, String option) {
    return Extents.of(
        values,
        rank,
        "expected %s to be a single integer value or a list of %d values to match the convolution dimensions, but got %s=%s"
            .formatted(option, rank, option, values));
  }
}
