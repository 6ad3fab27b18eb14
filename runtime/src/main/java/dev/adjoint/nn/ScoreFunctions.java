package dev.adjoint.nn;

import dev.adjoint.Tensor;
import dev.adjoint.ops.MarginLosses;
import dev.adjoint.ops.ProbabilityLosses;
import org.jspecify.annotations.Nullable;

/** Losses of probabilities and of margins. */
abstract sealed class ScoreFunctions extends LayerFunctions permits Functional {
  ScoreFunctions() {}

  /**
   * The mean binary cross entropy. Derivative: {@code gradOutput * (input - target) / (input (1 -
   * input)) / n}.
   *
   * @param input probabilities
   * @param target probabilities, of the same shape
   * @return a tensor without dimensions
   * @throws IllegalArgumentException if shapes differ or there is no probability
   */
  public static Tensor binaryCrossEntropy(Tensor input, Tensor target) {
    return binaryCrossEntropy(input, target, Reduction.MEAN);
  }

  /**
   * The binary cross entropy. Derivative: {@code gradOutput * (input - target) / (input (1 -
   * input))}, over their number for the mean.
   *
   * @param input probabilities
   * @param target probabilities, of the same shape
   * @param reduction what is done with the losses of the elements
   * @return one loss, or one per element
   * @throws IllegalArgumentException if shapes differ or there is no probability
   */
  public static Tensor binaryCrossEntropy(Tensor input, Tensor target, Reduction reduction) {
    return ProbabilityLosses.binary(input, target, reduction, null);
  }

  /**
   * The binary cross entropy, weighted. The derivative is that of the formula.
   *
   * @param input probabilities
   * @param target probabilities, of the same shape
   * @param reduction what is done with the losses of the elements
   * @param weight a factor for each loss, broadcast
   * @return one loss, or one per element
   * @throws IllegalArgumentException if shapes differ or there is no probability
   */
  public static Tensor binaryCrossEntropy(
      Tensor input, Tensor target, Reduction reduction, Tensor weight) {
    return ProbabilityLosses.binary(input, target, reduction, weight);
  }

  /**
   * Negative log likelihood of a normal distribution, without its constant term.
   *
   * @param input means
   * @param target samples
   * @param var variances of the means' shape, without its last dimension, or with size 1 there
   * @return the mean loss
   * @throws IllegalArgumentException if shapes do not go together or a variance is negative
   */
  public static Tensor gaussianNllLoss(Tensor input, Tensor target, Tensor var) {
    return gaussianNllLoss(input, target, var, Reduction.MEAN, false, 1e-6);
  }

  /**
   * Negative log likelihood of a normal distribution.
   *
   * @param input means
   * @param target samples
   * @param var variances of the means' shape, without its last dimension, or with size 1 there
   * @param reduction what is done with the losses of the elements
   * @param full whether to add the constant term
   * @param eps the least variance; below it the gradient is that at it
   * @return one loss, or one per element
   * @throws IllegalArgumentException if shapes do not go together or a variance is negative
   */
  public static Tensor gaussianNllLoss(
      Tensor input, Tensor target, Tensor var, Reduction reduction, boolean full, double eps) {
    return reduction.of(ProbabilityLosses.gaussian(input, target, var, full, eps));
  }

  /**
   * Binary cross entropies of classes from logits, averaged over the classes.
   *
   * @param input logits, {@code (..., classes)}
   * @param target 0 or 1, of the same shape
   * @param weight a factor for each class, broadcast, or null
   * @param reduction what is done with the losses of the samples
   * @return one loss, or one per sample
   */
  public static Tensor multilabelSoftMarginLoss(
      Tensor input, Tensor target, @Nullable Tensor weight, Reduction reduction) {
    Tensor losses = ProbabilityLosses.multilabelSoft(input, target);
    Tensor weighted = weight == null ? losses : losses.mul(weight);
    return reduction.of(ProbabilityLosses.overClasses(weighted, input));
  }

  /**
   * Connectionist temporal classification: the negative logarithm of the probability of labels,
   * summed over all their alignments to the steps; Graves et al., 2006. Its gradient is what a
   * preceding {@code logSoftmax} needs, as in PyTorch, and it has no second derivative.
   *
   * @param logProbs logarithms of probabilities, {@code (steps, batch, classes)} or {@code (steps,
   *     classes)}
   * @param targets labels, {@code (batch, labels)}, or those of all sequences one after the other
   * @param inputLengths the number of steps of each sequence
   * @param targetLengths the number of labels of each sequence
   * @param options the blank, and how losses are put together
   * @return one loss, or one per sequence
   * @throws IllegalArgumentException if lengths or labels do not fit
   */
  public static Tensor ctcLoss(
      Tensor logProbs, Tensor targets, long[] inputLengths, long[] targetLengths, Ctc options) {
    return ProbabilityLosses.ctc(logProbs, targets, inputLengths, targetLengths, options);
  }

  /**
   * Margins by which the scores of other classes come too near to the target's.
   *
   * @param input scores, {@code (n, classes)} or {@code (classes)}
   * @param target classes, {@code (n)} or a scalar tensor
   * @param p the power of each margin, 1 or 2
   * @param margin the wanted distance
   * @param weight a factor for each class, or null
   * @param reduction what is done with the losses of the samples
   * @return one loss, or one per sample
   * @throws IllegalArgumentException if shapes do not go together or there is no such class
   */
  public static Tensor multiMarginLoss(
      Tensor input,
      Tensor target,
      long p,
      double margin,
      @Nullable Tensor weight,
      Reduction reduction) {
    return MarginLosses.multiMargin(input, target, p, margin, weight, reduction);
  }

  /**
   * Margins by which the scores of other classes come too near to those of any target.
   *
   * @param input scores, {@code (n, classes)} or {@code (classes)}
   * @param target classes up to the first negative one, of the same shape
   * @param reduction what is done with the losses of the samples
   * @return one loss, or one per sample
   * @throws IllegalArgumentException if shapes differ or there is no such class
   */
  public static Tensor multilabelMarginLoss(Tensor input, Tensor target, Reduction reduction) {
    return MarginLosses.multilabelMargin(input, target, reduction);
  }

  /**
   * One minus the cosine of similar vectors (1), the cosine beyond a margin of dissimilar ones
   * (-1).
   *
   * @param input1 vectors, {@code (n, length)} or {@code (length)}
   * @param input2 vectors, broadcast
   * @param target 1 or -1, {@code (n)} or a scalar tensor
   * @param margin the cosine that dissimilar vectors may have
   * @param reduction what is done with the losses of the samples
   * @return one loss, or one per sample
   * @throws IllegalArgumentException if shapes do not go together
   */
  public static Tensor cosineEmbeddingLoss(
      Tensor input1, Tensor input2, Tensor target, double margin, Reduction reduction) {
    return reduction.of(MarginLosses.cosineEmbedding(input1, input2, target, margin));
  }

  /**
   * Margins by which negatives are not farther from their anchors than positives.
   *
   * @param anchor vectors
   * @param positive vectors like them
   * @param negative vectors unlike them
   * @param options margin and distance
   * @param reduction what is done with the losses of the samples
   * @return one loss, or one per sample
   * @throws IllegalArgumentException if shapes do not go together or the margin is not positive
   */
  public static Tensor tripletMarginLoss(
      Tensor anchor, Tensor positive, Tensor negative, Triplet options, Reduction reduction) {
    return reduction.of(MarginLosses.triplet(anchor, positive, negative, options));
  }
}
