package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.nn.Reduction;
import org.jspecify.annotations.Nullable;

/** Classification losses with weights, composed of differentiable operations. */
public final class WeightedLosses {

  private WeightedLosses() {}

  /** {@code (1 - t) x - (1 + (p - 1) t) log sigmoid(x)}, weighted. */
  public static Tensor logistic(
      Tensor input, Tensor target, @Nullable Tensor weight, @Nullable Tensor positiveWeight) {
    Tensor logs = Activations.logsigmoid(input);
    Tensor factor = positiveWeight == null ? null : positiveWeight.sub(1).mul(target).add(1);
    Tensor losses = target.rsub(1).mul(input).sub(factor == null ? logs : logs.mul(factor));
    return weight == null ? losses : losses.mul(weight);
  }

  /** Minus the log-probabilities of classes, weighted by class. */
  public static Tensor likelihood(
      Tensor logs, Tensor target, Reduction reduction, @Nullable Tensor weight, long ignoreIndex) {
    int dim = classes(logs);
    Tensor places = places(target, ignoreIndex);
    Tensor weights = weights(places, target.ne(ignoreIndex).to(logs.dtype()), weight);
    Tensor picked = logs.gather(dim, places.unsqueeze(dim)).squeeze(dim);
    return reduced(picked.mul(weights).neg(), weights, reduction);
  }

  /** Cross entropy with classes as target, of which a share is spread over all classes. */
  public static Tensor ofClasses(
      Tensor logs,
      Tensor target,
      Reduction reduction,
      @Nullable Tensor weight,
      long ignoreIndex,
      double labelSmoothing) {
    Tensor likelihood = likelihood(logs, target, reduction, weight, ignoreIndex);
    if (labelSmoothing == 0) {
      return likelihood;
    }
    int dim = classes(logs);
    Tensor counted = target.ne(ignoreIndex).to(logs.dtype());
    Tensor weights = weights(places(target, ignoreIndex), counted, weight);
    Tensor spread = weighted(logs, weight).sum(dim, false).neg().mul(counted);
    Tensor smooth = reduced(spread, weights, reduction);
    double share = labelSmoothing / logs.size(dim);
    return likelihood.mul(1 - labelSmoothing).add(smooth.mul(share));
  }

  /** Cross entropy with probabilities as target. */
  public static Tensor ofProbabilities(
      Tensor logs,
      Tensor target,
      Reduction reduction,
      @Nullable Tensor weight,
      double labelSmoothing) {
    int dim = classes(logs);
    Tensor smooth =
        labelSmoothing == 0
            ? target
            : target.mul(1 - labelSmoothing).add(labelSmoothing / logs.size(dim));
    Tensor losses = weighted(logs, weight).mul(smooth).sum(dim, false).neg();
    return reduction.of(losses);
  }

  private static int classes(Tensor logs) {
    return logs.dim() == 1 ? 0 : 1;
  }

  private static Tensor weighted(Tensor logs, @Nullable Tensor weight) {
    return weight == null || logs.dim() == 1
        ? Normalisation.affine(logs, weight, null)
        : Normalisation.affine(logs, Normalisation.channels(logs, weight), null);
  }

  /** Ignored targets point at class 0. */
  private static Tensor places(Tensor target, long ignoreIndex) {
    return Tensor.where(target.eq(ignoreIndex), Tensor.tensor(0L), target.toLong());
  }

  private static Tensor weights(Tensor places, Tensor counted, @Nullable Tensor weight) {
    return weight == null ? counted : weight.take(places).mul(counted);
  }

  private static Tensor reduced(Tensor losses, Tensor weights, Reduction reduction) {
    return reduction == Reduction.MEAN ? losses.sum().div(weights.sum()) : reduction.of(losses);
  }
}
