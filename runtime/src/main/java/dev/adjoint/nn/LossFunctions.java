package dev.adjoint.nn;

import dev.adjoint.Tensor;
import dev.adjoint.ops.CrossEntropy;
import dev.adjoint.ops.ElementLosses;
import dev.adjoint.ops.Likelihoods;
import dev.adjoint.ops.LinearMaps;
import dev.adjoint.ops.LogisticLoss;
import org.jspecify.annotations.Nullable;

/** Loss functions written as formulas, whose derivatives are those of the formulas. */
abstract sealed class LossFunctions extends ActivationFunctions permits NormalisationFunctions {
  LossFunctions() {}

  /**
   * Absolute differences.
   *
   * @param input the predictions
   * @param target what they should be
   * @param reduction what is done with the losses of the elements
   * @return one loss, or one per element
   */
  public static Tensor l1Loss(Tensor input, Tensor target, Reduction reduction) {
    return reduction.of(input.sub(target).abs());
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
    return ElementLosses.smoothL1(input, target, reduction, beta);
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
    return ElementLosses.huber(input, target, reduction, delta);
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
    return ElementLosses.softMargin(input, target, reduction);
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
    return reduction.of(ElementLosses.hingeEmbedding(input, target, margin));
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
    return reduction.of(ElementLosses.klDiv(input, target, logTarget));
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
    return reduction.of(ElementLosses.poisson(input, target, logInput, full, eps));
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
    return reduction.of(ElementLosses.marginRanking(first, second, target, margin));
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
    return LinearMaps.linear(input, weight, bias);
  }

  /**
   * Binary cross entropy of the sigmoid of logits, weighted.
   *
   * @param input logits
   * @param target probabilities of the same shape
   * @param reduction how the losses are put together
   * @param weight a factor for each loss, broadcast, or null
   * @param positiveWeight a factor for the part that the target counts, broadcast, or null
   * @return a scalar, or the losses
   * @throws IllegalArgumentException if the shapes do not broadcast
   */
  public static Tensor binaryCrossEntropyWithLogits(
      Tensor input,
      Tensor target,
      Reduction reduction,
      @Nullable Tensor weight,
      @Nullable Tensor positiveWeight) {
    return new LogisticLoss(reduction, weight, positiveWeight).of(input, target);
  }

  /**
   * Negative log likelihood of classes, from log-probabilities, weighted by class.
   *
   * @param input log-probabilities, {@code (n, classes, ...)} or {@code (classes)}
   * @param target classes, {@code (n, ...)} or a scalar tensor
   * @param reduction how the losses are put together; the mean is that of the weights
   * @param weight a factor for each class, or null
   * @param ignoreIndex the target that does not count
   * @return a scalar, or the losses
   */
  public static Tensor nllLoss(
      Tensor input, Tensor target, Reduction reduction, @Nullable Tensor weight, long ignoreIndex) {
    return new Likelihoods(reduction, weight, ignoreIndex).of(input, target);
  }

  /**
   * Cross entropy from logits, weighted by class.
   *
   * @param input logits, {@code (n, classes, ...)} or {@code (classes)}
   * @param target classes, or probabilities of the argument's shape
   * @param reduction how the losses are put together; the mean is that of the weights
   * @param weight a factor for each class, or null
   * @param ignoreIndex the class that does not count
   * @param labelSmoothing the share of the target that is spread over all classes
   * @return a scalar, or the losses
   */
  public static Tensor crossEntropy(
      Tensor input,
      Tensor target,
      Reduction reduction,
      @Nullable Tensor weight,
      long ignoreIndex,
      double labelSmoothing) {
    Likelihoods likelihoods = new Likelihoods(reduction, weight, ignoreIndex);
    return new CrossEntropy(likelihoods, labelSmoothing).of(input, target);
  }
}
