package dev.adjoint.derivatives;

import dev.adjoint.DerivativeOf;
import dev.adjoint.Tensor;
import dev.adjoint.nn.BatchStatistics;
import dev.adjoint.nn.Functional;
import dev.adjoint.ops.Normalisation;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of normalisations. With {@code y} the normalised elements and {@code s} the factor of
 * the scale, that of the elements is {@code s (g - mean(g) - y mean(g y))}.
 */
public final class NormalisationDerivatives {
  private NormalisationDerivatives() {}

  /** Of elements brought to mean 0 and variance 1 over dimensions. */
  private static Tensor standard(Tensor gradOutput, Tensor input, int[] dims, double eps) {
    Tensor centred = input.sub(input.mean(dims, true));
    Tensor scale = centred.square().mean(dims, true).add(eps).rsqrt();
    Tensor normal = centred.mul(scale);
    Tensor along = normal.mul(gradOutput.mul(normal).mean(dims, true));
    return gradOutput.sub(gradOutput.mean(dims, true)).sub(along).mul(scale);
  }

  /**
   * Of {@code layerNorm}: {@code s (g - mean(g) - y mean(g y))} with {@code g = gradOutput *
   * weight}, the normalised elements {@code y} and their scale {@code s}.
   */
  @DerivativeOf(type = Functional.class, method = "layerNorm", wrt = "input")
  public static Tensor layerNormInput(
      Tensor gradOutput,
      Tensor input,
      long[] normalizedShape,
      @Nullable Tensor weight,
      double eps) {
    int[] dims = Normalisation.last(input, normalizedShape);
    return standard(Normalisation.affine(gradOutput, weight, null), input, dims, eps);
  }

  /** Of {@code layerNorm}: {@code gradOutput} times the normalised elements, summed over rows. */
  @DerivativeOf(type = Functional.class, method = "layerNorm", wrt = "weight")
  public static Tensor layerNormWeight(
      Tensor gradOutput, Tensor input, long[] normalizedShape, double eps) {
    int[] dims = Normalisation.last(input, normalizedShape);
    Tensor normal = Normalisation.standard(input, dims, eps);
    return gradOutput.mul(normal).sumToSize(normalizedShape);
  }

  /** Of {@code layerNorm}: {@code gradOutput}, summed over rows. */
  @DerivativeOf(type = Functional.class, method = "layerNorm", wrt = "bias")
  public static Tensor layerNormBias(Tensor gradOutput, long... normalizedShape) {
    return gradOutput.sumToSize(normalizedShape);
  }

  /**
   * Of {@code groupNorm}: {@code s (g - mean(g) - y mean(g y))} over each group, with {@code g =
   * gradOutput * weight}, the normalised elements {@code y} and their scale {@code s}.
   */
  @DerivativeOf(type = Functional.class, method = "groupNorm", wrt = "input")
  public static Tensor groupNormInput(
      Tensor gradOutput, Tensor input, int groups, @Nullable Tensor weight, double eps) {
    if (input.numel() == 0) {
      return gradOutput;
    }
    Tensor scaled = Normalisation.affine(gradOutput, Normalisation.channels(input, weight), null);
    Tensor grouped = Normalisation.grouped(input, groups);
    return standard(Normalisation.grouped(scaled, groups), grouped, new int[] {2}, eps)
        .reshape(input.shape());
  }

  /** Of {@code groupNorm}: {@code gradOutput} times the normalised elements, for each channel. */
  @DerivativeOf(type = Functional.class, method = "groupNorm", wrt = "weight")
  public static Tensor groupNormWeight(Tensor gradOutput, Tensor input, int groups, double eps) {
    return channelBias(gradOutput.mul(Normalisation.group(input, groups, eps)));
  }

  /** Of {@code groupNorm}: {@code gradOutput}, summed for each channel. */
  @DerivativeOf(type = Functional.class, method = "groupNorm", wrt = "bias")
  public static Tensor channelBias(Tensor gradOutput) {
    return gradOutput.sum(others(gradOutput), false);
  }

  /** All dimensions but that of the channels. */
  private static int[] others(Tensor input) {
    return IntStream.range(0, input.dim()).filter(d -> d != 1).toArray();
  }

  /**
   * Of {@code batchNorm}: {@code s (g - mean(g) - y mean(g y))} for each channel with {@code g =
   * gradOutput * weight}, the normalised elements {@code y} and their scale {@code s}; {@code s g}
   * for running statistics.
   */
  @DerivativeOf(type = Functional.class, method = "batchNorm", wrt = "input")
  public static Tensor batchNormInput(
      Tensor gradOutput, Tensor input, @Nullable Tensor weight, BatchStatistics statistics) {
    Tensor scaled = Normalisation.affine(gradOutput, Normalisation.channels(input, weight), null);
    if (statistics.isTraining()) {
      return standard(scaled, input, others(input), statistics.eps());
    }
    return scaled.mul(Normalisation.runningScale(input, statistics));
  }

  /** Of {@code batchNorm}: {@code gradOutput} times the normalised elements, for each channel. */
  @DerivativeOf(type = Functional.class, method = "batchNorm", wrt = "weight")
  public static Tensor batchNormWeight(
      Tensor gradOutput, Tensor input, BatchStatistics statistics) {
    Tensor normal =
        statistics.isTraining()
            ? Normalisation.standard(input, others(input), statistics.eps())
            : Normalisation.running(input, statistics);
    return channelBias(gradOutput.mul(normal));
  }

  /** Of {@code batchNorm}: {@code gradOutput}, summed for each channel. */
  @DerivativeOf(type = Functional.class, method = "batchNorm", wrt = "bias")
  public static Tensor batchNormBias(Tensor gradOutput) {
    return channelBias(gradOutput);
  }

  /**
   * Of {@code instanceNorm}: {@code s (g - mean(g) - y mean(g y))} over the positions of each
   * channel, with {@code g = gradOutput * weight}, the normalised elements {@code y} and their
   * scale {@code s}.
   */
  @DerivativeOf(type = Functional.class, method = "instanceNorm", wrt = "input")
  public static Tensor instanceNormInput(
      Tensor gradOutput, Tensor input, @Nullable Tensor weight, double eps) {
    return groupNormInput(gradOutput, input, channels(input), weight, eps);
  }

  /** Of {@code instanceNorm}: {@code gradOutput} times the normalised elements, by channel. */
  @DerivativeOf(type = Functional.class, method = "instanceNorm", wrt = "weight")
  public static Tensor instanceNormWeight(Tensor gradOutput, Tensor input, double eps) {
    return groupNormWeight(gradOutput, input, channels(input), eps);
  }

  /** Of {@code instanceNorm}: {@code gradOutput}, summed for each channel. */
  @DerivativeOf(type = Functional.class, method = "instanceNorm", wrt = "bias")
  public static Tensor instanceNormBias(Tensor gradOutput) {
    return channelBias(gradOutput);
  }

  private static int channels(Tensor input) {
    return Math.toIntExact(input.size(1));
  }
}
