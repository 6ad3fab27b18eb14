package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.ResizingDerivatives;
import dev.adjoint.kernels.Band;
import dev.adjoint.kernels.ResizeBands;
import dev.adjoint.nn.Interpolation;
import dev.adjoint.nn.Interpolation.Mode;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Images brought to another size. */
public final class Resizing {

  private Resizing() {}

  /** A batch of images of one to three dimensions at other sizes. */
  public static Tensor interpolate(Tensor input, Interpolation options) {
    ResizeTarget target = ResizeTarget.of(input, options);
    if (options.mode() == Mode.AREA) {
      return Pools.adaptiveAverage(input, target.sizes().length, target.sizes());
    }
    if (input.dtype().isFloatingPoint() || isNearest(options.mode())) {
      return Resampling.apply(name(input, options), input, bands(input, options, target));
    }
    return rounded(input, options, target);
  }

  /** The transpose of {@link #interpolate}. */
  public static Tensor interpolateBack(Tensor gradOutput, Tensor input, Interpolation options) {
    ResizeTarget target = ResizeTarget.of(input, options);
    if (options.mode() == Mode.AREA) {
      return Pools.adaptiveSpread(gradOutput, input, target.sizes().length, target.sizes());
    }
    Band[] bands = Resampling.transposed(bands(input, options, target));
    return Resampling.apply(name(input, options) + "Backward", gradOutput, bands);
  }

  private static boolean isNearest(Mode mode) {
    return mode == Mode.NEAREST || mode == Mode.NEAREST_EXACT;
  }

  /** Of bytes, which are what images are stored as; other integers are not images. */
  private static Tensor rounded(Tensor input, Interpolation options, ResizeTarget target) {
    if (input.dtype() != DType.UINT8) {
      throw new UnsupportedOperationException(
          "\"upsample_%s\" not implemented for '%s'"
              .formatted(options.mode().label(), input.dtype().title()));
    }
    Band[] bands = bands(input, options, target);
    Tensor exact = Resampling.apply(name(input, options), input.toDouble(), bands);
    return exact.round().clamp(0, 255).to(DType.UINT8);
  }

  private static String name(Tensor input, Interpolation options) {
    String rank = (input.dim() - 2) + "D";
    String antialiased = options.antialias() ? "Aa" : "";
    return switch (options.mode()) {
      case NEAREST -> "UpsampleNearest" + rank;
      case NEAREST_EXACT -> "UpsampleNearestExact" + rank;
      case LINEAR -> "UpsampleLinear1D";
      case BILINEAR -> "UpsampleBilinear2D" + antialiased;
      case BICUBIC -> "UpsampleBicubic2D" + antialiased;
      case TRILINEAR -> "UpsampleTrilinear3D";
      case AREA -> throw new IllegalStateException("Resizing: an average has no bands");
    };
  }

  private static Band[] bands(Tensor input, Interpolation options, ResizeTarget target) {
    boolean single = input.dtype() == DType.FLOAT32;
    boolean aligned = Boolean.TRUE.equals(options.alignCorners());
    Band[] bands = new Band[target.sizes().length];
    for (int d = 0; d < bands.length; d++) {
      int size = input.layout().sizes()[d + 2];
      int count = (int) target.sizes()[d];
      double scale = scale(size, count, target.factors()[d], aligned);
      // The quotient of two sizes is rounded where it is formed.
      double rounded = single ? (float) scale : scale;
      bands[d] = band(new ResizeBands(size, count, rounded, aligned), options, single);
    }
    return bands;
  }

  private static double scale(int size, int count, double factor, boolean aligned) {
    if (aligned) {
      return count > 1 ? (size - 1.0) / (count - 1) : 0;
    }
    return factor > 0 ? 1 / factor : (double) size / count;
  }

  private static Band band(ResizeBands maps, Interpolation options, boolean single) {
    return switch (options.mode()) {
      case NEAREST -> maps.nearest(single);
      case NEAREST_EXACT -> maps.nearestExact(single);
      case LINEAR, TRILINEAR -> maps.linear();
      case BILINEAR -> options.antialias() ? maps.smoothLinear() : maps.linear();
      case BICUBIC -> options.antialias() ? maps.smoothCubic() : maps.cubic();
      case AREA -> throw new IllegalStateException("Resizing: an average has no bands");
    };
  }

  /** Channels turned into positions: {@code (c r^2, h, w)} becomes {@code (c, h r, w r)}. */
  public static Tensor pixelShuffle(Tensor input, long factor) {
    requireImage("pixel_shuffle", "upscale_factor", input, factor);
    long square = Limits.product(factor, factor);
    if (input.size(-3) % square != 0) {
      throw new IllegalArgumentException(
          "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=%d is not divisible by %d"
              .formatted(input.size(-3), square));
    }
    return new Formula(
            "PixelShuffleBackward0",
            Formula.Saves.NOTHING,
            all -> shuffled(all[0], factor),
            (g, all, i) ->
                g[0] == null ? null : ResizingDerivatives.pixelShuffleInput(g[0], factor))
        .apply(input);
  }

  private static Tensor shuffled(Tensor input, long factor) {
    long channels = input.size(-3) / (factor * factor);
    long height = input.size(-2);
    long width = input.size(-1);
    Tensor parts = input.reshape(shape(input, channels, factor, factor, height, width));
    return permuted(parts, 0, 3, 1, 4, 2)
        .reshape(
            shape(input, channels, Limits.product(height, factor), Limits.product(width, factor)));
  }

  /** The inverse of {@link #pixelShuffle}. */
  public static Tensor pixelUnshuffle(Tensor input, long factor) {
    requireImage("pixel_unshuffle", "downscale_factor", input, factor);
    requireDivisible("height", -2, input, factor);
    requireDivisible("width", -1, input, factor);
    return new Formula(
            "PixelUnshuffleBackward0",
            Formula.Saves.NOTHING,
            all -> unshuffled(all[0], factor),
            (g, all, i) ->
                g[0] == null ? null : ResizingDerivatives.pixelUnshuffleInput(g[0], factor))
        .apply(input);
  }

  private static Tensor unshuffled(Tensor input, long factor) {
    long channels = input.size(-3);
    long height = input.size(-2) / factor;
    long width = input.size(-1) / factor;
    Tensor parts = input.reshape(shape(input, channels, height, factor, width, factor));
    return permuted(parts, 0, 2, 4, 1, 3)
        .reshape(shape(input, channels * factor * factor, height, width));
  }

  private static void requireImage(String name, String option, Tensor input, long factor) {
    if (input.dim() < 3) {
      throw new IllegalArgumentException(
          "%s expects input to have at least 3 dimensions, but got input with %d dimension(s)"
              .formatted(name, input.dim()));
    }
    if (factor <= 0) {
      throw new IllegalArgumentException(
          "%s expects a positive %s, but got %d".formatted(name, option, factor));
    }
  }

  private static void requireDivisible(String what, int dim, Tensor input, long factor) {
    if (input.size(dim) % factor != 0) {
      throw new IllegalArgumentException(
          "pixel_unshuffle expects %s to be divisible by downscale_factor, but input.size(%d)=%d is not divisible by %d"
              .formatted(what, dim, input.size(dim), factor));
    }
  }

  /** The leading dimensions of images, followed by others. */
  private static long[] shape(Tensor input, long... last) {
    long[] lead = Arrays.copyOf(input.shape(), input.dim() - 3);
    return LongStream.concat(Arrays.stream(lead), Arrays.stream(last)).toArray();
  }

  /** A copy with the last dimensions in another order. */
  private static Tensor permuted(Tensor parts, int... order) {
    int lead = parts.dim() - order.length;
    int[] dims = Reindexing.identity(parts.dim());
    for (int d = 0; d < order.length; d++) {
      dims[lead + d] = lead + order[d];
    }
    return parts.permute(dims).clone();
  }
}
