package dev.adjoint.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products of small integers, which are exact, at sizes around those of blocks and panels. */
class MatrixProductTest {

  @ParameterizedTest
  @CsvSource({
    "1, 16, 4",
    "1, 700, 530",
    "2, 17, 5",
    "3, 300, 9",
    "4, 4, 4",
    "5, 129, 513",
    "7, 33, 3",
    "8, 260, 1030",
    "16, 128, 512",
    "19, 131, 6",
    "0, 3, 5",
    "3, 0, 5",
    "6, 1, 8"
  })
  void blocksAddUpToTheProduct(int m, int k, int n) {
    for (boolean isLeftTransposed : new boolean[] {false, true}) {
      for (boolean isRightTransposed : new boolean[] {false, true}) {
        checkDoubles(new MatrixSizes(m, k, n), isLeftTransposed, isRightTransposed);
        checkFloats(new MatrixSizes(m, k, n), isLeftTransposed, isRightTransposed);
      }
    }
  }

  private static void checkDoubles(MatrixSizes sizes, boolean left, boolean right) {
    Matrix<double[]> a = matrix(integers(sizes.m() * sizes.k(), 1), sizes.m(), sizes.k(), left);
    Matrix<double[]> b = matrix(integers(sizes.k() * sizes.n(), 2), sizes.k(), sizes.n(), right);
    double[] c = integers(2 + sizes.m() * sizes.n(), 3);
    double[] expected = c.clone();
    System.arraycopy(naive(a, b, sizes), 0, expected, 1, sizes.m() * sizes.n());
    DoubleProduct.multiply(a, b, c, 1, sizes);
    assertArrayEquals(expected, c);
  }

  private static void checkFloats(MatrixSizes sizes, boolean left, boolean right) {
    Matrix<double[]> a = matrix(integers(sizes.m() * sizes.k(), 4), sizes.m(), sizes.k(), left);
    Matrix<double[]> b = matrix(integers(sizes.k() * sizes.n(), 5), sizes.k(), sizes.n(), right);
    float[] c = new float[sizes.m() * sizes.n()];
    FloatProduct.multiply(floats(a), floats(b), c, 0, sizes);
    assertArrayEquals(floats(naive(a, b, sizes)), c);
  }

  private static double[] integers(int count, int seed) {
    Random random = new Random(seed);
    return random.doubles(count).map(value -> Math.rint(16 * value - 8)).toArray();
  }

  private static Matrix<double[]> matrix(
      double[] values, int rows, int columns, boolean isTransposed) {
    return isTransposed ? new Matrix<>(values, 0, 1, rows) : new Matrix<>(values, 0, columns, 1);
  }

  private static Matrix<float[]> floats(Matrix<double[]> matrix) {
    return new Matrix<>(
        floats(matrix.values()), matrix.offset(), matrix.rowStride(), matrix.columnStride());
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static double[] naive(Matrix<double[]> a, Matrix<double[]> b, MatrixSizes sizes) {
    double[] c = new double[sizes.m() * sizes.n()];
    for (int i = 0; i < sizes.m(); i++) {
      for (int j = 0; j < sizes.n(); j++) {
        for (int p = 0; p < sizes.k(); p++) {
          c[i * sizes.n() + j] +=
              a.values()[i * a.rowStride() + p * a.columnStride()]
                  * b.values()[p * b.rowStride() + j * b.columnStride()];
        }
      }
    }
    return c;
  }
}
