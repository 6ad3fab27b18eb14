package dev.adjoint.nn;

import dev.adjoint.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Where mean and variance of a batch normalisation come from.
 *
 * @param mean the running mean of each channel, or null
 * @param variance the running variance of each channel, or null
 * @param isTraining whether the batch's own are used, and the running ones are brought up to date
 * @param momentum the weight of the batch in the running ones
 * @param eps what keeps the divisor from 0
 */
public record BatchStatistics(
    @Nullable Tensor mean,
    @Nullable Tensor variance,
    boolean isTraining,
    double momentum,
    double eps) {

  private static final double MOMENTUM = 0.1;
  private static final double EPS = 1e-5;

  /**
   * The batch's own.
   *
   * @return statistics that keep nothing
   */
  public static BatchStatistics ofBatch() {
    return new BatchStatistics(null, null, true, MOMENTUM, EPS);
  }

  /**
   * The batch's own, with running ones brought up to date in place.
   *
   * @param mean the running mean of each channel
   * @param variance the running variance of each channel
   * @return statistics for training
   */
  public static BatchStatistics training(@Nullable Tensor mean, @Nullable Tensor variance) {
    return new BatchStatistics(mean, variance, true, MOMENTUM, EPS);
  }

  /**
   * The running ones.
   *
   * @param mean the running mean of each channel
   * @param variance the running variance of each channel
   * @return statistics for evaluation
   */
  public static BatchStatistics evaluation(@Nullable Tensor mean, @Nullable Tensor variance) {
    return new BatchStatistics(mean, variance, false, MOMENTUM, EPS);
  }

  /**
   * The statistics with another weight of the batch.
   *
   * @param weight of the batch in the running mean and variance
   * @return a changed copy
   */
  public BatchStatistics withMomentum(double weight) {
    return new BatchStatistics(mean, variance, isTraining, weight, eps);
  }

  /**
   * The statistics with another least divisor.
   *
   * @param addend to the variance
   * @return a changed copy
   */
  public BatchStatistics withEps(double addend) {
    return new BatchStatistics(mean, variance, isTraining, momentum, addend);
  }
}
