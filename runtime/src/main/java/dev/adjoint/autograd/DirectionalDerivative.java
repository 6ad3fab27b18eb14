package dev.adjoint.autograd;

/** Products of a gradient with a direction. For generated code. */
public final class DirectionalDerivative {
  private DirectionalDerivative() {}

  /**
   * The derivative of a number along a direction.
   *
   * @param gradient the gradient with respect to an array
   * @param tangent the direction, of the same length
   * @return the sum of the products of their elements
   */
  public static double of(double[] gradient, double[] tangent) {
    double sum = 0;
    for (int i = 0; i < gradient.length; i++) {
      sum += gradient[i] * tangent[i];
    }
    return sum;
  }

  /**
   * The derivative of a number along a direction.
   *
   * @param gradient the gradient with respect to an array
   * @param tangent the direction, of the same length
   * @return the sum of the products of their elements
   */
  public static float of(float[] gradient, float[] tangent) {
    float sum = 0;
    for (int i = 0; i < gradient.length; i++) {
      sum += gradient[i] * tangent[i];
    }
    return sum;
  }

  /**
   * The derivative of a number along a direction.
   *
   * @param gradient the gradient with respect to a matrix
   * @param tangent the direction, of the same shape
   * @return the sum of the products of their elements
   */
  public static double of(double[][] gradient, double[][] tangent) {
    double sum = 0;
    for (int i = 0; i < gradient.length; i++) {
      sum += of(gradient[i], tangent[i]);
    }
    return sum;
  }

  /**
   * The derivative of a number along a direction.
   *
   * @param gradient the gradient with respect to a matrix
   * @param tangent the direction, of the same shape
   * @return the sum of the products of their elements
   */
  public static float of(float[][] gradient, float[][] tangent) {
    float sum = 0;
    for (int i = 0; i < gradient.length; i++) {
      sum += of(gradient[i], tangent[i]);
    }
    return sum;
  }

  /**
   * The derivative of a number along a direction.
   *
   * @param gradient the gradient with respect to an array of rank 3
   * @param tangent the direction, of the same shape
   * @return the sum of the products of their elements
   */
  public static double of(double[][][] gradient, double[][][] tangent) {
    double sum = 0;
    for (int i = 0; i < gradient.length; i++) {
      sum += of(gradient[i], tangent[i]);
    }
    return sum;
  }

  /**
   * The derivative of a number along a direction.
   *
   * @param gradient the gradient with respect to an array of rank 3
   * @param tangent the direction, of the same shape
   * @return the sum of the products of their elements
   */
  public static float of(float[][][] gradient, float[][][] tangent) {
    float sum = 0;
    for (int i = 0; i < gradient.length; i++) {
      sum += of(gradient[i], tangent[i]);
    }
    return sum;
  }
}
