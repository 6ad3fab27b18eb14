package dev.adjoint.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies of transposed views, at sizes around those of the squares they are copied in. */
class TransposedCopiesTest {
  private static final int[][] PERMUTATIONS = {{0, 2, 1}, {2, 0, 1}, {1, 2, 0}, {2, 1, 0}};

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64", "INT32"})
  void everyElementArrives(DType dtype) {
    for (long[] shape : new long[][] {{3, 33, 70}, {2, 32, 64}, {40, 1, 5}, {65, 31, 2}}) {
      Tensor numbers = Tensor.arange(shape[0] * shape[1] * shape[2]).to(dtype).reshape(shape);
      for (int[] permutation : PERMUTATIONS) {
        check(numbers.permute(permutation));
        check(numbers.narrow(2, 1, shape[2] - 1).permute(permutation));
      }
    }
  }

  private static void check(Tensor view) {
    Tensor copy = view.contiguous();
    assertArrayEquals(view.shape(), copy.shape());
    double[] elements = copy.toDoubleArray();
    long[] shape = view.shape();
    double[] base = Tensor.arange(view.storage().size()).to(DType.FLOAT64).toDoubleArray();
    int at = 0;
    for (long i = 0; i < shape[0]; i++) {
      for (long j = 0; j < shape[1]; j++) {
        for (long k = 0; k < shape[2]; k++) {
          long place = i * view.strides()[0] + j * view.strides()[1] + k * view.strides()[2];
          assertEquals(base[(int) (place + view.storageOffset())], elements[at++]);
        }
      }
    }
  }
}
