package dev.adjoint.derivatives;

import dev.adjoint.DType;
import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import java.util.Arrays;

/** Derivatives of reductions: the gradient stretched over what was reduced. */
public final class ReductionDerivatives {
  private ReductionDerivatives() {}

  /** Of the sum of all elements: the gradient everywhere. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sum",
      parameters = {},
      wrt = "self")
  public static Tensor sumSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.expand(self.shape());
  }

  /** Of sums over dimensions: the gradient stretched over them. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sum",
      parameters = {int[].class},
      wrt = "self")
  public static Tensor sumSelf(Tensor gradOutput, Tensor self, int[] dim) {
    return sumSelf(gradOutput, self, dim, false);
  }

  /** Of sums over a dimension: the gradient stretched over it. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sum",
      parameters = {int.class, boolean.class},
      wrt = "self")
  public static Tensor sumSelf(Tensor gradOutput, Tensor self, int dim, boolean keepdim) {
    return sumSelf(gradOutput, self, new int[] {dim}, keepdim);
  }

  /** Of sums over dimensions: the gradient stretched over them. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sum",
      parameters = {int[].class, boolean.class},
      wrt = "self")
  public static Tensor sumSelf(Tensor gradOutput, Tensor self, int[] dim, boolean keepdim) {
    return kept(gradOutput, self, dim, keepdim).expand(self.shape());
  }

  /** Of a sum down to a smaller shape: the gradient stretched. */
  @DerivativeOf(
      type = Tensor.class,
      method = "sumToSize",
      parameters = {long[].class},
      wrt = "self")
  public static Tensor sumToSizeSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.expand(self.shape());
  }

  /** Of the mean of all elements: the gradient over their number. */
  @DerivativeOf(
      type = Tensor.class,
      method = "mean",
      parameters = {},
      wrt = "self")
  public static Tensor meanSelf(Tensor gradOutput, Tensor self) {
    return gradOutput.expand(self.shape()).div(self.numel());
  }

  /** Of means over dimensions: the gradient over the number of elements of each. */
  @DerivativeOf(
      type = Tensor.class,
      method = "mean",
      parameters = {int[].class},
      wrt = "self")
  public static Tensor meanSelf(Tensor gradOutput, Tensor self, int[] dim) {
    return meanSelf(gradOutput, self, dim, false);
  }

  /** Of means over a dimension: the gradient over its size. */
  @DerivativeOf(
      type = Tensor.class,
      method = "mean",
      parameters = {int.class, boolean.class},
      wrt = "self")
  public static Tensor meanSelf(Tensor gradOutput, Tensor self, int dim, boolean keepdim) {
    return meanSelf(gradOutput, self, new int[] {dim}, keepdim);
  }

  /** Of means over dimensions: the gradient over the number of elements of each. */
  @DerivativeOf(
      type = Tensor.class,
      method = "mean",
      parameters = {int[].class, boolean.class},
      wrt = "self")
  public static Tensor meanSelf(Tensor gradOutput, Tensor self, int[] dim, boolean keepdim) {
    Tensor stretched = sumSelf(gradOutput, self, dim, keepdim);
    return stretched.div(self.numel() / Math.max(1, gradOutput.numel()));
  }

  /** Of the Euclidean norm: {@code gradOutput * self / result}, 0 at 0. */
  @DerivativeOf(
      type = Tensor.class,
      method = "norm",
      parameters = {},
      wrt = "self")
  public static Tensor normSelf(Tensor gradOutput, Tensor self, Tensor result) {
    return normSelf(gradOutput, self, result, 2, new int[0], false);
  }

  /**
   * Of the p-norm of all elements; see {@link #normSelf(Tensor, Tensor, Tensor, double, int[],
   * boolean)}.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "norm",
      parameters = {double.class},
      wrt = "self")
  public static Tensor normSelf(Tensor gradOutput, Tensor self, Tensor result, double p) {
    return normSelf(gradOutput, self, result, p, new int[0], false);
  }

  /**
   * Of the p-norm: {@code gradOutput * sign(self) * (|self| / result)^(p - 1)}, 0 at 0; for
   * infinite p shared evenly by the elements that attain it.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "norm",
      parameters = {double.class, int[].class, boolean.class},
      wrt = "self")
  public static Tensor normSelf(
      Tensor gradOutput, Tensor self, Tensor result, double p, int[] dim, boolean keepdim) {
    Tensor gradient = kept(gradOutput, self, dim, keepdim);
    Tensor norm = kept(result, self, dim, keepdim);
    if (p == 0) {
      return Tensor.zeros(self.dtype(), self.shape());
    }
    if (p == 1) {
      return self.sign().mul(gradient);
    }
    if (p == 2) {
      return unlessZero(norm, self.div(norm)).mul(gradient);
    }
    if (Double.isInfinite(p)) {
      Tensor nan = norm.isnan().logicalAnd(self.isnan());
      Tensor attained = self.abs().eq(norm).logicalOr(nan).to(self.dtype());
      return self.sign().mul(attained.div(attained.sum(dim, true))).mul(gradient);
    }
    Tensor slope = self.abs().pow(p - 1).mul(self.sign());
    if (p < 1) {
      return slope.maskedFill(self.eq(0), 0).mul(gradient).mul(norm.pow(1 - p));
    }
    return slope.mul(unlessZero(norm, gradient.div(norm.pow(p - 1))));
  }

  private static Tensor unlessZero(Tensor norm, Tensor value) {
    return Tensor.where(norm.eq(0), Tensor.zeros(value.dtype()), value);
  }

  /** Of the largest element: the gradient, shared evenly by all that attain it. */
  @DerivativeOf(
      type = Tensor.class,
      method = "max",
      parameters = {},
      wrt = "self")
  public static Tensor maxSelf(Tensor gradOutput, Tensor self, Tensor result) {
    return extremeSelf(gradOutput, self, result);
  }

  /** Of the smallest element: the gradient, shared evenly by all that attain it. */
  @DerivativeOf(
      type = Tensor.class,
      method = "min",
      parameters = {},
      wrt = "self")
  public static Tensor minSelf(Tensor gradOutput, Tensor self, Tensor result) {
    return extremeSelf(gradOutput, self, result);
  }

  /** Of an extreme element or the median: the gradient, shared evenly by all that attain it. */
  public static Tensor extremeSelf(Tensor gradOutput, Tensor self, Tensor result) {
    boolean isNan = Double.isNaN(result.item());
    Tensor attained = isNan ? self.ne(self) : self.eq(result);
    Tensor share = attained.to(DType.FLOAT64);
    return gradOutput.mul(share.div(share.sum()).to(gradOutput.dtype()));
  }

  /** Of elements picked along a dimension: the gradient at their places. */
  public static Tensor pickedSelf(
      Tensor gradOutput, Tensor self, int dim, Tensor indices, boolean keepdim) {
    if (self.dim() == 0) {
      return gradOutput;
    }
    Tensor gradient = keepdim ? gradOutput : gradOutput.unsqueeze(dim);
    return Tensor.zeros(gradOutput.dtype(), self.shape()).scatterAdd(dim, indices, gradient);
  }

  /** A reduced tensor with the reduced dimensions put back at size 1. */
  static Tensor kept(Tensor reduced, Tensor self, int[] dim, boolean keepdim) {
    if (keepdim || self.dim() == 0) {
      return reduced;
    }
    long[] shape = self.shape();
    if (dim.length == 0) {
      Arrays.fill(shape, 1);
    }
    for (int d : dim) {
      shape[d < 0 ? d + shape.length : d] = 1;
    }
    return reduced.reshape(shape);
  }
}
