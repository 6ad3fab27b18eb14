package dev.adjoint.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.adjoint.DType;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** An operand repeated on the fly gives what it gives once it was written out. */
class RepeatedOperandsTest {
  private static final long[][][] SHAPES = {
    {{3, 5}, {5}},
    {{7, 1500}, {1500}},
    {{4, 1030}, {4, 1}},
    {{2, 3, 70}, {3, 1}},
    {{2, 3, 8, 9}, {1, 3, 1, 1}},
    {{2, 3, 40, 50}, {3, 1, 1}},
    {{600, 2}, {2}},
    {{5, 4}, {5, 1}},
    {{2, 1, 3}, {2, 4, 3}},
    {{6, 100}, {1, 1}},
    {{0, 4}, {4}},
    {{3, 513}, {513}},
    {{1, 1}, {1, 70}}
  };

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64"},
      mode = Mode.INCLUDE)
  void repeatedIsExpanded(DType dtype) {
    for (long[][] shapes : SHAPES) {
      Tensor x = Tensor.rand(new Generator(1), dtype, shapes[0]);
      Tensor y = Tensor.rand(new Generator(2), dtype, shapes[1]).add(0.5);
      check(x, y);
      check(x.transpose(0, -1), y.flatten().narrow(0, 0, 1));
    }
  }

  private static void check(Tensor x, Tensor y) {
    Tensor[] written = Tensor.broadcastTensors(x, y);
    Tensor first = written[0].clone().contiguous();
    Tensor second = written[1].clone().contiguous();
    same(first.sub(second), x.sub(y));
    same(second.div(first), y.div(x));
    same(first.maximum(second), x.maximum(y));
  }

  private static void same(Tensor expected, Tensor actual) {
    assertArrayEquals(expected.shape(), actual.shape());
    assertArrayEquals(expected.toDoubleArray(), actual.toDoubleArray());
  }

  @Test
  void aRowOfTheWrittenTensorIsReadBeforeItIsWritten() {
    Tensor matrix = Tensor.arange(12).to(DType.FLOAT32).reshape(3, 4);
    Tensor expected = matrix.clone().add(matrix.select(0, 1).clone());
    matrix.add_(matrix.select(0, 1));
    same(expected, matrix);
  }

  @Test
  void aColumnOfTheWrittenTensorIsReadBeforeItIsWritten() {
    Tensor matrix = Tensor.arange(400).to(DType.FLOAT32).reshape(4, 100);
    Tensor column = matrix.narrow(1, 2, 1);
    Tensor expected = matrix.clone().mul(column.clone());
    matrix.mul_(column);
    same(expected, matrix);
  }
}
