package dev.adjoint.kernels;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/** Scalar functions applied to every element, a call per element. */
public final class Mapping {

  private Mapping() {}

  /**
   * Applies a function to the head of an array.
   *
   * @param function the function
   * @param x the arguments
   * @param n how many elements
   * @return the values
   */
  public static double[] apply(DoubleUnaryOperator function, double[] x, int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = function.applyAsDouble(x[i]);
    }
    return out;
  }

  /**
   * Applies a function to the heads of two arrays.
   *
   * @param function the function
   * @param x the first arguments
   * @param y the second arguments
   * @param n how many elements
   * @return the values
   */
  public static double[] apply(DoubleBinaryOperator function, double[] x, double[] y, int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = function.applyAsDouble(x[i], y[i]);
    }
    return out;
  }

  /**
   * Applies a function to the heads of two arrays of integers.
   *
   * @param function the function
   * @param x the first arguments
   * @param y the second arguments
   * @param n how many elements
   * @return the values
   */
  public static long[] apply(LongBinaryOperator function, long[] x, long[] y, int n) {
    long[] out = new long[n];
    for (int i = 0; i < n; i++) {
      out[i] = function.applyAsLong(x[i], y[i]);
    }
    return out;
  }
}
