package dev.adjoint.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import org.junit.jupiter.api.Test;

class NestedArraysTest {

  @Test
  void arraysOfAnyRankComeBackAsTheyWere() {
    double[][][][] nested = {{{{1, 2}, {3, 4}, {5, 6}}}, {{{7, 8}, {9, 10}, {11, 12}}}};
    Tensor tensor = Tensor.fromArray(nested);
    assertEquals(DType.FLOAT64, tensor.dtype());
    assertArrayEquals(new long[] {2, 1, 3, 2}, tensor.shape());
    assertArrayEquals(nested, (double[][][][]) tensor.toArray());
    boolean[][] truth = {{true, false}};
    assertArrayEquals(truth, (boolean[][]) Tensor.fromArray(truth).toArray());
    assertArrayEquals(new int[0][], (int[][]) Tensor.fromArray(new int[0][]).toArray());
  }

  @Test
  void scalarsAreBoxedAndBytesWidened() {
    assertEquals(7L, Tensor.tensor(7L).toArray());
    Tensor bytes = Tensor.tensor(new long[] {200}, DType.UINT8);
    assertArrayEquals(new short[] {200}, (short[]) bytes.toArray());
  }

  @Test
  void raggedArraysAndOtherThingsAreRefused() {
    int[][] ragged = {{1, 2}, {3}};
    var error = assertThrows(IllegalArgumentException.class, () -> Tensor.fromArray(ragged));
    assertEquals("expected sequence of length 2 at dim 1 (got 1)", error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Tensor.fromArray(new String[] {"1"}));
    assertThrows(IllegalArgumentException.class, () -> Tensor.fromArray(1));
  }

  @Test
  void iterationGivesSlices() {
    double sum = 0;
    for (Tensor row : Tensor.ones(3, 2)) {
      sum += row.sum().item();
    }
    assertEquals(6, sum);
    assertThrows(IllegalArgumentException.class, () -> Tensor.tensor(1.0).iterator());
  }

  @Test
  void equalityIsIdentity() {
    Tensor one = Tensor.ones(1);
    assertNotEquals(one, Tensor.ones(1));
    assertEquals(System.identityHashCode(one), one.hashCode());
  }

  @Test
  void comparisonsAreWrittenInTheTypeOfTheTensor() {
    Tensor x = Tensor.arange(3.0);
    x.gt_(1);
    assertEquals(DType.FLOAT32, x.dtype());
    assertArrayEquals(new double[] {0, 0, 1}, x.toDoubleArray());
    assertArrayEquals(
        new double[] {1, 1, 4},
        x.apply_(v -> v + 1).map_(x.clone(), (a, b) -> a * b).toDoubleArray());
  }
}
