package dev.adjoint.nn;

import dev.adjoint.NoDiff;
import dev.adjoint.Tensor;
import dev.adjoint.ops.Losses;
import dev.adjoint.ops.OneHot;
import dev.adjoint.ops.Pointwise;
import dev.adjoint.ops.Softmax;

/** Activations and losses, as PyTorch's {@code torch.nn.functional} has them. */
public final class Functional extends ScoreFunctions {
  private Functional() {}

  /**
   * The positive part. Derivative: {@code gradOutput} where positive, else 0.
   *
   * @param input any tensor
   * @return a new tensor of the same shape
   */
  public static Tensor relu(Tensor input) {
    return Pointwise.relu(input);
  }

  /**
   * Exponentials that add up to one along a dimension. Derivative: {@code result * (gradOutput -
   * sum(gradOutput * result))}.
   *
   * @param input a floating tensor
   * @param dim the dimension
   * @return a new tensor of the same shape
   */
  public static Tensor softmax(Tensor input, int dim) {
    return Softmax.softmax(input, dim);
  }

  /**
   * The logarithm of {@link #softmax}. Derivative: {@code gradOutput - exp(result) *
   * sum(gradOutput)}.
   *
   * @param input a floating tensor
   * @param dim the dimension
   * @return a new tensor of the same shape
   */
  public static Tensor logSoftmax(Tensor input, int dim) {
    return Softmax.logSoftmax(input, dim);
  }

  /**
   * The mean squared difference. Derivative: {@code 2 * gradOutput * (input - target) / n}.
   *
   * @param input predictions
   * @param target what they should be, of the same shape
   * @return a new tensor without dimensions
   */
  public static Tensor mseLoss(Tensor input, Tensor target) {
    return Losses.mseLoss(input, target, Reduction.MEAN);
  }

  /**
   * Squared differences. Derivative: {@code 2 * gradOutput * (input - target)}, over their number
   * for the mean.
   *
   * @param input predictions
   * @param target what they should be, of the same shape
   * @param reduction what to do with the squares
   * @return a new tensor
   */
  public static Tensor mseLoss(Tensor input, Tensor target, Reduction reduction) {
    return Losses.mseLoss(input, target, reduction);
  }

  /**
   * The mean binary cross entropy of the sigmoid of logits, computed without overflow. Derivative:
   * {@code gradOutput * (sigmoid(input) - target) / n}.
   *
   * @param input logits
   * @param target probabilities, of the same shape
   * @return a new tensor without dimensions
   * @throws IllegalArgumentException if the shapes differ
   */
  public static Tensor binaryCrossEntropyWithLogits(Tensor input, Tensor target) {
    return Losses.binaryCrossEntropyWithLogits(input, target, Reduction.MEAN);
  }

  /**
   * The binary cross entropy of the sigmoid of logits, computed without overflow. Derivative:
   * {@code gradOutput * (sigmoid(input) - target)}, over their number for the mean.
   *
   * @param input logits
   * @param target probabilities, of the same shape
   * @param reduction what to do with the losses
   * @return a new tensor
   * @throws IllegalArgumentException if the shapes differ
   */
  public static Tensor binaryCrossEntropyWithLogits(
      Tensor input, Tensor target, Reduction reduction) {
    return Losses.binaryCrossEntropyWithLogits(input, target, reduction);
  }

  /**
   * The mean negative log likelihood of classes, from logits. Derivative: {@code gradOutput *
   * (softmax(input) - oneHot(target)) / n}.
   *
   * @param input logits: classes in dimension 1, or a vector of classes
   * @param target classes as {@code int64}, of the shape of {@code input} without the classes; or
   *     probabilities of the shape of {@code input}
   * @return a new tensor without dimensions
   * @throws IllegalArgumentException if shapes or types do not fit
   * @throws IndexOutOfBoundsException if a class does not exist
   */
  public static Tensor crossEntropy(Tensor input, Tensor target) {
    return Losses.crossEntropy(input, target, Reduction.MEAN);
  }

  /**
   * The negative log likelihood of classes, from logits; see {@link #crossEntropy(Tensor, Tensor)}.
   *
   * @param input logits: classes in dimension 1, or a vector of classes
   * @param target classes as {@code int64}; -100 is ignored; or probabilities
   * @param reduction what to do with the losses
   * @return a new tensor
   * @throws IllegalArgumentException if shapes or types do not fit
   * @throws IndexOutOfBoundsException if a class does not exist
   */
  public static Tensor crossEntropy(Tensor input, Tensor target, Reduction reduction) {
    return Losses.crossEntropy(input, target, reduction);
  }

  /**
   * The mean negative log likelihood of classes, from log-probabilities. Derivative: {@code
   * -gradOutput / n} at each target.
   *
   * @param input log-probabilities: classes in dimension 1, or a vector of classes
   * @param target classes as {@code int64}
   * @return a new tensor without dimensions
   * @throws IllegalArgumentException if shapes or types do not fit
   * @throws IndexOutOfBoundsException if a class does not exist
   */
  public static Tensor nllLoss(Tensor input, Tensor target) {
    return Losses.nllLoss(input, target, Reduction.MEAN);
  }

  /**
   * The negative log likelihood of classes; see {@link #nllLoss(Tensor, Tensor)}.
   *
   * @param input log-probabilities: classes in dimension 1, or a vector of classes
   * @param target classes as {@code int64}; -100 is ignored
   * @param reduction what to do with the losses
   * @return a new tensor
   * @throws IllegalArgumentException if shapes or types do not fit
   * @throws IndexOutOfBoundsException if a class does not exist
   */
  public static Tensor nllLoss(Tensor input, Tensor target, Reduction reduction) {
    return Losses.nllLoss(input, target, reduction);
  }

  /**
   * Classes as vectors with a one at the class and zeros elsewhere.
   *
   * @param classes int64 numbers from 0
   * @param numClasses how many classes there are; -1 for one more than the largest
   * @return an int64 tensor with a new last dimension
   * @throws IllegalArgumentException if a class is out of range
   */
  @NoDiff
  public static Tensor oneHot(Tensor classes, long numClasses) {
    return OneHot.encode(classes, numClasses);
  }
}
