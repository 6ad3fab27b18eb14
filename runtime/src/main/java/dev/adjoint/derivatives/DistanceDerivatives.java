package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.ops.Distances;

/** Derivatives of distances between vectors. */
public final class DistanceDerivatives {
  private DistanceDerivatives() {}

  /**
   * Of {@code cdist}, with d the differences: {@code gradOutput * sign(d) * (|d| / result)^(p-1)},
   * summed over the other rows. At zero distance the gradient is zero; of several largest
   * differences each counts for the infinite norm.
   */
  @DerivativeOf(
      type = Tensor.class,
      method = "cdist",
      parameters = {Tensor.class, Tensor.class, double.class},
      wrt = "x1")
  public static Tensor cdistX1(Tensor gradOutput, Tensor x1, Tensor x2, double p, Tensor result) {
    return Operands.fit(perElement(gradOutput, x1, x2, p, result).sum(-2, false), x1);
  }

  /** Of {@code cdist}: as for the first operand, with the other sign. */
  @DerivativeOf(
      type = Tensor.class,
      method = "cdist",
      parameters = {Tensor.class, Tensor.class, double.class},
      wrt = "x2")
  public static Tensor cdistX2(Tensor gradOutput, Tensor x1, Tensor x2, double p, Tensor result) {
    return Operands.fit(perElement(gradOutput, x1, x2, p, result).sum(-3, false).neg(), x2);
  }

  private static Tensor perElement(
      Tensor gradOutput, Tensor x1, Tensor x2, double p, Tensor result) {
    Tensor difference = x1.unsqueeze(-2).sub(x2.unsqueeze(-3));
    Tensor gradient = gradOutput.unsqueeze(-1);
    Tensor distance = result.unsqueeze(-1);
    if (p == 0) {
      return Tensor.zerosLike(difference);
    }
    if (p == 1) {
      return gradient.mul(difference.sign());
    }
    if (p == Double.POSITIVE_INFINITY) {
      Tensor largest = difference.abs().eq(distance).to(gradOutput.dtype());
      return gradient.mul(difference.sign()).mul(largest);
    }
    Tensor none = distance.eq(0);
    Tensor safe = distance.maskedFill(none, 1);
    if (p == 2) {
      return gradient.mul(difference).div(safe).maskedFill(none, 0);
    }
    Tensor zero = difference.eq(0);
    Tensor magnitude = difference.abs().maskedFill(zero, 1).pow(p - 1);
    Tensor whole = gradient.mul(difference.sign()).mul(magnitude).div(safe.pow(p - 1));
    return whole.maskedFill(zero.logicalOr(none), 0);
  }

  /** Of {@code pdist}: as of {@code cdist} of the rows with themselves. */
  @DerivativeOf(
      type = Functional.class,
      method = "pdist",
      parameters = {Tensor.class, double.class},
      wrt = "input")
  public static Tensor pdistInput(Tensor gradOutput, Tensor input, double p) {
    long n = input.size(0);
    Tensor zeros = Tensor.zeros(gradOutput.dtype(), n * n);
    Tensor all = zeros.scatterAdd(0, Distances.pairs((int) n), gradOutput).reshape(n, n);
    Tensor distances = Tensor.cdist(input, input, p);
    return cdistX1(all, input, input, p, distances).add(cdistX2(all, input, input, p, distances));
  }

  /** Of {@code dist}: that of the norm of the difference. */
  @DerivativeOf(type = Tensor.class, method = "dist", wrt = "self")
  public static Tensor distSelf(
      Tensor gradOutput, Tensor self, Tensor other, Tensor result, double p) {
    Tensor slope = ReductionDerivatives.normSelf(gradOutput, self.sub(other), result, p);
    return Operands.fit(slope, self);
  }

  /** Of {@code dist}: minus that of the norm of the difference. */
  @DerivativeOf(type = Tensor.class, method = "dist", wrt = "other")
  public static Tensor distOther(
      Tensor gradOutput, Tensor self, Tensor other, Tensor result, double p) {
    Tensor slope = ReductionDerivatives.normSelf(gradOutput, self.sub(other), result, p);
    return Operands.fit(slope.neg(), other);
  }
}
