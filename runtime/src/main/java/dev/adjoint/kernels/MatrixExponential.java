package dev.adjoint.kernels;

import java.util.Arrays;

/**
 * The exponential of a matrix by scaling and squaring with Pade approximants (Higham, The Scaling
 * and Squaring Method for the Matrix Exponential Revisited, 2005).
 */
public final class MatrixExponential {

  /** Degrees, and the norms up to which each is exact to double precision. */
  private static final int[] DEGREES = {3, 5, 7, 9, 13};

  private static final double[] BOUNDS = {
    1.495585217958292e-2,
    2.539398330063230e-1,
    9.504178996162932e-1,
    2.097847961257068,
    5.371920351148152
  };

  private final int n;

  /**
   * Prepares for matrices of an order.
   *
   * @param n rows and columns
   */
  public MatrixExponential(int n) {
    this.n = n;
  }

  /**
   * Computes in place.
   *
   * @param a holds the matrix in row-major order
   * @param at index of its first element
   */
  public void compute(double[] a, int at) {
    double[] matrix = Arrays.copyOfRange(a, at, at + n * n);
    double norm = norm(matrix);
    double[] result = new double[n * n];
    if (Double.isFinite(norm)) {
      result = scaled(matrix, norm);
    } else {
      Arrays.fill(result, Double.NaN);
    }
    System.arraycopy(result, 0, a, at, n * n);
  }

  private double[] scaled(double[] matrix, double norm) {
    for (int i = 0; i < DEGREES.length; i++) {
      if (norm <= BOUNDS[i]) {
        return approximant(matrix, DEGREES[i]);
      }
    }
    int squarings = Math.max(0, Math.getExponent(norm / BOUNDS[BOUNDS.length - 1]) + 1);
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = Math.scalb(matrix[i], -squarings);
    }
    double[] result = approximant(matrix, DEGREES[DEGREES.length - 1]);
    for (int i = 0; i < squarings; i++) {
      result = product(result, result);
    }
    return result;
  }

  /** {@code (V - U)^-1 (V + U)} with the odd powers in U and the even ones in V. */
  private double[] approximant(double[] a, int degree) {
    double[] coefficients = coefficients(degree);
    double[] square = product(a, a);
    double[] power = identity();
    double[] odd = new double[n * n];
    double[] even = new double[n * n];
    for (int k = 0; k <= degree; k += 2) {
      for (int i = 0; i < power.length; i++) {
        even[i] += coefficients[k] * power[i];
        odd[i] += coefficients[k + 1] * power[i];
      }
      power = k + 2 <= degree ? product(power, square) : power;
    }
    odd = product(a, odd);
    double[] denominator = new double[n * n];
    for (int i = 0; i < odd.length; i++) {
      denominator[i] = even[i] - odd[i];
      even[i] += odd[i];
    }
    return solve(denominator, even);
  }

  /** {@code (2m - k)! m! / ((2m)! k! (m - k)!)}, the first being 1. */
  private static double[] coefficients(int degree) {
    double[] c = new double[degree + 1];
    c[0] = 1;
    for (int k = 1; k <= degree; k++) {
      c[k] = c[k - 1] * (degree - k + 1) / (double) ((2 * degree - k + 1) * k);
    }
    return c;
  }

  private double[] solve(double[] a, double[] b) {
    int[] pivots = new int[n];
    LowerUpper.factor(a, 0, n, n, pivots, 0);
    int[] order = LowerUpper.order(pivots, 0, n, n);
    double[] x = new double[n * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(b, order[i] * n, x, i * n, n);
    }
    Matrix<double[]> target = new Matrix<>(x, 0, n, 1);
    Matrix<double[]> factors = new Matrix<>(a, 0, n, 1);
    new Triangle(factors, n, false, true).solve(target, n);
    new Triangle(factors, n, true, false).solve(target, n);
    return x;
  }

  private double[] product(double[] a, double[] b) {
    double[] c = new double[n * n];
    DoubleProduct.multiply(
        new Matrix<>(a, 0, n, 1), new Matrix<>(b, 0, n, 1), c, 0, new MatrixSizes(n, n, n));
    return c;
  }

  private double[] identity() {
    double[] one = new double[n * n];
    for (int i = 0; i < n; i++) {
      one[i * n + i] = 1;
    }
    return one;
  }

  /** The largest sum of magnitudes in a column. */
  private double norm(double[] a) {
    double[] sums = new double[n];
    for (int i = 0; i < a.length; i++) {
      sums[i % n] += Math.abs(a[i]);
    }
    double largest = 0;
    for (double sum : sums) {
      largest = Double.isNaN(sum) ? sum : Math.max(largest, sum);
    }
    return largest;
  }
}
