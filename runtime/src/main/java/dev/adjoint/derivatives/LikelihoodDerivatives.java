package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Reduction;
import dev.adjoint.ops.Likelihoods;
import dev.adjoint.ops.Losses;
import org.jspecify.annotations.Nullable;

/** Derivatives of likelihoods of classes. */
public final class LikelihoodDerivatives {
  private LikelihoodDerivatives() {}

  /** Of the mean negative log likelihood: {@code -gradOutput / n}. */
  @DerivativeOf(
      type = Functional.class,
      method = "nllLoss",
      parameters = {Tensor.class, Tensor.class},
      wrt = "input")
  public static Tensor nllLossInput(Tensor gradOutput, Tensor input, Tensor target) {
    return nllLossInput(gradOutput, input, target, Reduction.MEAN);
  }

  /** Of the negative log likelihood: {@code -gradOutput}, over their number for the mean. */
  @DerivativeOf(
      type = Functional.class,
      method = "nllLoss",
      parameters = {Tensor.class, Tensor.class, Reduction.class},
      wrt = "input")
  public static Tensor nllLossInput(
      Tensor gradOutput, Tensor input, Tensor target, Reduction reduction) {
    return nllLossInput(gradOutput, input, target, reduction, null, Losses.IGNORED);
  }

  /**
   * Of the negative log likelihood: {@code -gradOutput} times the weights of the targets, over
   * their sum for the mean.
   */
  @DerivativeOf(
      type = Functional.class,
      method = "nllLoss",
      parameters = {Tensor.class, Tensor.class, Reduction.class, Tensor.class, long.class},
      wrt = "input")
  public static Tensor nllLossInput(
      Tensor gradOutput,
      Tensor input,
      Tensor target,
      Reduction reduction,
      @Nullable Tensor weight,
      long ignoreIndex) {
    Likelihoods losses = new Likelihoods(reduction, weight, ignoreIndex);
    Tensor weights = losses.weights(target, gradOutput.dtype());
    Tensor scale = reduction == Reduction.MEAN ? weights.div(nonzero(weights.sum())) : weights;
    int dim = input.dim() == 1 ? 0 : 1;
    Tensor slope = scale.mul(gradOutput.neg()).unsqueeze(dim);
    Tensor zeros = Tensor.zeros(gradOutput.dtype(), input.shape());
    return zeros.scatterAdd(dim, losses.places(target).unsqueeze(dim), slope);
  }

  /** So that with every target ignored the gradient is zero, not 0/0. */
  private static Tensor nonzero(Tensor sum) {
    return sum.maskedFill(sum.eq(0), 1);
  }
}
