package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.MultiplicationDerivatives;
import dev.adjoint.ops.Formula.Saves;

/** Products of all elements, or along a dimension; integers multiply in {@code int64}. */
public final class Multiplications {

  private static final Formula ALL =
      new Formula(
          "ProdBackward0",
          Saves.ALL,
          in -> values(in[0].reshape(-1), 0, false),
          (g, saved, input) -> MultiplicationDerivatives.prodSelf(g[0], saved[0], saved[1]));

  private Multiplications() {}

  /** The product of all elements. */
  public static Tensor prod(Tensor self) {
    return ALL.apply(self);
  }

  /** Products along a dimension. */
  public static Tensor prod(Tensor self, int dim, boolean keepdim) {
    return new Formula(
            "ProdBackward1",
            Saves.ALL,
            in -> values(in[0], dim, keepdim),
            (g, saved, input) ->
                MultiplicationDerivatives.prodSelf(g[0], saved[0], saved[1], dim, keepdim))
        .apply(self);
  }

  private static Tensor values(Tensor self, int dim, boolean keepdim) {
    AlongDim lines = AlongDim.of(self, dim);
    int columns = lines.columns();
    // An empty dimension has a product in every row, too: that of nothing, which is 1.
    int rows = Dims.of(self.layout(), dim).rows();
    Tensor kept =
        self.dtype().isFloatingPoint()
            ? lines.tensor(products(lines.doubles(), columns, rows), self.dtype(), 1)
            : lines.tensor(products(lines.longs(), columns, rows), DType.INT64, 1);
    return keepdim || self.dim() == 0 ? kept : kept.squeeze(dim);
  }

  private static double[] products(double[] x, int columns, int rows) {
    double[] out = new double[rows];
    for (int row = 0; row < rows; row++) {
      out[row] = 1;
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        out[row] *= x[i];
      }
    }
    return out;
  }

  private static long[] products(long[] x, int columns, int rows) {
    long[] out = new long[rows];
    for (int row = 0; row < rows; row++) {
      out[row] = 1;
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        out[row] *= x[i];
      }
    }
    return out;
  }
}
