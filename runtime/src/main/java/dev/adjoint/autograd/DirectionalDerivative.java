package dev.adjoint.autograd;

import dev.adjoint.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * The derivative of a number along a direction.
   *
   * @param gradient the gradient with respect to a tensor
   * @param tangent the direction, of the same shape
   * @return the sum of the products of their elements
   */
  public static double of(Tensor gradient, Tensor tangent) {
    return of(gradient.toDoubleArray(), tangent.toDoubleArray());
  }

  /**
   * The derivative of a number along a direction.
   *
   * @param gradient the gradients with respect to several tensors; null for zero
   * @param tangent the direction, as many tensors of the same shapes; null for zero
   * @return the sum of the products of their elements
   */
  public static double of(@Nullable Tensor[] gradient, @Nullable Tensor[] tangent) {
    double sum = 0;
    for (int i = 0; i < gradient.length; i++) {
      Tensor left = gradient[i];
      Tensor right = tangent[i];
      sum += left == null || right == null ? 0 : of(left, right);
    }
    return sum;
  }

  /**
   * The derivative of a number along a direction.
   *
   * @param gradient the gradients with respect to several tensors; null for zero
   * @param tangent the direction, as many tensors of the same shapes; null for zero
   * @return the sum of the products of their elements
   */
  public static double of(
      List<? extends @Nullable Tensor> gradient, List<? extends @Nullable Tensor> tangent) {
    return of(gradient.toArray(Tensor[]::new), tangent.toArray(Tensor[]::new));
  }
}
