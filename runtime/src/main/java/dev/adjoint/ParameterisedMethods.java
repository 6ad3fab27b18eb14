package dev.adjoint;

import dev.adjoint.ops.Parameterised;

/** Elementwise functions with a parameter. */
public sealed interface ParameterisedMethods permits Tensor {

  private Tensor self() {
    return (Tensor) this;
  }

  /**
   * A derivative of {@code digamma}. Derivative: the next one.
   *
   * @param n the order, at least 0
   * @return a new tensor
   */
  default Tensor polygamma(int n) {
    return Parameterised.polygamma(self(), n);
  }

  /**
   * As {@link #polygamma}, in place.
   *
   * @param n the order, at least 0
   * @return this tensor
   */
  default Tensor polygamma_(int n) {
    return Parameterised.polygammaInPlace(self(), n);
  }

  /**
   * The logarithm of the multivariate gamma function. Derivative: a sum of {@code digamma}.
   *
   * @param p the dimension, at least 1
   * @return a new tensor
   */
  default Tensor mvlgamma(int p) {
    return Parameterised.mvlgamma(self(), p);
  }

  /**
   * As {@link #mvlgamma}, in place.
   *
   * @param p the dimension, at least 1
   * @return this tensor
   */
  default Tensor mvlgamma_(int p) {
    return Parameterised.mvlgammaInPlace(self(), p);
  }

  /**
   * The logarithm of the odds {@code x / (1 - x)}. Derivative: {@code gradOutput / (self * (1 -
   * self))}, 0 where a bound holds.
   *
   * @param eps bounds the element away from 0 and 1; NaN for no bound
   * @return a new tensor
   */
  default Tensor logit(double eps) {
    return Parameterised.logit(self(), eps);
  }

  /**
   * As {@link #logit}, in place.
   *
   * @param eps bounds the element away from 0 and 1; NaN for no bound
   * @return this tensor
   */
  default Tensor logit_(double eps) {
    return Parameterised.logitInPlace(self(), eps);
  }

  /**
   * Rounded to decimal digits, halves to even. Derivative: zero.
   *
   * @param decimals digits behind the point; negative ones before it
   * @return a new tensor
   */
  default Tensor round(int decimals) {
    return Parameterised.round(self(), decimals);
  }

  /**
   * As {@link #round}, in place.
   *
   * @param decimals digits behind the point; negative ones before it
   * @return this tensor
   */
  default Tensor round_(int decimals) {
    return Parameterised.roundInPlace(self(), decimals);
  }

  /**
   * NaN and the infinities replaced by numbers. Derivative: {@code gradOutput} where the element is
   * a number.
   *
   * @param nan for NaN
   * @param posinf for positive infinity
   * @param neginf for negative infinity
   * @return a new tensor
   */
  default Tensor nanToNum(double nan, double posinf, double neginf) {
    return Parameterised.nanToNum(self(), nan, posinf, neginf);
  }

  /**
   * As {@link #nanToNum}, in place.
   *
   * @param nan for NaN
   * @param posinf for positive infinity
   * @param neginf for negative infinity
   * @return this tensor
   */
  default Tensor nanToNum_(double nan, double posinf, double neginf) {
    return Parameterised.nanToNumInPlace(self(), nan, posinf, neginf);
  }
}
