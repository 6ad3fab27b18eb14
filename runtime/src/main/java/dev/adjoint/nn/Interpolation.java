package dev.adjoint.nn;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an image is brought to another size. Each list holds one number for all dimensions, or one
 * for each.
 *
 * @param mode how positions between elements are filled
 * @param size the wanted sizes; empty if factors are given
 * @param scaleFactor by what sizes are multiplied; empty if sizes are given
 * @param alignCorners whether the first and last elements lie on the edges of the image rather than
 *     half an element inside; null where the mode knows no such choice
 * @param recomputesScale whether the factor is replaced by the quotient of the two sizes
 * @param antialias whether a smaller image averages over all elements
 */
public record Interpolation(
    Mode mode,
    List<Long> size,
    List<Double> scaleFactor,
    @Nullable Boolean alignCorners,
    boolean recomputesScale,
    boolean antialias) {

  /** How positions between elements are filled. */
  public enum Mode {
    /** With the element whose index is the position rounded down. */
    NEAREST,
    /** With the element whose middle is next. */
    NEAREST_EXACT,
    /** Linearly, in one dimension. */
    LINEAR,
    /** Linearly in each of two dimensions. */
    BILINEAR,
    /** With cubic polynomials in each of two dimensions. */
    BICUBIC,
    /** Linearly in each of three dimensions. */
    TRILINEAR,
    /** With averages, see {@link Functional#adaptiveAvgPool2d}. */
    AREA;

    /**
     * The mode as PyTorch calls it.
     *
     * @return for instance {@code nearest-exact}
     */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * An interpolation; sizes or factors are still to be given.
   *
   * @param mode how positions between elements are filled
   * @return the interpolation
   */
  public static Interpolation of(Mode mode) {
    return new Interpolation(mode, List.of(), List.of(), null, false, false);
  }

  /**
   * The interpolation to given sizes.
   *
   * @param sizes one for all dimensions or one for each
   * @return a changed copy
   */
  public Interpolation toSize(long... sizes) {
    List<Long> wanted = Window.list(sizes);
    return new Interpolation(mode, wanted, scaleFactor, alignCorners, recomputesScale, antialias);
  }

  /**
   * The interpolation to multiples of the sizes, rounded down.
   *
   * @param factors one for all dimensions or one for each
   * @return a changed copy
   */
  public Interpolation byFactor(double... factors) {
    List<Double> wanted = Arrays.stream(factors).boxed().toList();
    return new Interpolation(mode, size, wanted, alignCorners, recomputesScale, antialias);
  }

  /**
   * The interpolation with the corners in one of two places.
   *
   * @param aligned whether the first and last elements lie on the edges of the image
   * @return a changed copy
   */
  public Interpolation withAlignCorners(boolean aligned) {
    return new Interpolation(mode, size, scaleFactor, aligned, recomputesScale, antialias);
  }

  /**
   * The interpolation with the quotient of the sizes as factor.
   *
   * @return a changed copy
   */
  public Interpolation withRecomputedScale() {
    return new Interpolation(mode, size, scaleFactor, alignCorners, true, antialias);
  }

  /**
   * The interpolation with averages over all elements where the image becomes smaller.
   *
   * @return a changed copy
   */
  public Interpolation withAntialias() {
    return new Interpolation(mode, size, scaleFactor, alignCorners, recomputesScale, true);
  }
}
