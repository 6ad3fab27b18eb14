package dev.adjoint.kernels;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The maps that bring a dimension to another size, as PyTorch's upsampling kernels define them.
 *
 * @param size the number of elements
 * @param count the number of results
 * @param scale how many elements one step of the results is
 * @param alignCorners whether the first and last elements lie under the first and last results
 */
public record ResizeBands(int size, int count, double scale, boolean alignCorners) {
  private static final double CUBIC = -0.75;
  private static final double SMOOTH_CUBIC = -0.5;

  /**
   * Each result is the element whose index is its position rounded down. Positions have the
   * precision of the elements, as the results at whole numbers depend on it.
   *
   * @param single whether that is single precision
   * @return the map
   */
  public Band nearest(boolean single) {
    return picked(i -> single ? i * (float) scale : i * scale);
  }

  /**
   * Each result is the element whose middle is next. Positions have the precision of the elements.
   *
   * @param single whether that is single precision
   * @return the map
   */
  public Band nearestExact(boolean single) {
    return picked(
        i -> single ? (float) ((i + 0.5) * (float) scale - 0.5) + 0.5f : (i + 0.5) * scale);
  }

  private Band picked(DoubleUnaryOperator position) {
    int[] from = new int[count];
    double[][] weights = new double[count][];
    for (int i = 0; i < count; i++) {
      float at = (float) position.applyAsDouble(i);
      from[i] = Math.clamp((long) Math.floor(at), 0, size - 1);
      weights[i] = new double[] {1};
    }
    return new Band(from, weights, size);
  }

  /**
   * Each result lies on the line through its two neighbours.
   *
   * @return the map
   */
  public Band linear() {
    int[] from = new int[count];
    double[][] weights = new double[count][];
    for (int i = 0; i < count; i++) {
      double at = count == size ? i : Math.max(0, position(i));
      from[i] = Math.min((int) at, size - 1);
      double share = Math.min(1, at - from[i]);
      weights[i] = from[i] == size - 1 ? new double[] {1} : new double[] {1 - share, share};
    }
    return new Band(from, weights, size);
  }

  private double position(int i) {
    return alignCorners ? i * scale : (i + 0.5) * scale - 0.5;
  }

  /**
   * Each result lies on the cubic convolution of its four neighbours; Keys, 1981. Elements beyond
   * the edge are those at the edge.
   *
   * @return the map
   */
  public Band cubic() {
    int[] from = new int[count];
    double[][] weights = new double[count][];
    for (int i = 0; i < count; i++) {
      double at = position(i);
      int before = Math.min((int) Math.floor(at), size - 1);
      double share = Math.clamp(at - before, 0, 1);
      from[i] = Math.clamp(before - 1L, 0, size - 1);
      weights[i] = new double[Math.clamp(before + 2L, 0, size - 1) - from[i] + 1];
      for (int k = -1; k <= 2; k++) {
        int element = Math.clamp((long) before + k, 0, size - 1);
        weights[i][element - from[i]] += cubic(share - k, CUBIC);
      }
    }
    return new Band(from, weights, size);
  }

  /** The kernel of cubic convolution. */
  private static double cubic(double x, double a) {
    double d = Math.abs(x);
    if (d < 1) {
      return ((a + 2) * d - (a + 3)) * d * d + 1;
    }
    return d < 2 ? (((d - 5) * d + 8) * d - 4) * a : 0;
  }

  /**
   * As {@link #linear}, of a smaller image with the triangle stretched over all elements.
   *
   * @return the map
   */
  public Band smoothLinear() {
    return smooth(1, x -> Math.max(0, 1 - Math.abs(x)));
  }

  /**
   * As {@link #cubic}, of a smaller image with the kernel stretched over all elements.
   *
   * @return the map
   */
  public Band smoothCubic() {
    return smooth(2, x -> cubic(x, SMOOTH_CUBIC));
  }

  private Band smooth(int reach, DoubleUnaryOperator filter) {
    double stretch = Math.max(1, scale);
    int[] from = new int[count];
    double[][] weights = new double[count][];
    for (int i = 0; i < count; i++) {
      double center = scale * (i + 0.5);
      from[i] = (int) Math.max(0, center - reach * stretch + 0.5);
      int end = (int) Math.min(size, center + reach * stretch + 0.5);
      weights[i] = new double[Math.max(0, end - from[i])];
      for (int k = 0; k < weights[i].length; k++) {
        weights[i][k] = filter.applyAsDouble((k + from[i] - center + 0.5) / stretch);
      }
      normalise(weights[i]);
    }
    return new Band(from, weights, size);
  }

  private static void normalise(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    for (int k = 0; sum != 0 && k < weights.length; k++) {
      weights[k] /= sum;
    }
  }
}
