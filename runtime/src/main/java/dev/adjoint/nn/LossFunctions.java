package dev.adjoint.nn;

import dev.adjoint.Tensor;
import dev.adjoint.ops.ElementLosses;

/** Loss functions written as formulas, whose derivatives are those of the formulas. */
abstract sealed class LossFunctions extends ActivationFunctions permits Functional {
  LossFunctions() {}

  private static Tensor reduced(Tensor losses, Reduction reduction) {
    return switch (reduction) {
      case NONE -> losses;
      case MEAN -> losses.mean();
      case SUM -> losses.sum();
    };
  }

  /**
   * Absolute differences.
   *
   * @param input the predictions
   * @param target what they should be
   * @param reduction what is done with the losses of the elements
   * @return one loss, or one per element
   */
  public static Tensor l1Loss(Tensor input, Tensor target, Reduction reduction) {
    return reduced(input.sub(target).abs(), reduction);
  }

  /**
   * Squared differences near zero, absolute ones beyond {@code beta}.
   *
   * @param input the predictions
   * @param target what they should be
   * @param reduction what is done with the losses of the elements
   * @param beta where the two meet
   * @return one loss, or one per element
   */
  public static Tensor smoothL1Loss(Tensor input, Tensor target, Reduction reduction, double beta) {
    return reduced(ElementLosses.smoothL1(input, target, beta), reduction);
  }

  /**
   * Squared differences near zero, absolute ones beyond {@code delta}.
   *
   * @param input the predictions
   * @param target what they should be
   * @param reduction what is done with the losses of the elements
   * @param delta where the two meet
   * @return one loss, or one per element
   */
  public static Tensor huberLoss(Tensor input, Tensor target, Reduction reduction, double delta) {
    return reduced(ElementLosses.huber(input, target, delta), reduction);
  }

  /**
   * Logistic losses of targets -1 and 1.
   *
   * @param input the predictions
   * @param target what they should be
   * @param reduction what is done with the losses of the elements
   * @return one loss, or one per element
   */
  public static Tensor softMarginLoss(Tensor input, Tensor target, Reduction reduction) {
    return reduced(target.neg().mul(input).exp().log1p(), reduction);
  }

  /**
   * Distances of similar pairs (1), margins missed by dissimilar ones (-1).
   *
   * @param input the predictions
   * @param target what they should be
   * @param reduction what is done with the losses of the elements
   * @param margin the wanted distance
   * @return one loss, or one per element
   */
  public static Tensor hingeEmbeddingLoss(
      Tensor input, Tensor target, Reduction reduction, double margin) {
    return reduced(ElementLosses.hingeEmbedding(input, target, margin), reduction);
  }

  /**
   * Pointwise relative entropies of a target and the logarithm of a distribution.
   *
   * @param input the predictions
   * @param target what they should be
   * @param reduction what is done with the losses of the elements
   * @param logTarget whether the target is a logarithm, too
   * @return one loss, or one per element
   */
  public static Tensor klDiv(Tensor input, Tensor target, Reduction reduction, boolean logTarget) {
    return reduced(ElementLosses.klDiv(input, target, logTarget), reduction);
  }

  /**
   * Negative log likelihoods of counts.
   *
   * @param input the predictions
   * @param target what they should be
   * @param reduction what is done with the losses of the elements
   * @param logInput whether the input is the logarithm of the rate
   * @param full whether to add an approximation of the constant term
   * @param eps added to rates before their logarithm
   * @return one loss, or one per element
   */
  public static Tensor poissonNllLoss(
      Tensor input,
      Tensor target,
      Reduction reduction,
      boolean logInput,
      boolean full,
      double eps) {
    return reduced(ElementLosses.poisson(input, target, logInput, full, eps), reduction);
  }

  /**
   * Margins by which a first input fails to rank above a second.
   *
   * @param first scores
   * @param second other scores
   * @param target 1 where the first should be larger, -1 where the second should
   * @param margin the wanted difference
   * @param reduction what is done with the losses of the elements
   * @return one loss, or one per element
   */
  public static Tensor marginRankingLoss(
      Tensor first, Tensor second, Tensor target, double margin, Reduction reduction) {
    Tensor missed = target.neg().mul(first.sub(second)).add(margin);
    return reduced(missed.clampMin(0), reduction);
  }

  /**
   * A linear map of the last dimension: {@code input weight^T + bias}.
   *
   * @param input of shape (..., n)
   * @param weight of shape (m, n), or (n)
   * @return of shape (..., m), or (...)
   */
  public static Tensor linear(Tensor input, Tensor weight) {
    return input.matmul(weight.t());
  }

  /**
   * A linear map of the last dimension: {@code input weight^T + bias}.
   *
   * @param input of shape (..., n)
   * @param weight of shape (m, n), or (n)
   * @param bias of shape (m), or a scalar
   * @return of shape (..., m), or (...)
   */
  public static Tensor linear(Tensor input, Tensor weight, Tensor bias) {
    return linear(input, weight).add(bias);
  }
}
