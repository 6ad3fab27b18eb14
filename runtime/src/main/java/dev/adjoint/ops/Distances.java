package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.DistanceDerivatives;
import dev.adjoint.kernels.PairDistances;
import dev.adjoint.ops.Formula.Saves;

/** Distances between vectors. */
public final class Distances {
  private Distances() {}

  /** The distance of every row of the one to every row of the other. */
  public static Tensor cdist(Tensor x1, Tensor x2, double p) {
    requireRows("X1", x1);
    requireRows("X2", x2);
    if (x1.size(-1) != x2.size(-1)) {
      throw new IllegalArgumentException(
          "X1 and X2 must have the same number of columns. X1: %d X2: %d"
              .formatted(x1.size(-1), x2.size(-1)));
    }
    requireNorm("cdist", p);
    if (x1.dtype() != x2.dtype()) {
      throw new IllegalArgumentException(
          "expected scalar type %s but found %s".formatted(x1.dtype().title(), x2.dtype().title()));
    }
    return new Formula(
            "CdistBackward0",
            Saves.ALL,
            in -> distances(in[0], in[1], p),
            (g, saved, input) ->
                input == 0
                    ? DistanceDerivatives.cdistX1(g[0], saved[0], saved[1], p, saved[2])
                    : DistanceDerivatives.cdistX2(g[0], saved[0], saved[1], p, saved[2]))
        .apply(x1, x2);
  }

  /** The p-norm of the difference. */
  public static Tensor dist(Tensor self, Tensor other, double p) {
    return new Formula(
            "DistBackward0",
            Saves.ALL,
            in -> in[0].sub(in[1]).norm(p),
            (g, saved, input) ->
                g[0] == null
                    ? null
                    : input == 0
                        ? DistanceDerivatives.distSelf(g[0], saved[0], saved[1], saved[2], p)
                        : DistanceDerivatives.distOther(g[0], saved[0], saved[1], saved[2], p))
        .apply(self, other);
  }

  private static void requireRows(String name, Tensor x) {
    if (!x.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "cdist only supports floating-point dtypes, %s got: %s"
              .formatted(name, x.dtype().title()));
    }
    if (x.dim() < 2) {
      throw new IllegalArgumentException(
          "cdist only supports at least 2D tensors, %s got: %dD".formatted(name, x.dim()));
    }
  }

  private static void requireNorm(String name, double p) {
    if (!(p >= 0)) {
      throw new IllegalArgumentException(name + " only supports non-negative p values");
    }
  }

  private static Tensor distances(Tensor x1, Tensor x2, double p) {
    int[] common = MatrixBatch.commonBatch(x1, x2);
    MatrixBatch a = MatrixBatch.copyOf(x1, common);
    MatrixBatch b = MatrixBatch.copyOf(x2, common);
    if (a.columns() == 0) {
      return a.tensor(
          new double[Limits.elements("the distances", (long) a.count() * a.rows(), b.rows())],
          a.rows(),
          b.rows());
    }
    double[] found = PairDistances.all(a.values(), a.rows(), b.values(), b.rows(), a.columns(), p);
    return a.tensor(found, a.rows(), b.rows());
  }

  /** The distances of all pairs of rows, each pair once. */
  public static Tensor pdist(Tensor input, double p) {
    if (input.dim() != 2) {
      throw new IllegalArgumentException(
          "pdist only supports 2D tensors, got: " + input.dim() + "D");
    }
    if (!input.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException("pdist only supports floating-point dtypes");
    }
    requireNorm("pdist", p);
    Tensor places = pairs((int) input.size(0));
    return new Formula(
            "PdistBackward0",
            Saves.ALL,
            in -> distances(in[0], in[0], p).flatten().take(places),
            (g, saved, operand) -> DistanceDerivatives.pdistInput(g[0], saved[0], p))
        .apply(input);
  }

  /** The places above the diagonal of an {@code n x n} matrix, row by row. */
  public static Tensor pairs(int n) {
    long[] places = new long[Limits.elements("the pairs", 1, n * (n - 1L) / 2)];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        places[next++] = (long) i * n + j;
      }
    }
    return Tensor.tensor(places).to(DType.INT64);
  }
}
