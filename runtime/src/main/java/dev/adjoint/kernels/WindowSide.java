package dev.adjoint.kernels;

/**
 * A sliding window in one dimension.
 *
 * @param kernel how many elements it has
 * @param stride the distance from one window to the next
 * @param padding how many elements are imagined before the first
 * @param dilation the distance between elements of one window
 */
public record WindowSide(int kernel, int stride, int padding, int dilation) {

  /** The window of a dimension that is not there. */
  public static final WindowSide NONE = new WindowSide(1, 1, 0, 1);
}
