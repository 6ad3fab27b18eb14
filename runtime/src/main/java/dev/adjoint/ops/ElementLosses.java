package dev.adjoint.ops;

import dev.adjoint.Tensor;

/** Losses of single elements, composed of differentiable operations. */
public final class ElementLosses {

  private ElementLosses() {}

  /** Half of squared differences over {@code beta} up to there, absolute ones beyond. */
  public static Tensor smoothL1(Tensor input, Tensor target, double beta) {
    Tensor difference = input.sub(target);
    Tensor distance = difference.abs();
    if (beta == 0) {
      return distance;
    }
    Tensor square = difference.square().mul(0.5 / beta);
    return Tensor.where(distance.lt(beta), square, distance.sub(0.5 * beta));
  }

  /** Half of squared differences up to {@code delta}, absolute ones times it beyond. */
  public static Tensor huber(Tensor input, Tensor target, double delta) {
    if (!(delta > 0)) {
      throw new IllegalArgumentException(
          "huber_loss does not support non-positive values for delta.");
    }
    Tensor difference = input.sub(target);
    Tensor distance = difference.abs();
    Tensor square = difference.square().mul(0.5);
    return Tensor.where(distance.le(delta), square, distance.sub(0.5 * delta).mul(delta));
  }

  /** Distances where the target is 1, missed margins where it is -1. */
  public static Tensor hingeEmbedding(Tensor input, Tensor target, double margin) {
    Tensor zero = Tensor.zeros(input.dtype());
    Tensor missed = Tensor.where(target.ne(1), input.rsub(margin).clampMin(0), zero);
    return missed.add(Tensor.where(target.ne(-1), input, zero));
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
        logInput ? input.exp().sub(target.mul(input)) : input.sub(target.mul(input.add(eps).log()));
    if (!full) {
      return losses;
    }
    Tensor stirling =
        target.mul(target.log()).sub(target).add(target.mul(2 * Math.PI).log().mul(0.5));
    return losses.add(stirling.maskedFill(target.le(1), 0));
  }
}
