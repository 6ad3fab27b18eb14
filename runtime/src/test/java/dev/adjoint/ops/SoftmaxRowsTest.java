package dev.adjoint.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.DType;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import org.junit.jupiter.api.Test;

/** Rows of float32 have a kernel of their own; float64 and other dimensions go step by step. */
class SoftmaxRowsTest {

  @Test
  void rowsAgreeWithStepsInDoublePrecision() {
    for (long[] shape : new long[][] {{1, 1}, {7, 3}, {300, 10}, {2, 5000}, {3, 4, 129}, {6}}) {
      Tensor x = Tensor.randn(new Generator(3), DType.FLOAT32, shape).mul(5);
      Tensor exact = x.to(DType.FLOAT64);
      same(exact.softmax(-1), x.softmax(-1));
      same(exact.logSoftmax(-1), x.logSoftmax(-1));
      same(exact.transpose(0, -1).softmax(-1), x.transpose(0, -1).softmax(-1));
    }
  }

  private static void same(Tensor expected, Tensor actual) {
    assertArrayEquals(expected.shape(), actual.shape());
    double scale = Math.max(1, expected.abs().max().item());
    assertArrayEquals(expected.toDoubleArray(), actual.toDoubleArray(), 1e-6 * scale);
  }

  @Test
  void largeElementsDoNotOverflow() {
    Tensor x = Tensor.fromArray(new float[] {1e30f, 0, 1e30f});
    assertArrayEquals(new float[] {0.5f, 0, 0.5f}, x.softmax(0).toFloatArray());
    float infinite = Float.POSITIVE_INFINITY;
    assertEquals(0, Tensor.fromArray(new float[] {1, -infinite}).softmax(0).toFloatArray()[1]);
  }

  @Test
  void whatIsNoNumberSpreadsOverItsRowOnly() {
    float[] values = {1, Float.NaN, 2, 3, 4, 5};
    float[] rows = Tensor.fromArray(values).reshape(2, 3).softmax(1).toFloatArray();
    assertTrue(Float.isNaN(rows[0]) && Float.isNaN(rows[2]));
    assertEquals(1, rows[3] + rows[4] + rows[5], 1e-6);
  }
}
