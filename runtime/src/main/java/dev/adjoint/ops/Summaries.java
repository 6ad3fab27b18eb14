package dev.adjoint.ops;

import dev.adjoint.AminmaxResult;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.SummaryDerivatives;
import dev.adjoint.ops.Formula.Saves;

/** Extremes, truth values and counts over dimensions, and sums that leave NaN out. */
public final class Summaries {

  private Summaries() {}

  /** The largest elements. */
  public static Tensor amax(Tensor self, int[] dim, boolean keepdim) {
    requireElements("amax", self, dim);
    return extreme("AmaxBackward0", dim, keepdim, true).apply(self);
  }

  /** The smallest elements. */
  public static Tensor amin(Tensor self, int[] dim, boolean keepdim) {
    requireElements("amin", self, dim);
    return extreme("AminBackward0", dim, keepdim, false).apply(self);
  }

  /** The smallest and the largest elements, as one node. */
  public static AminmaxResult aminmax(Tensor self, int[] dim, boolean keepdim) {
    Tensor detached = Conversions.detach(self);
    if (self.numel() == 0 && dim.length == 0) {
      throw new IllegalArgumentException(
          "aminmax(): cannot compute aminmax over an empty dimension as the operation has no"
              + " identity.");
    }
    requireElements("aminmax", self, dim);
    Tensor min = amin(detached, dim, keepdim);
    Tensor max = amax(detached, dim, keepdim);
    new SeveralResults(
            "AminmaxBackward0",
            (g, saved, input) -> SummaryDerivatives.aminmaxSelf(g, saved, dim, keepdim),
            self)
        .record(new Tensor[] {min, max}, self, min, max);
    return new AminmaxResult(min, max);
  }

  private static void requireElements(String name, Tensor self, int[] dim) {
    if (self.numel() == 0 && dim.length == 0) {
      throw new IllegalArgumentException(
          name
              + "(): Expected reduction dim to be specified for input.numel() == 0. Specify the"
              + " reduction dim with the 'dim' argument.");
    }
    for (int d : dim) {
      if (self.dim() > 0 && self.size(d) == 0) {
        throw new IndexOutOfBoundsException(
            name + "(): Expected reduction dim " + d + " to have non-zero size.");
      }
    }
  }

  private static Formula extreme(String name, int[] dim, boolean keepdim, boolean largest) {
    return new Formula(
        name,
        Saves.ALL,
        in -> Extrema.reduced(in[0], Dims.of(in[0].layout(), dim), keepdim, largest),
        (g, saved, input) ->
            SummaryDerivatives.extremeSelf(g[0], saved[0], saved[1], dim, keepdim));
  }

  /** Sums of the numbers. */
  public static Tensor nansum(Tensor self, int[] dim, boolean keepdim) {
    return new Formula(
            "NansumBackward0",
            Saves.OPERANDS,
            in -> in[0].maskedFill(in[0].isnan(), 0).sum(dim, keepdim),
            (g, saved, input) -> SummaryDerivatives.nansumSelf(g[0], saved[0], dim, keepdim))
        .apply(self);
  }

  /** Means of the numbers. */
  public static Tensor nanmean(Tensor self, int[] dim, boolean keepdim) {
    Tensor count = self.isnan().logicalNot().sum(dim, keepdim);
    return nansum(self, dim, keepdim).div(count);
  }

  /** Whether no element is zero. */
  public static Tensor all(Tensor self, int[] dim, boolean keepdim) {
    Tensor none = Comparisons.logicalNot(any(Comparisons.logicalNot(self), dim, keepdim));
    return none.to(truthType(self));
  }

  /** Whether some element is not zero. */
  public static Tensor any(Tensor self, int[] dim, boolean keepdim) {
    Tensor truth = Conversions.detach(self).ne(0);
    return truth.sum(dim, keepdim).gt(0).to(truthType(self));
  }

  // Bytes were truth values before there were booleans, and still answer in kind.
  private static DType truthType(Tensor self) {
    return self.dtype() == DType.UINT8 ? DType.UINT8 : DType.BOOL;
  }

  /** The number of elements that are not zero. */
  public static Tensor countNonzero(Tensor self, int[] dim) {
    return Conversions.detach(self).ne(0).sum(dim, false);
  }
}
