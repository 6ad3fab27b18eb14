package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Derivatives of variances and standard deviations. */
public final class MomentDerivatives {

  private MomentDerivatives() {}

  /** Of {@code var}: {@code gradOutput * 2 (self - mean) / (n - correction)}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "var",
      parameters = {int[].class, double.class, boolean.class},
      wrt = "self")
  public static Tensor varSelf(
      Tensor gradOutput, Tensor self, int[] dim, double correction, boolean keepdim) {
    Tensor gradient = ReductionDerivatives.kept(gradOutput, self, dim, keepdim);
    double count = self.numel() / (double) Math.max(1, gradient.numel()) - correction;
    if (count == 0) {
      return gradient.mul(Double.NaN).expand(self.shape());
    }
    return gradient.mul(2 / count).mul(self.sub(self.mean(dim, true)));
  }

  /** Of {@code std}: that of the variance over twice the result, 0 where that is 0. */
  @DerivativeOf(
      type = Tensor.class,
      method = "std",
      parameters = {int[].class, double.class, boolean.class},
      wrt = "self")
  public static Tensor stdSelf(
      Tensor gradOutput,
      Tensor self,
      Tensor result,
      int[] dim,
      double correction,
      boolean keepdim) {
    Tensor variance = gradOutput.div(result.mul(2)).maskedFill(result.eq(0), 0);
    return varSelf(variance, self, dim, correction, keepdim);
  }

  /** Of the variance of all elements. */
  @DerivativeOf(
      type = Tensor.class,
      method = "var",
      parameters = {},
      wrt = "self")
  public static Tensor varSelf(Tensor gradOutput, Tensor self) {
    return varSelf(gradOutput, self, new int[0], 1, false);
  }

  /** Of the standard deviation of all elements. */
  @DerivativeOf(
      type = Tensor.class,
      method = "std",
      parameters = {},
      wrt = "self")
  public static Tensor stdSelf(Tensor gradOutput, Tensor self, Tensor result) {
    return stdSelf(gradOutput, self, result, new int[0], 1, false);
  }

  /** Of variances and means together: the sum of both gradients. */
  public static Tensor varMeanSelf(
      @Nullable Tensor[] gradOutputs, Tensor self, int[] dim, double correction, boolean keepdim) {
    Tensor ofVariance =
        gradOutputs[0] == null ? null : varSelf(gradOutputs[0], self, dim, correction, keepdim);
    return summed(ofVariance, gradOutputs[1], self, dim, keepdim);
  }

  /** Of standard deviations and means together: the sum of both gradients. */
  public static Tensor stdMeanSelf(
      @Nullable Tensor[] gradOutputs,
      Tensor[] saved,
      int[] dim,
      double correction,
      boolean keepdim) {
    Tensor ofDeviation =
        gradOutputs[0] == null
            ? null
            : stdSelf(gradOutputs[0], saved[0], saved[1], dim, correction, keepdim);
    return summed(ofDeviation, gradOutputs[1], saved[0], dim, keepdim);
  }

  private static Tensor summed(
      @Nullable Tensor first, @Nullable Tensor gradMean, Tensor self, int[] dim, boolean keepdim) {
    Tensor ofMean =
        gradMean == null ? null : ReductionDerivatives.meanSelf(gradMean, self, dim, keepdim);
    if (first == null || ofMean == null) {
      return first == null ? Objects.requireNonNull(ofMean) : first;
    }
    return first.add(ofMean);
  }
}
