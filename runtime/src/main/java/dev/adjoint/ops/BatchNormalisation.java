package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.derivatives.NormalisationDerivatives;
import dev.adjoint.nn.BatchStatistics;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Channels brought to mean 0 and variance 1 over a whole batch.
 *
 * @param input a batch, its channels the second dimension
 * @param statistics where mean and variance come from
 */
record BatchNormalisation(Tensor input, BatchStatistics statistics) {

  /** The normalised batch, scaled and moved. */
  Tensor apply(@Nullable Tensor weight, @Nullable Tensor bias) {
    check(weight, bias);
    return new Formula(
            "NativeBatchNormBackward0",
            Formula.Saves.OPERANDS,
            all ->
                Normalisation.affine(
                    values(all[0]),
                    Normalisation.channels(all[0], LayerNormalisation.present(weight, all[1])),
                    Normalisation.channels(all[0], LayerNormalisation.present(bias, all[2]))),
            (g, all, i) ->
                g[0] == null
                    ? null
                    : switch (i) {
                      case 0 ->
                          NormalisationDerivatives.batchNormInput(
                              g[0], all[0], LayerNormalisation.present(weight, all[1]), statistics);
                      case 1 -> NormalisationDerivatives.batchNormWeight(g[0], all[0], statistics);
                      default -> NormalisationDerivatives.batchNormBias(g[0]);
                    })
        .apply(input, LayerNormalisation.given(weight), LayerNormalisation.given(bias));
  }

  private Tensor values(Tensor batch) {
    if (batch.numel() == 0) {
      return batch.clone();
    }
    return statistics.isTraining() ? ofBatch(batch) : Normalisation.running(batch, statistics);
  }

  private Tensor ofBatch(Tensor batch) {
    int[] others = IntStream.range(0, batch.dim()).filter(d -> d != 1).toArray();
    Tensor mean = batch.mean(others, true);
    Tensor centred = batch.sub(mean);
    Tensor variance = centred.square().mean(others, true);
    double count = (double) batch.numel() / batch.size(1);
    update(statistics.mean(), mean);
    update(statistics.variance(), variance.mul(count / (count - 1)));
    return centred.mul(variance.add(statistics.eps()).rsqrt());
  }

  private void update(@Nullable Tensor running, Tensor current) {
    if (running != null) {
      double momentum = statistics.momentum();
      Tensor added = current.reshape(-1).mul(momentum).to(running.dtype());
      running.mul_(1 - momentum).add_(added);
    }
  }

  private void check(@Nullable Tensor weight, @Nullable Tensor bias) {
    long channels = input.dim() < 2 ? 0 : input.size(1);
    if (statistics.isTraining() && channels > 0 && input.numel() == channels) {
      throw new IllegalArgumentException(
          "Expected more than 1 value per channel when training, got input size torch.Size(%s)"
              .formatted(Arrays.toString(input.shape())));
    }
    requireSize("running_mean", statistics.mean(), channels);
    requireSize("running_var", statistics.variance(), channels);
    requireSize("weight", weight, channels);
    requireSize("bias", bias, channels);
    if (!input.dtype().isFloatingPoint()) {
      throw new UnsupportedOperationException(
          "\"batch_norm\" not implemented for '%s'".formatted(input.dtype().title()));
    }
  }

  private void requireSize(String name, @Nullable Tensor numbers, long channels) {
    if (numbers != null && numbers.numel() != channels) {
      throw new IllegalArgumentException(
          "%s should contain %d elements not %d".formatted(name, channels, numbers.numel()));
    }
    if (numbers != null && numbers.dtype() != input.dtype()) {
      throw new IllegalArgumentException(
          "mixed dtype (CPU): expect parameter to have scalar type of " + input.dtype().title());
    }
  }
}
