package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import java.util.Arrays;

/** Elements or channels left out by chance, as PyTorch's CPU generator draws them. */
public final class Dropouts {
  /** Minus the limit of the self-normalising unit far below zero. */
  private static final double ALPHA = 1.7580993408473766;

  private Dropouts() {}

  /** The probability, if it is one. */
  public static double probability(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "dropout probability has to be between 0 and 1, but got " + p);
    }
    return p;
  }

  /** Elements set to 0 with a probability; what stays is enlarged, so that the mean does. */
  public static Tensor elements(Tensor input, double p, Generator generator) {
    return scaled(input, p, generator, input.shape());
  }

  /** As {@link #elements}, of whole channels: the second dimension. */
  public static Tensor channels(Tensor input, double p, Generator generator) {
    return scaled(input, p, generator, ofChannels(input));
  }

  private static Tensor scaled(Tensor input, double p, Generator generator, long... shape) {
    if (p == 0 || input.numel() == 0) {
      return input;
    }
    return p == 1
        ? input.mul(Tensor.zeros(input.dtype()))
        : input.mul(kept(input.dtype(), p, generator, shape).div_(Tensor.tensor(1 - p)));
  }

  private static long[] ofChannels(Tensor input) {
    if (input.dim() < 2) {
      throw new IllegalArgumentException(
          "Feature dropout requires at least 2 dimensions in the input");
    }
    long[] shape = input.shape();
    Arrays.fill(shape, 2, shape.length, 1);
    return shape;
  }

  /** One where an element stays, else zero. */
  private static Tensor kept(DType dtype, double p, Generator generator, long... shape) {
    if (!dtype.isFloatingPoint()) {
      throw new UnsupportedOperationException(
          "result type Float can't be cast to the desired output type " + dtype.title());
    }
    return Tensor.rand(generator, DType.FLOAT64, shape).lt(1 - p).to(dtype);
  }

  /**
   * Elements set to the limit of the self-normalising unit; the rest is moved and scaled so that
   * mean and variance stay; Klambauer et al., 2017.
   */
  public static Tensor alphaElements(Tensor input, double p, Generator generator) {
    return normalised(input, p, generator, input.shape());
  }

  /** As {@link #alphaElements}, of whole channels. */
  public static Tensor alphaChannels(Tensor input, double p, Generator generator) {
    return normalised(input, p, generator, ofChannels(input));
  }

  private static Tensor normalised(Tensor input, double p, Generator generator, long... shape) {
    if (p == 0 || input.numel() == 0) {
      return input;
    }
    if (p == 1) {
      return input.mul(Tensor.zeros(input.dtype()));
    }
    double scale = 1 / Math.sqrt((ALPHA * ALPHA * p + 1) * (1 - p));
    Tensor kept = kept(input.dtype(), p, generator, shape);
    Tensor moved = kept.sub(1).mul_(ALPHA * scale).add_(ALPHA * scale * p);
    return input.mul(kept.mul(scale)).add(moved);
  }
}
