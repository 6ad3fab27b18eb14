package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.NormalisationDerivatives;
import dev.adjoint.nn.BatchStatistics;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Layers and groups of channels brought to mean 0 and variance 1, one node each. */
public final class LayerNormalisation {

  private LayerNormalisation() {}

  /** Over the last dimensions, scaled and moved. */
  public static Tensor layer(
      Tensor input,
      long[] normalizedShape,
      @Nullable Tensor weight,
      @Nullable Tensor bias,
      double eps) {
    int[] dims = Normalisation.last(input, normalizedShape);
    requireShape("weight", weight, normalizedShape);
    requireShape("bias", bias, normalizedShape);
    return new Formula(
            "NativeLayerNormBackward0",
            Formula.Saves.OPERANDS,
            all ->
                Normalisation.affine(
                    Normalisation.standard(all[0], dims, eps),
                    present(weight, all[1]),
                    present(bias, all[2])),
            (g, all, i) ->
                g[0] == null
                    ? null
                    : switch (i) {
                      case 0 ->
                          NormalisationDerivatives.layerNormInput(
                              g[0], all[0], normalizedShape, present(weight, all[1]), eps);
                      case 1 ->
                          NormalisationDerivatives.layerNormWeight(
                              g[0], all[0], normalizedShape, eps);
                      default -> NormalisationDerivatives.layerNormBias(g[0], normalizedShape);
                    })
        .apply(input, given(weight), given(bias));
  }

  /** Refuses factors and addends of another shape. */
  public static void requireShape(String name, @Nullable Tensor tensor, long... shape) {
    if (tensor != null && !Arrays.equals(tensor.shape(), shape)) {
      throw new IllegalArgumentException(
          "Expected %s to be of same shape as normalized_shape, but got %s of shape %s and normalized_shape = %s"
              .formatted(name, name, Arrays.toString(tensor.shape()), Arrays.toString(shape)));
    }
  }

  /** An operand, or what stands for one that is not given. */
  static Tensor given(@Nullable Tensor operand) {
    return operand == null ? Formula.absent() : operand;
  }

  /** The saved value of an operand that may not be given. */
  static @Nullable Tensor present(@Nullable Tensor operand, Tensor saved) {
    return operand == null ? null : saved;
  }

  /** Groups of channels of each row by themselves; factors and addends are the channels'. */
  public static Tensor group(
      Tensor input, int groups, double eps, @Nullable Tensor weight, @Nullable Tensor bias) {
    checkGroups(input, groups);
    requireChannels("weight", weight, input);
    requireChannels("bias", bias, input);
    return new Formula(
            "NativeGroupNormBackward0",
            Formula.Saves.OPERANDS,
            all ->
                Normalisation.affine(
                    Normalisation.group(all[0], groups, eps),
                    Normalisation.channels(all[0], present(weight, all[1])),
                    Normalisation.channels(all[0], present(bias, all[2]))),
            (g, all, i) ->
                g[0] == null
                    ? null
                    : switch (i) {
                      case 0 ->
                          NormalisationDerivatives.groupNormInput(
                              g[0], all[0], groups, present(weight, all[1]), eps);
                      case 1 -> NormalisationDerivatives.groupNormWeight(g[0], all[0], groups, eps);
                      default -> NormalisationDerivatives.channelBias(g[0]);
                    })
        .apply(input, given(weight), given(bias));
  }

  private static void checkGroups(Tensor input, int groups) {
    if (input.dim() < 2) {
      throw new IllegalArgumentException(
          "Expected at least 2 dimensions for input tensor but received " + input.dim());
    }
    if (groups <= 0 || input.size(1) % groups != 0) {
      throw new IllegalArgumentException(
          "Expected number of channels in input to be divisible by num_groups, but got input of shape %s and num_groups=%d"
              .formatted(Arrays.toString(input.shape()), groups));
    }
    long[] merged = input.shape();
    merged[0] = input.size(0) * input.size(1) / groups;
    merged[1] = groups;
    if (input.numel() == groups && input.numel() > 0) {
      throw new IllegalArgumentException(
          "Expected more than 1 value per channel when training, got input size "
              + Arrays.toString(merged));
    }
  }

  private static void requireChannels(String name, @Nullable Tensor numbers, Tensor input) {
    if (numbers != null && (numbers.dim() != 1 || numbers.numel() != input.size(1))) {
      throw new IllegalArgumentException(
          "Expected %s to be a vector of size equal to the number of channels in input, but got %s of shape %s and input of shape %s"
              .formatted(
                  name, name, Arrays.toString(numbers.shape()), Arrays.toString(input.shape())));
    }
  }

  /** Each channel of each row over its positions, as a batch of one row with all the channels. */
  public static Tensor instance(
      Tensor input, @Nullable Tensor weight, @Nullable Tensor bias, double eps) {
    long positions = 1;
    for (int d = 2; d < input.dim(); d++) {
      positions *= input.size(d);
    }
    if (positions == 1) {
      throw new IllegalArgumentException(
          "Expected more than 1 spatial element when training, got input size torch.Size(%s)"
              .formatted(Arrays.toString(input.shape())));
    }
    long rows = input.size(0);
    long[] merged = input.shape();
    merged[0] = 1;
    merged[1] = rows * input.size(1);
    BatchStatistics own = BatchStatistics.ofBatch().withEps(eps);
    return new BatchNormalisation(input.reshape(merged), own)
        .apply(weight == null ? null : weight.repeat(rows), bias == null ? null : bias.repeat(rows))
        .reshape(input.shape());
  }
}
