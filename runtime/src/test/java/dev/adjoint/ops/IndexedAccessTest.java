package dev.adjoint.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.DType;
import dev.adjoint.Index;
import dev.adjoint.Tensor;
import org.junit.jupiter.api.Test;

class IndexedAccessTest {

  private final Tensor matrix = Tensor.arange(6).view(2, 3);
  private final Tensor cube = Tensor.arange(24).view(2, 3, 4);

  private static void assertShape(Tensor actual, long... expected) {
    assertArrayEquals(expected, actual.shape());
  }

  private static void assertElements(Tensor actual, long... expected) {
    assertArrayEquals(expected, actual.toLongArray());
  }

  private static void assertRefused(String message, Tensor tensor, Index... index) {
    var error = assertThrows(RuntimeException.class, () -> tensor.get(index));
    assertEquals(message, error.getMessage());
  }

  @Test
  void positionsRangesAndNewAxesGiveViews() {
    Tensor view = cube.get(Index.at(-1), Index.newAxis(), Index.slice(1, null), Index.at(2));
    assertShape(view, 1, 2);
    assertElements(view, 18, 22);
    assertSame(cube.storage(), view.storage());
    assertElements(cube.get(Index.ellipsis(), Index.slice(-1, null)), 3, 7, 11, 15, 19, 23);
    assertElements(cube.get(1, 2, 3), 23);
  }

  @Test
  void tensorsOfIndicesGiveCopies() {
    Tensor copy = matrix.get(Index.of(1, 0), Index.of(-1, 0));
    assertElements(copy, 5, 0);
    assertNotSame(matrix.storage(), copy.storage());
    assertElements(matrix.get(Index.of(matrix.gt(3))), 4, 5);
  }

  @Test
  void indicesOfNeighbouringDimensionsStayInPlace() {
    assertShape(cube.get(Index.all(), Index.of(0, 1, 2), Index.of(3, 2, 1)), 2, 3);
    assertShape(cube.get(Index.of(0), Index.all(), Index.of(0, 1)), 2, 3);
    assertShape(cube.get(Index.at(0), Index.all(), Index.of(0, 1)), 3, 2);
    assertShape(cube.get(Index.of(0), Index.newAxis(), Index.of(0, 1)), 2, 1, 4);
    assertShape(
        cube.get(Index.all(), Index.of(Tensor.tensor(new long[][] {{0}, {2}}))), 2, 2, 1, 4);
  }

  @Test
  void scalarTensorsArePositionsOrMasks() {
    assertElements(matrix.get(Index.of(Tensor.tensor(1L))), 3, 4, 5);
    assertShape(matrix.get(Index.of(Tensor.tensor(true))), 1, 2, 3);
    assertShape(matrix.get(Index.of(Tensor.tensor(false))), 0, 2, 3);
  }

  @Test
  void badIndicesAreRefused() {
    assertRefused("index 5 is out of bounds for dimension 0 with size 2", matrix, Index.at(5));
    assertRefused(
        "index 5 is out of bounds for dimension 1 with size 3", matrix, Index.at(0), Index.at(5));
    assertRefused(
        "too many indices for tensor of dimension 1", Tensor.ones(2), Index.at(0), Index.all());
    assertRefused("step must be greater than zero", matrix, Index.slice(null, null, -1));
    assertRefused("slice step cannot be zero", matrix, Index.slice(null, null, 0));
    assertRefused("index 7 is out of bounds for dimension 0 with size 2", matrix, Index.of(7));
    assertRefused(
        "shape mismatch: indexing tensors could not be broadcast together with shapes [2], [3]",
        matrix,
        Index.of(0, 1),
        Index.of(0, 1, 2));
    assertRefused(
        "The shape of the mask [1] at index 0 does not match the shape of the indexed tensor"
            + " [2, 3] at index 0",
        matrix,
        Index.of(Tensor.tensor(new boolean[] {true})));
    assertRefused(
        "tensors used as indices must be long, int, byte or bool tensors",
        matrix,
        Index.of(Tensor.ones(1)));
  }

  @Test
  void valuesAreWrittenAtAnIndex() {
    Tensor x = Tensor.zeros(2, 3);
    x.set_(Index.at(0), 1);
    x.set_(new Index[] {Index.all(), Index.of(2, 0)}, Tensor.tensor(new double[] {5, 6}));
    x.set_(new Index[] {Index.at(1), Index.slice(1, 2)}, Tensor.tensor(new double[][] {{9}}));
    assertElements(x, 6, 1, 5, 6, 9, 5);
    x.set_(Index.of(x.gt(5)), 0);
    assertElements(x, 0, 1, 5, 0, 0, 5);
  }

  @Test
  void gradientsPassThroughWrittenElements() {
    Tensor x = Tensor.ones(DType.FLOAT64, 2, 3).requiresGrad_();
    Tensor value = Tensor.ones(DType.FLOAT64, 2).requiresGrad_();
    Tensor y = x.clone();
    y.set_(new Index[] {Index.at(1), Index.of(0, 2)}, value);
    y.mul(Tensor.arange(6).view(2, 3)).sum().backward();
    assertElements(x.grad(), 0, 1, 2, 0, 4, 0);
    assertElements(value.grad(), 3, 5);
  }

  @Test
  void elementsAreReadFromStridedTensors() {
    Tensor turned = matrix.t();
    assertElements(turned.get(Index.of(2, 1), Index.of(1, 0)), 5, 1);
    assertElements(
        turned.clone().put(Tensor.tensor(new long[] {1}), Tensor.tensor(new long[] {9}), false),
        0,
        9,
        1,
        4,
        2,
        5);
    turned.put_(Tensor.tensor(new long[] {1, 1}), Tensor.tensor(new long[] {9, 1}), true);
    assertElements(matrix, 0, 1, 2, 13, 4, 5);
  }
}
