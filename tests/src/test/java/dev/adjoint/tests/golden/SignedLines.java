package dev.adjoint.tests.golden;

import dev.adjoint.Tensor;

/**
 * The rows or columns of a batch of matrices, each of which has a sign of its own.
 *
 * @param matrices the matrices
 * @param byRow whether lines are rows, else columns
 * @param rows rows of one matrix
 * @param columns columns of one matrix
 */
record SignedLines(Tensor matrices, boolean byRow, int rows, int columns) {

  static SignedLines of(Tensor matrices, boolean byRow) {
    return new SignedLines(matrices, byRow, (int) matrices.size(-2), (int) matrices.size(-1));
  }

  private int perMatrix() {
    return byRow ? rows : columns;
  }

  private int line(int position) {
    int inMatrix = position % (rows * columns);
    int matrix = position / (rows * columns);
    return matrix * perMatrix() + (byRow ? inMatrix / columns : inMatrix % columns);
  }

  /**
   * One sign per line: 1 where it points as recorded, else -1.
   *
   * @param recorded the recorded matrices
   * @param shared signs that another output fixed already; used when there are as many
   */
  double[] signs(RecordedTensor recorded, double[] shared) {
    double[] values = GoldenTensors.doubles(matrices);
    double[] products = new double[values.length / (byRow ? columns : rows)];
    if (shared.length == products.length) {
      return shared;
    }
    for (int i = 0; i < values.length; i++) {
      products[line(i)] += values[i] * recorded.floating(i);
    }
    for (int line = 0; line < products.length; line++) {
      products[line] = products[line] < 0 ? -1 : 1;
    }
    return products;
  }

  /** The sign of each element's line, in the shape of the matrices. */
  Tensor asTensor(double[] signs) {
    double[] spread = new double[(int) matrices.numel()];
    for (int i = 0; i < spread.length; i++) {
      spread[i] = signs[line(i)];
    }
    return GoldenTensors.like(matrices, spread);
  }
}
