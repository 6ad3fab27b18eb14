package dev.adjoint.nn;

import java.util.List;

/**
 * How a convolution moves over its input. Each list holds one number for all dimensions, or one for
 * each.
 *
 * @param stride the distance from one window to the next
 * @param padding how many zeros are imagined before the first and after the last position
 * @param isSamePadding whether there are so many that the output has the input's size; the padding
 *     does not count then
 * @param dilation the distance between neighbouring positions of a window
 * @param outputPadding of a transposed convolution, how many positions are added after the last
 * @param groups into how many groups channels are split that do not know each other
 */
public record Convolution(
    List<Long> stride,
    List<Long> padding,
    boolean isSamePadding,
    List<Long> dilation,
    List<Long> outputPadding,
    long groups) {

  private static final Convolution PLAIN =
      new Convolution(List.of(1L), List.of(0L), false, List.of(1L), List.of(0L), 1);

  /**
   * A convolution of neighbouring windows without padding, all channels together.
   *
   * @return the defaults
   */
  public static Convolution of() {
    return PLAIN;
  }

  /**
   * The convolution with windows at other distances.
   *
   * @param distance from one window to the next
   * @return a changed copy
   */
  public Convolution withStride(long... distance) {
    List<Long> changed = Window.list(distance);
    return new Convolution(changed, padding, isSamePadding, dilation, outputPadding, groups);
  }

  /**
   * The convolution of a wider image. No padding is what PyTorch calls {@code "valid"}.
   *
   * @param zeros before the first and after the last position
   * @return a changed copy
   */
  public Convolution withPadding(long... zeros) {
    List<Long> changed = Window.list(zeros);
    return new Convolution(stride, changed, false, dilation, outputPadding, groups);
  }

  /**
   * The convolution whose output has the input's size: what PyTorch calls {@code "same"}.
   *
   * @return a changed copy
   */
  public Convolution withSamePadding() {
    return new Convolution(stride, padding, true, dilation, outputPadding, groups);
  }

  /**
   * The convolution with gaps in its windows.
   *
   * @param distance between neighbouring positions of a window
   * @return a changed copy
   */
  public Convolution withDilation(long... distance) {
    List<Long> changed = Window.list(distance);
    return new Convolution(stride, padding, isSamePadding, changed, outputPadding, groups);
  }

  /**
   * The transposed convolution with a larger output.
   *
   * @param positions added after the last
   * @return a changed copy
   */
  public Convolution withOutputPadding(long... positions) {
    List<Long> changed = Window.list(positions);
    return new Convolution(stride, padding, isSamePadding, dilation, changed, groups);
  }

  /**
   * The convolution of groups of channels, each by itself.
   *
   * @param count how many groups
   * @return a changed copy
   */
  public Convolution withGroups(long count) {
    return new Convolution(stride, padding, isSamePadding, dilation, outputPadding, count);
  }
}
