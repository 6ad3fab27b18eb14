package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.ElementLossDerivatives;
import dev.adjoint.nn.Reduction;
import java.util.Arrays;

/** Losses of single elements: some are one node each, others composed of operations. */
public final class ElementLosses {

  private ElementLosses() {}

  /** Half of squared differences over {@code beta} up to there, absolute ones beyond. */
  public static Tensor smoothL1(Tensor input, Tensor target, Reduction reduction, double beta) {
    if (beta < 0) {
      throw new IllegalArgumentException(
          "smooth_l1_loss does not support negative values for beta.");
    }
    Tensor[] both = Tensor.broadcastTensors(input, target);
    if (beta == 0) {
      return reduction.of(both[0].sub(both[1]).abs());
    }
    return new Formula(
            "SmoothL1LossBackward0",
            Formula.Saves.OPERANDS,
            all -> reduction.of(smoothL1(all[0].sub(all[1]), beta)),
            (g, all, i) ->
                g[0] == null
                    ? null
                    : i == 0
                        ? ElementLossDerivatives.smoothL1LossInput(
                            g[0], all[0], all[1], reduction, beta)
                        : ElementLossDerivatives.smoothL1LossTarget(
                            g[0], all[0], all[1], reduction, beta))
        .apply(both);
  }

  private static Tensor smoothL1(Tensor difference, double beta) {
    Tensor distance = difference.abs();
    Tensor square = difference.square().mul(0.5 / beta);
    return Tensor.where(distance.lt(beta), square, distance.sub(0.5 * beta));
  }

  /** Half of squared differences up to {@code delta}, absolute ones times it beyond. */
  public static Tensor huber(Tensor input, Tensor target, Reduction reduction, double delta) {
    if (!(delta > 0)) {
      throw new IllegalArgumentException(
          "huber_loss does not support non-positive values for delta.");
    }
    return new Formula(
            "HuberLossBackward0",
            Formula.Saves.OPERANDS,
            all -> reduction.of(huber(all[0].sub(all[1]), delta)),
            (g, all, i) ->
                g[0] == null
                    ? null
                    : i == 0
                        ? ElementLossDerivatives.huberLossInput(
                            g[0], all[0], all[1], reduction, delta)
                        : ElementLossDerivatives.huberLossTarget(
                            g[0], all[0], all[1], reduction, delta))
        .apply(Tensor.broadcastTensors(input, target));
  }

  private static Tensor huber(Tensor difference, double delta) {
    Tensor distance = difference.abs();
    Tensor square = difference.square().mul(0.5);
    return Tensor.where(distance.le(delta), square, distance.sub(0.5 * delta).mul(delta));
  }

  /** {@code log(1 + exp(-target input))}; the target is a constant. */
  public static Tensor softMargin(Tensor input, Tensor target, Reduction reduction) {
    Refusals.requireConstant("soft_margin_loss", "target", target);
    return new Formula(
            "SoftMarginLossBackward0",
            Formula.Saves.OPERANDS,
            all -> reduction.of(target.neg().mul(all[0]).exp().log1p()),
            (g, all, i) ->
                g[0] == null
                    ? null
                    : ElementLossDerivatives.softMarginLossInput(g[0], all[0], all[1], reduction))
        .applyWith(new Tensor[] {target}, input);
  }

  /** Distances where the target is 1, missed margins where it is -1. */
  public static Tensor hingeEmbedding(Tensor input, Tensor target, double margin) {
    Tensor zero = Tensor.zeros(input.dtype());
    Tensor shortfall = PlainNumbers.from(margin, input).clampMin(0);
    Tensor missed = Tensor.where(target.ne(1), shortfall, zero);
    return missed.add(Tensor.where(target.ne(-1), input, zero));
  }

  /** Margins by which a first input fails to rank above a second. */
  public static Tensor marginRanking(Tensor first, Tensor second, Tensor target, double margin) {
    if (first.dim() != second.dim() || first.dim() != target.dim()) {
      throw new IllegalArgumentException(
          "margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: %s, input2: %s, target: %s"
              .formatted(
                  Arrays.toString(first.shape()),
                  Arrays.toString(second.shape()),
                  Arrays.toString(target.shape())));
    }
    return PlainNumbers.add(target.neg().mul(first.sub(second)), margin).clampMin(0);
  }

  /** {@code target (log target - input)}. */
  public static Tensor klDiv(Tensor input, Tensor target, boolean logTarget) {
    return logTarget
        ? target.exp().mul(target.sub(input))
        : target.xlogy(target).sub(target.mul(input));
  }

  /** {@code rate - target log rate}, with Stirling's approximation of the rest if asked for. */
  public static Tensor poisson(
      Tensor input, Tensor target, boolean logInput, boolean full, double eps) {
    Tensor losses =
        logInput
            ? input.exp().sub(target.mul(input))
            : input.sub(target.mul(PlainNumbers.add(input, eps).log()));
    if (!full) {
      return losses;
    }
    Tensor circles = PlainNumbers.mul(PlainNumbers.mul(target, 2 * Math.PI).log(), 0.5);
    Tensor stirling = target.mul(target.log()).sub(target).add(circles);
    return losses.add(stirling.maskedFill(target.le(1), 0));
  }
}
