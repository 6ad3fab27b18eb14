package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.nn.Interpolation;
import dev.adjoint.nn.Interpolation.Mode;
import java.util.Arrays;
import java.util.List;

/**
 * What an interpolation leads to, checked against its input.
 *
 * @param sizes the spatial sizes of the result
 * @param factors by what they were multiplied; 0 where the quotient of the sizes counts
 */
record ResizeTarget(long[] sizes, double[] factors) {

  static ResizeTarget of(Tensor input, Interpolation options) {
    requireOptions(options);
    requireMode(input, options);
    int rank = input.dim() - 2;
    ResizeTarget target =
        options.size().isEmpty()
            ? scaled(input, options)
            : new ResizeTarget(sizes(input, options.size()), new double[rank]);
    require(
        input.size(1) > 0 || options.mode() == Mode.AREA,
        "Non-empty %dD data tensor expected but got a tensor with sizes %s"
            .formatted(input.dim(), Arrays.toString(input.shape())));
    Creation.sizes(target.sizes);
    for (int d = 0; d < rank; d++) {
      if (input.size(d + 2) <= 0 || target.sizes[d] <= 0) {
        throw new IllegalArgumentException(
            "Input and output sizes should be greater than 0, but got input %s output %s"
                .formatted(Arrays.toString(input.shape()), Arrays.toString(target.sizes)));
      }
    }
    return target;
  }

  private static void requireOptions(Interpolation options) {
    Mode mode = options.mode();
    boolean interpolates = mode != Mode.NEAREST && mode != Mode.NEAREST_EXACT && mode != Mode.AREA;
    require(
        interpolates || options.alignCorners() == null,
        "align_corners option can only be set with the interpolating modes: linear | bilinear |"
            + " bicubic | trilinear");
    require(
        options.size().isEmpty() || options.scaleFactor().isEmpty(),
        "only one of size or scale_factor should be defined");
    require(
        !options.size().isEmpty() || !options.scaleFactor().isEmpty(),
        "either size or scale_factor should be defined");
    require(
        options.size().isEmpty() || !options.recomputesScale(),
        "recompute_scale_factor is not meaningful with size specified.");
  }

  private static void require(boolean holds, String refusal) {
    if (!holds) {
      throw new IllegalArgumentException(refusal);
    }
  }

  private static void requireMode(Tensor input, Interpolation options) {
    Mode mode = options.mode();
    boolean smooths = mode == Mode.BILINEAR || mode == Mode.BICUBIC;
    require(
        !options.antialias() || (smooths && input.dim() == 4),
        "Anti-alias option is restricted to bilinear and bicubic modes and requires a 4-D tensor as"
            + " input");
    require(
        input.dim() >= 3 && input.dim() <= 5,
        "Input Error: Only 3D, 4D and 5D input Tensors supported (got %dD) for the modes: nearest | linear | bilinear | bicubic | trilinear | area | nearest-exact (got %s)"
            .formatted(input.dim(), mode.label()));
    int wanted =
        switch (mode) {
          case LINEAR -> 3;
          case BILINEAR, BICUBIC -> 4;
          case TRILINEAR -> 5;
          case NEAREST, NEAREST_EXACT, AREA -> input.dim();
        };
    require(
        input.dim() == wanted,
        "Got %dD input, but %s mode needs %dD input".formatted(input.dim(), mode.label(), wanted));
  }

  private static long[] sizes(Tensor input, List<Long> wanted) {
    int rank = input.dim() - 2;
    String refusal =
        "Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of %s and output size of %s. Please provide input tensor in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format."
            .formatted(spatial(input), wanted);
    return Views.toLongs(Extents.of(wanted, rank, refusal));
  }

  private static String spatial(Tensor input) {
    return Arrays.toString(Arrays.copyOfRange(input.shape(), 2, input.dim()));
  }

  private static ResizeTarget scaled(Tensor input, Interpolation options) {
    int rank = input.dim() - 2;
    List<Double> given = options.scaleFactor();
    require(
        given.size() == 1 || given.size() == rank,
        "Input and scale_factor must have the same number of spatial dimensions, but got input with spatial dimensions of %s and scale_factor of shape %s. Please provide input tensor in (N, C, d1, d2, ...,dK) format and scale_factor in (s1, s2, ...,sK) format."
            .formatted(spatial(input), given));
    long[] sizes = new long[rank];
    double[] factors = new double[rank];
    boolean forgotten = options.recomputesScale() || options.mode() == Mode.AREA;
    for (int d = 0; d < rank; d++) {
      double factor = given.get(given.size() == 1 ? 0 : d);
      sizes[d] = (long) Math.floor(input.size(d + 2) * factor);
      factors[d] = forgotten ? 0 : factor;
    }
    return new ResizeTarget(sizes, factors);
  }
}
