package dev.adjoint.nn;

import dev.adjoint.Tensor;
import dev.adjoint.ops.LayerNormalisation;
import dev.adjoint.ops.MarginLosses;
import dev.adjoint.ops.Normalisation;
import dev.adjoint.ops.Pads;
import org.jspecify.annotations.Nullable;

/** Normalisations and similarities. */
abstract sealed class NormalisationFunctions extends LossFunctions permits PoolingFunctions {
  NormalisationFunctions() {}

  /**
   * {@code (x - mean) / sqrt(variance + eps)} over the last dimensions, scaled and moved.
   *
   * @param input the argument
   * @param normalizedShape the sizes of the dimensions normalised over, the last of the argument
   * @param weight factors of that shape, or null
   * @param bias addends of that shape, or null
   * @param eps what keeps the divisor from 0
   * @return a tensor of the argument's shape
   * @throws IllegalArgumentException if the argument does not end in those sizes
   */
  public static Tensor layerNorm(
      Tensor input,
      long[] normalizedShape,
      @Nullable Tensor weight,
      @Nullable Tensor bias,
      double eps) {
    return LayerNormalisation.layer(input, normalizedShape, weight, bias, eps);
  }

  /**
   * {@code x / sqrt(mean(x^2) + eps)} over the last dimensions, scaled.
   *
   * @param input the argument
   * @param normalizedShape the sizes of the dimensions normalised over, the last of the argument
   * @param weight factors of that shape, or null
   * @param eps what keeps the divisor from 0
   * @return a tensor of the argument's shape
   * @throws IllegalArgumentException if the argument does not end in those sizes
   */
  public static Tensor rmsNorm(
      Tensor input, long[] normalizedShape, @Nullable Tensor weight, double eps) {
    int[] dims = Normalisation.last(input, normalizedShape);
    LayerNormalisation.requireShape("weight", weight, normalizedShape);
    Tensor scale = Normalisation.rootMean(input, dims, eps);
    return Normalisation.affine(input.mul(scale), weight, null);
  }

  /**
   * Channels normalised in groups, of each row of a batch by itself.
   *
   * @param input a batch, {@code (n, channels, ...)}
   * @param groups into how many groups the channels are split
   * @param weight a factor for each channel, or null
   * @param bias an addend for each channel, or null
   * @param eps what keeps the divisor from 0
   * @return a tensor of the argument's shape
   * @throws IllegalArgumentException if the channels cannot be split like that
   */
  public static Tensor groupNorm(
      Tensor input, int groups, @Nullable Tensor weight, @Nullable Tensor bias, double eps) {
    return LayerNormalisation.group(input, groups, eps, weight, bias);
  }

  /**
   * Each channel of each row of a batch normalised over its positions.
   *
   * @param input a batch, {@code (n, channels, ...)}
   * @param weight a factor for each channel, or null
   * @param bias an addend for each channel, or null
   * @param eps what keeps the divisor from 0
   * @return a tensor of the argument's shape
   */
  public static Tensor instanceNorm(
      Tensor input, @Nullable Tensor weight, @Nullable Tensor bias, double eps) {
    return LayerNormalisation.instance(input, weight, bias, eps);
  }

  /**
   * Vectors divided by their norm.
   *
   * @param input the argument
   * @param p the order of the norm
   * @param dim the dimension of the vectors
   * @param eps the least divisor
   * @return a tensor of the argument's shape
   */
  public static Tensor normalize(Tensor input, double p, int dim, double eps) {
    return input.div(input.norm(p, new int[] {dim}, true).clampMin(eps).expandAs(input));
  }

  /**
   * The cosine of the angle between vectors.
   *
   * @param first vectors
   * @param second vectors, broadcast
   * @param dim the dimension of the vectors
   * @param eps the least norm
   * @return a tensor without that dimension
   */
  public static Tensor cosineSimilarity(Tensor first, Tensor second, int dim, double eps) {
    return Normalisation.cosine(first, second, dim, eps);
  }

  /**
   * The norm of the difference of vectors, those of the last dimension.
   *
   * @param first vectors
   * @param second vectors, broadcast
   * @param p the order of the norm
   * @param eps what is added to each difference
   * @param keepdim whether that dimension stays, of size 1
   * @return distances
   */
  public static Tensor pairwiseDistance(
      Tensor first, Tensor second, double p, double eps, boolean keepdim) {
    return MarginLosses.pairwise(first, second, p, eps, keepdim);
  }

  /**
   * Divided by a power of {@code k + alpha mean(x^2)} over neighbouring channels; Krizhevsky et
   * al., 2012.
   *
   * @param input a batch, {@code (n, channels, ...)}
   * @param size over how many channels
   * @param alpha the weight of the mean
   * @param beta the exponent
   * @param k the addend
   * @return a tensor of the argument's shape
   * @throws IllegalArgumentException if there are no positions
   */
  public static Tensor localResponseNorm(
      Tensor input, int size, double alpha, double beta, double k) {
    return Normalisation.localResponse(input, size, alpha, beta, k);
  }

  /**
   * Elements put around a tensor.
   *
   * @param input the argument
   * @param widths how many before and after, the last dimension first; negative ones cut off
   * @param mode what is put there
   * @param value the number for {@link Padding#CONSTANT}
   * @return a new tensor
   * @throws IllegalArgumentException if there are too few elements to take from
   */
  public static Tensor pad(Tensor input, long[] widths, Padding mode, double value) {
    return Pads.pad(input, widths, mode, value);
  }

  /**
   * Each channel normalised over a whole batch: {@code (x - mean) / sqrt(variance + eps)}.
   *
   * @param input a batch, {@code (n, channels, ...)}
   * @param weight a factor for each channel, or null
   * @param bias an addend for each channel, or null
   * @param statistics where mean and variance come from; running ones are constants
   * @return a tensor of the argument's shape
   * @throws IllegalArgumentException if there is one value per channel, or sizes differ
   */
  public static Tensor batchNorm(
      Tensor input, @Nullable Tensor weight, @Nullable Tensor bias, BatchStatistics statistics) {
    return Normalisation.batch(input, weight, bias, statistics);
  }
}
