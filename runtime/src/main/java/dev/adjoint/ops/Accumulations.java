package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.MaxResult;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavedTensor;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.AccumulationDerivatives;
import dev.adjoint.derivatives.ReductionDerivatives;
import dev.adjoint.kernels.Scans;
import dev.adjoint.ops.Formula.Saves;

/** Running sums, products and extremes along a dimension; integers add up in {@code int64}. */
public final class Accumulations {

  private Accumulations() {}

  /** Running sums. */
  public static Tensor cumsum(Tensor self, int dim) {
    return sums(dim).apply(self);
  }

  /** Running sums, in place. */
  public static Tensor cumsumInPlace(Tensor self, int dim) {
    return sums(dim).applyInPlace(self);
  }

  private static Formula sums(int dim) {
    return new Formula(
        "CumsumBackward0",
        Saves.NOTHING,
        in -> sumValues(in[0], dim),
        (g, saved, input) -> AccumulationDerivatives.cumsumSelf(g[0], dim));
  }

  private static Tensor sumValues(Tensor self, int dim) {
    AlongDim lines = AlongDim.of(self, dim);
    return self.dtype().isFloatingPoint()
        ? lines.tensor(Scans.sum(lines.doubles(), lines.columns()), self.dtype())
        : lines.tensor(Scans.sum(lines.longs(), lines.columns()), DType.INT64);
  }

  /** Running products. */
  public static Tensor cumprod(Tensor self, int dim) {
    return products(dim).apply(self);
  }

  /** Running products, in place. */
  public static Tensor cumprodInPlace(Tensor self, int dim) {
    return products(dim).applyInPlace(self);
  }

  private static Formula products(int dim) {
    return new Formula(
        "CumprodBackward0",
        Saves.ALL,
        in -> productValues(in[0], dim),
        (g, saved, input) -> AccumulationDerivatives.cumprodSelf(g[0], saved[0], saved[1], dim));
  }

  private static Tensor productValues(Tensor self, int dim) {
    AlongDim lines = AlongDim.of(self, dim);
    return self.dtype().isFloatingPoint()
        ? lines.tensor(Scans.product(lines.doubles(), lines.columns()), self.dtype())
        : lines.tensor(Scans.product(lines.longs(), lines.columns()), DType.INT64);
  }

  /** Running logarithms of sums of exponentials. */
  public static Tensor logcumsumexp(Tensor self, int dim) {
    return new Formula(
            "LogcumsumexpBackward0",
            Saves.ALL,
            in -> exponentialSums(in[0], dim),
            (g, saved, input) ->
                AccumulationDerivatives.logcumsumexpSelf(g[0], saved[0], saved[1], dim))
        .apply(self);
  }

  private static Tensor exponentialSums(Tensor self, int dim) {
    AlongDim lines = AlongDim.of(self, dim);
    double[] values = Scans.logSumExp(lines.doubles(), lines.columns());
    return lines.tensor(values, Promotion.floating(self.dtype()));
  }

  /** Running extremes, and the last place of each. */
  public static MaxResult extreme(Tensor self, int dim, boolean largest) {
    AlongDim lines = AlongDim.of(self, dim);
    long[] places =
        Scans.extreme(lines.keys(), lines.columns(), largest, self.dtype().isFloatingPoint());
    Tensor indices = lines.tensor(places, DType.INT64);
    Tensor bare = lines.self();
    Tensor values = self.dim() == 0 ? bare.clone() : bare.gather(dim, indices);
    if (!Recording.isNeeded(self)) {
      return new MaxResult(values, indices);
    }
    SavedTensor kept = SavedTensor.of(indices);
    UnaryNode node =
        new UnaryNode(
            largest ? "CummaxBackward0" : "CumminBackward0",
            Reads.NOTHING,
            (g, s, r) -> ReductionDerivatives.pickedSelf(g, s, lines.dim(), kept.unpack(), true),
            self);
    return new MaxResult(node.record(values), indices);
  }
}
