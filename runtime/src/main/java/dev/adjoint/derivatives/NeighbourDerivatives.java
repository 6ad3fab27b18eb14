package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;

/** Derivatives of floating-point numbers taken apart and put together. */
public final class NeighbourDerivatives {
  private NeighbourDerivatives() {}

  /** Of the next number: {@code gradOutput}, zero where both operands are equal. */
  @DerivativeOf(
      type = Tensor.class,
      method = "nextafter",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor nextafterSelf(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.mul(self.ne(other).to(gradOutput.dtype())), self);
  }

  /** Of the number stepped towards: zero. */
  @DerivativeOf(
      type = Tensor.class,
      method = "nextafter",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor nextafterOther(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.mul(0), other);
  }

  /** Of a number times a power of two: {@code gradOutput * 2^other}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "ldexp",
      parameters = {Tensor.class},
      wrt = "self")
  public static Tensor ldexpSelf(Tensor gradOutput, Tensor self, Tensor other) {
    return Operands.fit(gradOutput.mul(other.rpow(2.0)), self);
  }

  /** Of the exponent: {@code gradOutput * self * 2^other * log(2)}. */
  @DerivativeOf(
      type = Tensor.class,
      method = "ldexp",
      parameters = {Tensor.class},
      wrt = "other")
  public static Tensor ldexpOther(Tensor gradOutput, Tensor self, Tensor other) {
    Tensor slope = self.mul(other.rpow(2.0)).mul(Math.log(2));
    return Operands.fit(gradOutput.mul(slope), other);
  }

  /** Of the mantissa: {@code gradOutput / 2^exponent}. */
  public static Tensor frexpMantissa(Tensor gradOutput, Tensor exponent) {
    return gradOutput.div(exponent.to(gradOutput.dtype()).rpow(2.0));
  }

  /** Of slices scaled down to a norm: through the slice, and through its norm if it was above. */
  @DerivativeOf(
      type = Tensor.class,
      method = "renorm",
      parameters = {double.class, int.class, double.class},
      wrt = "self")
  public static Tensor renormSelf(
      Tensor gradOutput, Tensor self, double p, int dim, double maxnorm) {
    int[] others = others(self, dim);
    Tensor norm = self.norm(p, others, true);
    Tensor inverse = norm.add(RENORM_EPSILON).reciprocal();
    Tensor above = norm.gt(maxnorm);
    Tensor one = Tensor.ones(self.dtype());
    Tensor factor = Tensor.where(above, inverse.mul(maxnorm), one);
    Tensor ofFactor = gradOutput.mul(self).sum(others, true);
    Tensor ofNorm = ofFactor.mul(inverse.square()).mul(-maxnorm);
    Tensor kept = Tensor.where(above, ofNorm, Tensor.zeros(self.dtype()));
    Tensor through = ReductionDerivatives.normSelf(kept, self, norm, p, others, true);
    return Tensor.where(above, gradOutput.mul(factor).add(through), gradOutput);
  }

  /** Keeps the factor of {@code renorm} finite. */
  public static final double RENORM_EPSILON = 1e-7;

  /** The dimensions but one. */
  public static int[] others(Tensor self, int dim) {
    int own = dim < 0 ? dim + self.dim() : dim;
    return java.util.stream.IntStream.range(0, self.dim()).filter(d -> d != own).toArray();
  }
}
