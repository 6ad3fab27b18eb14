package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.StdMeanResult;
import dev.adjoint.Tensor;
import dev.adjoint.VarMeanResult;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.MomentDerivatives;

/** Variances and standard deviations over dimensions. */
public final class Moments {

  private Moments() {}

  /** The mean squared distance from the mean, with {@code correction} taken from the count. */
  public static Tensor var(Tensor self, int[] dim, double correction, boolean keepdim) {
    Tensor result = variance(self, dim, correction, keepdim).to(self.dtype());
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "VarBackward0",
                Reads.SELF,
                (g, s, r) -> MomentDerivatives.varSelf(g, s, dim, correction, keepdim),
                self)
            .record(result)
        : result;
  }

  /** The root of {@link #var}. */
  public static Tensor std(Tensor self, int[] dim, double correction, boolean keepdim) {
    Tensor result = variance(self, dim, correction, keepdim).sqrt().to(self.dtype());
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "StdBackward0",
                Reads.SELF_AND_RESULT,
                (g, s, r) -> MomentDerivatives.stdSelf(g, s, r, dim, correction, keepdim),
                self)
            .record(result)
        : result;
  }

  /** Variances and means as one node. */
  public static VarMeanResult varMean(Tensor self, int[] dim, double correction, boolean keepdim) {
    Tensor variance = var(Conversions.detach(self), dim, correction, keepdim);
    Tensor mean = Reductions.mean(Conversions.detach(self), dim, keepdim);
    new SeveralResults(
            "VarMeanBackward0",
            (g, saved, input) ->
                MomentDerivatives.varMeanSelf(g, saved[0], dim, correction, keepdim),
            self)
        .record(new Tensor[] {variance, mean}, self);
    return new VarMeanResult(variance, mean);
  }

  /** Standard deviations and means as one node. */
  public static StdMeanResult stdMean(Tensor self, int[] dim, double correction, boolean keepdim) {
    Tensor deviation = std(Conversions.detach(self), dim, correction, keepdim);
    Tensor mean = Reductions.mean(Conversions.detach(self), dim, keepdim);
    new SeveralResults(
            "StdMeanBackward0",
            (g, saved, input) -> MomentDerivatives.stdMeanSelf(g, saved, dim, correction, keepdim),
            self)
        .record(new Tensor[] {deviation, mean}, self, deviation);
    return new StdMeanResult(deviation, mean);
  }

  private static Tensor variance(Tensor self, int[] dim, double correction, boolean keepdim) {
    if (!self.dtype().isFloatingPoint()) {
      throw new IllegalArgumentException(
          "std and var only support floating point and complex dtypes");
    }
    try (var _ = GradMode.set(false)) {
      Tensor values = self.to(DType.FLOAT64);
      Tensor squares = values.sub(values.mean(dim, true)).square().sum(dim, keepdim);
      double count = Dims.of(self.layout(), dim).columns() - correction;
      return squares.div(Math.max(0, count));
    }
  }
}
