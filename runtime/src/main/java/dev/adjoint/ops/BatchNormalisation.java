package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.GradMode;
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
    Tensor scale = Normalisation.channels(input, weight);
    Tensor addend = Normalisation.channels(input, bias);
    if (input.numel() == 0) {
      return Normalisation.affine(input.clone(), scale, addend);
    }
    Tensor standard = statistics.isTraining() ? ofBatch() : ofRunning();
    return Normalisation.affine(standard, scale, addend);
  }

  private Tensor ofBatch() {
    int[] others = IntStream.range(0, input.dim()).filter(d -> d != 1).toArray();
    Tensor mean = input.mean(others, true);
    Tensor centred = input.sub(mean);
    Tensor variance = centred.square().mean(others, true);
    try (var _ = GradMode.set(false)) {
      double count = (double) input.numel() / input.size(1);
      update(statistics.mean(), mean.detach());
      update(statistics.variance(), variance.detach().mul(count / (count - 1)));
    }
    return centred.mul(variance.add(statistics.eps()).rsqrt());
  }

  private void update(@Nullable Tensor running, Tensor current) {
    if (running != null) {
      double momentum = statistics.momentum();
      Tensor added = current.reshape(-1).mul(momentum).to(running.dtype());
      running.mul_(1 - momentum).add_(added);
    }
  }

  private Tensor ofRunning() {
    Tensor mean = Normalisation.channels(input, statistics.mean());
    Tensor variance = Normalisation.channels(input, statistics.variance());
    if (mean == null || variance == null) {
      throw new IllegalArgumentException(
          "running_%s must be defined in evaluation mode".formatted(mean == null ? "mean" : "var"));
    }
    Tensor scale = variance.detach().add(statistics.eps()).rsqrt();
    return input.sub(mean.detach()).mul(scale);
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
