package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.LikelihoodDerivatives;
import dev.adjoint.nn.Reduction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The negative log likelihood of classes, from log-probabilities.
 *
 * @param reduction how the losses are put together; the mean is that of the weights
 * @param weight a factor for each class, or null
 * @param ignoreIndex the target that does not count
 */
public record Likelihoods(Reduction reduction, @Nullable Tensor weight, long ignoreIndex) {
  private static final int IMAGES = 4;

  /** Which class the elements of a dimension are of. */
  static int classes(Tensor input) {
    return input.dim() == 1 ? 0 : 1;
  }

  /** One loss, or one per target. */
  public Tensor of(Tensor input, Tensor target) {
    check(input, target);
    if (input.dim() <= 2) {
      return recorded("NllLossBackward0", input, target);
    }
    checkPositions(input, target);
    if (input.dim() == IMAGES) {
      return recorded("NllLoss2DBackward0", input, target);
    }
    long positions = target.numel() / Math.max(1, input.size(0));
    Tensor images = input.reshape(input.size(0), input.size(1), 1, positions);
    Tensor places = target.reshape(input.size(0), 1, positions);
    Tensor losses = recorded("NllLoss2DBackward0", images, places);
    return reduction == Reduction.NONE ? losses.view(target.shape()) : losses;
  }

  private Tensor recorded(String name, Tensor input, Tensor target) {
    Refusals.requireConstant("nll_loss_forward", "weight", weight);
    return new Formula(
            name,
            Formula.Saves.OPERANDS,
            all -> values(all[0], target),
            (g, all, i) ->
                g[0] == null
                    ? null
                    : LikelihoodDerivatives.nllLossInput(
                        g[0], all[0], all[1], reduction, weight, ignoreIndex))
        .applyWith(new Tensor[] {target}, input);
  }

  private Tensor values(Tensor input, Tensor target) {
    int dim = classes(input);
    Tensor weights = weights(target, input.dtype());
    Tensor picked = input.gather(dim, places(target).unsqueeze(dim)).squeeze(dim);
    Tensor losses = picked.mul(weights).neg().maskedFill(target.eq(ignoreIndex), 0);
    return reduced(losses, weights);
  }

  /** Losses put together: the mean counts each by its weight. */
  Tensor reduced(Tensor losses, Tensor weights) {
    return reduction == Reduction.MEAN ? losses.sum().div(weights.sum()) : reduction.of(losses);
  }

  /** Targets as classes; ignored ones point at class 0. */
  public Tensor places(Tensor target) {
    return Tensor.where(target.eq(ignoreIndex), Tensor.tensor(0L), target.toLong());
  }

  /** The weight of each target, 0 for ignored ones. */
  public Tensor weights(Tensor target, DType dtype) {
    Tensor counted = target.ne(ignoreIndex).to(dtype);
    return weight == null ? counted : weight.detach().take(places(target)).mul(counted);
  }

  private void check(Tensor input, Tensor target) {
    if (input.dim() == 0) {
      throw new IllegalArgumentException("Expected 1 or more dimensions (got 0)");
    }
    if (target.dtype() != DType.INT64 && target.dtype() != DType.UINT8) {
      throw new IllegalArgumentException(
          "expected target dtype to be Long or Byte, but got " + target.dtype().title());
    }
    checkRank(input, target);
    long samples = target.dim() == 0 ? 0 : target.size(0);
    if (input.dim() > 1 && input.size(0) != samples) {
      throw new IllegalArgumentException(
          "Expected input batch_size (%d) to match target batch_size (%d)."
              .formatted(input.size(0), samples));
    }
    long classes = input.size(classes(input));
    checkWeight(classes, input.dim());
    for (long place : target.toLongArray()) {
      if (place != ignoreIndex && (place < 0 || place >= classes)) {
        throw new IndexOutOfBoundsException("Target " + place + " is out of bounds.");
      }
    }
  }

  private static void checkRank(Tensor input, Tensor target) {
    if (input.dim() <= 2 && target.dim() > 1) {
      throw new IllegalArgumentException(
          "0D or 1D target tensor expected, multi-target not supported");
    }
    if (input.dim() == 1 && target.dim() == 1 && target.size(0) != 1) {
      throw new IllegalArgumentException(
          "For 1D input, 1D target must have size 1, but got target size: " + target.size(0));
    }
  }

  private void checkWeight(long classes, int rank) {
    if (weight == null || (weight.dim() == 1 && weight.numel() == classes)) {
      return;
    }
    throw new IllegalArgumentException(
        rank > 2
            ? "weight tensor should be defined either for all or no classes"
            : "weight tensor should be defined either for all %d classes or no classes but got weight tensor of shape: %s"
                .formatted(classes, Arrays.toString(weight.shape())));
  }

  private static void checkPositions(Tensor input, Tensor target) {
    long[] expected = new long[input.dim() - 1];
    expected[0] = input.size(0);
    System.arraycopy(input.shape(), 2, expected, 1, expected.length - 1);
    if (Arrays.equals(expected, target.shape())) {
      return;
    }
    String given = Arrays.toString(target.shape());
    if (input.dim() != IMAGES) {
      throw new IllegalArgumentException(
          "Expected target size %s, got %s".formatted(Arrays.toString(expected), given));
    }
    throw new IllegalArgumentException(
        target.dim() == expected.length
            ? "size mismatch (got input: %s , target: %s"
                .formatted(Arrays.toString(input.shape()), given)
            : "only batches of spatial targets supported (3D tensors) but got targets of dimension:"
                + " "
                + target.dim());
  }
}
