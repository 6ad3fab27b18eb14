package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.GradMode;
import dev.adjoint.derivatives.ProbabilityLossDerivatives;
import dev.adjoint.nn.Ctc;
import dev.adjoint.nn.Reduction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Negative logarithms of probabilities. */
public final class ProbabilityLosses {
  private static final double LEAST_LOG = -100;

  private ProbabilityLosses() {}

  /** Binary cross entropy; logarithms are at least -100, as PyTorch has it. */
  public static Tensor binary(
      Tensor input, Tensor target, Reduction reduction, @Nullable Tensor weight) {
    checkBinary(input, target);
    Refusals.requireConstant("binary_cross_entropy", "weight", weight);
    return new Formula(
            "BinaryCrossEntropyBackward0",
            Formula.Saves.OPERANDS,
            all -> reduction.of(binaryValues(all[0], all[1], weight)),
            (g, all, i) ->
                g[0] == null
                    ? null
                    : i == 0
                        ? ProbabilityLossDerivatives.binaryCrossEntropyInput(
                            g[0], all[0], all[1], reduction, weight)
                        : ProbabilityLossDerivatives.binaryCrossEntropyTarget(
                            g[0], all[0], reduction, weight))
        .apply(input, target);
  }

  private static Tensor binaryValues(Tensor input, Tensor target, @Nullable Tensor weight) {
    Tensor none = input.neg().log1p().clampMin(LEAST_LOG);
    Tensor all = input.log().clampMin(LEAST_LOG);
    Tensor losses = target.sub(1).mul(none).sub(target.mul(all));
    return weight == null ? losses : losses.mul(weight);
  }

  private static void checkBinary(Tensor input, Tensor target) {
    require(
        input.layout().sameShape(target.layout()),
        "Using a target size (torch.Size(%s)) that is different to the input size (torch.Size(%s)) is deprecated. Please ensure they have the same size."
            .formatted(Arrays.toString(target.shape()), Arrays.toString(input.shape())));
    require(
        input.dtype() == target.dtype(),
        "Found dtype %s but expected %s".formatted(target.dtype().title(), input.dtype().title()));
    requireProbabilities("input", input);
    requireProbabilities("target", target);
  }

  private static void requireProbabilities(String name, Tensor tensor) {
    for (double value : tensor.detach().toDoubleArray()) {
      require(
          value >= 0 && value <= 1, "all elements of %s should be between 0 and 1".formatted(name));
    }
  }

  private static void require(boolean holds, String refusal) {
    if (!holds) {
      throw new IllegalArgumentException(refusal);
    }
  }

  /** {@code (log var + (input - target)^2 / var) / 2}, with the constant term if asked for. */
  public static Tensor gaussian(Tensor input, Tensor target, Tensor var, boolean full, double eps) {
    Tensor fitted = fitted(input, var);
    for (double value : fitted.detach().toDoubleArray()) {
      require(!(value < 0), "var has negative entry/entries");
    }
    Tensor variance = fitted.clone();
    // The bound is not differentiated, as in PyTorch: below it the gradient is that at the bound.
    try (var _ = GradMode.set(false)) {
      variance.clamp_(eps, null);
    }
    Tensor difference = input.sub(target);
    Tensor losses = variance.log().add(difference.square().div(variance)).mul(0.5);
    return full ? losses.add(0.5 * Math.log(2 * Math.PI)) : losses;
  }

  /** One variance for each element, or for each row. */
  private static Tensor fitted(Tensor input, Tensor var) {
    if (input.layout().sameShape(var.layout())) {
      return var;
    }
    long[] lead = Arrays.copyOf(input.shape(), Math.max(0, input.dim() - 1));
    long[] rows = Arrays.copyOf(lead, input.dim());
    if (input.dim() > 0) {
      rows[rows.length - 1] = 1;
    }
    boolean isLead = Arrays.equals(lead, var.shape());
    require(isLead || Arrays.equals(rows, var.shape()), "var is of incorrect size");
    return isLead ? var.unsqueeze(-1) : var;
  }

  /** The mean over classes of binary cross entropies from logits. */
  public static Tensor multilabelSoft(Tensor input, Tensor target) {
    Tensor yes = target.mul(Activations.logsigmoid(input));
    return yes.add(target.rsub(1).mul(Activations.logsigmoid(input.neg()))).neg();
  }

  /** The mean over the last dimension, as a sum over its size. */
  public static Tensor overClasses(Tensor losses, Tensor input) {
    long classes = input.size(-1);
    return losses.sum(-1, false).div(classes);
  }

  /** Connectionist temporal classification. */
  public static Tensor ctc(
      Tensor logProbs, Tensor targets, long[] inputLengths, long[] targetLengths, Ctc options) {
    return CtcLoss.of(logProbs, targets, inputLengths, targetLengths, options);
  }
}
