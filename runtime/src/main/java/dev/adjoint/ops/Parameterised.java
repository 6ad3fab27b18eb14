package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.derivatives.ParameterisedDerivatives;
import dev.adjoint.kernels.GammaFunctions;

/** Elementwise functions with a parameter. */
public final class Parameterised {

  private Parameterised() {}

  /** A derivative of digamma. */
  public static Tensor polygamma(Tensor self, int n) {
    return Mapped.real(gamma(n), self);
  }

  /** A derivative of digamma, in place. */
  public static Tensor polygammaInPlace(Tensor self, int n) {
    return Mapped.realInPlace(gamma(n).inPlace(), self);
  }

  private static MappedRule gamma(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("polygamma(n, x) does not support negative n.");
    }
    return new MappedRule(
        "PolygammaBackward0",
        x -> GammaFunctions.polygamma(n, x),
        Reads.SELF,
        (g, s, r) -> ParameterisedDerivatives.polygammaSelf(g, s, n));
  }

  /** The logarithm of the multivariate gamma function of dimension {@code p}. */
  public static Tensor mvlgamma(Tensor self, int p) {
    return Mapped.real(multivariate(p), self);
  }

  /** The logarithm of the multivariate gamma function, in place. */
  public static Tensor mvlgammaInPlace(Tensor self, int p) {
    return Mapped.realInPlace(multivariate(p), self);
  }

  private static MappedRule multivariate(int p) {
    if (p < 1) {
      throw new IllegalArgumentException("p has to be greater than or equal to 1");
    }
    return new MappedRule(
        "MvlgammaBackward0",
        x -> GammaFunctions.multivariateLogGamma(p, x),
        Reads.SELF,
        (g, s, r) -> ParameterisedDerivatives.mvlgammaSelf(g, s, p));
  }

  /** {@code log(x / (1 - x))} with x kept between {@code eps} and {@code 1 - eps}; NaN for none. */
  public static Tensor logit(Tensor self, double eps) {
    return Mapped.real(logOdds(eps), self);
  }

  /** As {@link #logit}, in place. */
  public static Tensor logitInPlace(Tensor self, double eps) {
    return Mapped.realInPlace(logOdds(eps), self);
  }

  private static MappedRule logOdds(double eps) {
    return new MappedRule(
        "LogitBackward0",
        x -> logOdds(Double.isNaN(eps) || Double.isNaN(x) ? x : Math.clamp(x, eps, 1 - eps), 1),
        Reads.SELF,
        (g, s, r) -> ParameterisedDerivatives.logitSelf(g, s, eps));
  }

  private static double logOdds(double x, double whole) {
    return Math.log(x / (whole - x));
  }

  /** Elements rounded to a number of decimal digits, halves to even. */
  public static Tensor round(Tensor self, int decimals) {
    return Mapped.kept(decimal(decimals, self.dtype()), self);
  }

  /** As {@link #round}, in place. */
  public static Tensor roundInPlace(Tensor self, int decimals) {
    return Mapped.keptInPlace(decimal(decimals, self.dtype()), self);
  }

  private static MappedRule decimal(int decimals, DType dtype) {
    double scale = Math.pow(10, Math.abs(decimals));
    boolean single = dtype == DType.FLOAT32;
    return new MappedRule(
        "RoundBackward1",
        x ->
            single ? roundedFloat((float) x, decimals, (float) scale) : rounded(x, decimals, scale),
        Reads.NOTHING,
        (g, s, r) -> g.mul(0));
  }

  private static double rounded(double x, int decimals, double scale) {
    return decimals < 0 ? Math.rint(x / scale) * scale : Math.rint(x * scale) / scale;
  }

  private static double roundedFloat(float x, int decimals, float scale) {
    return decimals < 0
        ? (float) Math.rint(x / scale) * scale
        : (float) Math.rint(x * scale) / scale;
  }

  /** Elements with NaN and the infinities replaced. */
  public static Tensor nanToNum(Tensor self, double nan, double posinf, double neginf) {
    return Mapped.kept(finite(nan, posinf, neginf), self);
  }

  /** As {@link #nanToNum}, in place. */
  public static Tensor nanToNumInPlace(Tensor self, double nan, double posinf, double neginf) {
    return Mapped.keptInPlace(finite(nan, posinf, neginf), self);
  }

  private static MappedRule finite(double nan, double posinf, double neginf) {
    return new MappedRule(
        "NanToNumBackward0",
        x -> Double.isNaN(x) ? nan : Double.isInfinite(x) ? (x > 0 ? posinf : neginf) : x,
        Reads.SELF,
        (g, s, r) -> ParameterisedDerivatives.nanToNumSelf(g, s));
  }

  /** The largest finite number of a type. */
  public static double largest(DType dtype) {
    return dtype == DType.FLOAT32 ? Float.MAX_VALUE : Double.MAX_VALUE;
  }
}
