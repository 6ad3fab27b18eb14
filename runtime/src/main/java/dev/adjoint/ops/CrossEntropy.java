package dev.adjoint.ops;

import dev.adjoint.Tensor;

/**
 * Cross entropy from logits, composed of the likelihood of classes and other operations.
 *
 * @param likelihoods reduction, weights and the class that does not count
 * @param labelSmoothing the share of the target that is spread over all classes
 */
public record CrossEntropy(Likelihoods likelihoods, double labelSmoothing) {

  /** With classes as target, or probabilities of the argument's shape. */
  public Tensor of(Tensor input, Tensor target) {
    if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
      throw new IllegalArgumentException(
          "label_smoothing must be between 0.0 and 1.0. Got: " + labelSmoothing);
    }
    Losses.requireProbabilities(input, target);
    Tensor logs = Softmax.logSoftmax(input, Likelihoods.classes(input));
    if (target.dtype().isFloatingPoint() && input.layout().sameShape(target.layout())) {
      return ofProbabilities(logs, target);
    }
    return labelSmoothing == 0 ? likelihoods.of(logs, target) : smoothed(logs, target);
  }

  private Tensor smoothed(Tensor logs, Tensor target) {
    Tensor likelihood = likelihoods.of(logs, target);
    int dim = Likelihoods.classes(logs);
    Tensor sums = weighted(logs).sum(dim, false).neg();
    Tensor counted = sums.maskedFill(target.eq(likelihoods.ignoreIndex()), 0);
    Tensor smooth = likelihoods.reduced(counted, likelihoods.weights(target, logs.dtype()));
    Tensor kept = PlainNumbers.mul(likelihood, 1 - labelSmoothing);
    return kept.add(PlainNumbers.mul(smooth, labelSmoothing / logs.size(dim)));
  }

  private Tensor ofProbabilities(Tensor logs, Tensor target) {
    if (likelihoods.ignoreIndex() >= 0) {
      throw new IllegalArgumentException("ignore_index is not supported for floating point target");
    }
    int dim = Likelihoods.classes(logs);
    Tensor losses = weighted(logs.mul(smooth(target, logs.size(dim))));
    return switch (likelihoods.reduction()) {
      case NONE -> losses.sum(dim, false).neg();
      case SUM -> losses.sum().neg();
      case MEAN -> PlainNumbers.div(losses.sum().neg(), samples(logs, dim));
    };
  }

  private static double samples(Tensor logs, int dim) {
    long samples = logs.numel() == 0 ? 0 : logs.numel() / logs.size(dim);
    return samples;
  }

  private Tensor smooth(Tensor target, long classes) {
    return labelSmoothing == 0
        ? target
        : PlainNumbers.add(PlainNumbers.mul(target, 1 - labelSmoothing), labelSmoothing / classes);
  }

  private Tensor weighted(Tensor losses) {
    Tensor weight = likelihoods.weight();
    if (weight == null) {
      return losses;
    }
    return Normalisation.affine(
        losses, losses.dim() == 1 ? weight : Normalisation.channels(losses, weight), null);
  }
}
