package dev.adjoint.nn;

import java.util.Arrays;
import java.util.List;

/**
 * A window that slides over the positions of an image. Each list holds one number for all
 * dimensions, or one for each.
 *
 * @param kernel its size
 * @param stride the distance from one place to the next; empty means the size for pooling, 1 for
 *     {@link Functional#unfold}
 * @param padding how many positions are imagined before the first and after the last
 * @param dilation the distance between neighbouring positions of the window
 * @param ceilMode whether a last window may reach beyond the padding
 */
public record Window(
    List<Long> kernel,
    List<Long> stride,
    List<Long> padding,
    List<Long> dilation,
    boolean ceilMode) {

  /**
   * A window without padding or dilation.
   *
   * @param kernel its size, one number for all dimensions or one for each
   * @return the window
   */
  public static Window of(long... kernel) {
    return new Window(list(kernel), List.of(), List.of(0L), List.of(1L), false);
  }

  /**
   * The window at other distances.
   *
   * @param distance from one place to the next
   * @return a changed copy
   */
  public Window withStride(long... distance) {
    return new Window(kernel, list(distance), padding, dilation, ceilMode);
  }

  /**
   * The window over a wider image.
   *
   * @param positions imagined before the first and after the last
   * @return a changed copy
   */
  public Window withPadding(long... positions) {
    return new Window(kernel, stride, list(positions), dilation, ceilMode);
  }

  /**
   * The window with gaps.
   *
   * @param distance between neighbouring positions of the window
   * @return a changed copy
   */
  public Window withDilation(long... distance) {
    return new Window(kernel, stride, padding, list(distance), ceilMode);
  }

  /**
   * The window with as many places as have a position inside the image or its padding before.
   *
   * @return a changed copy
   */
  public Window withCeilMode() {
    return new Window(kernel, stride, padding, dilation, true);
  }

  static List<Long> list(long... values) {
    return Arrays.stream(values).boxed().toList();
  }
}
