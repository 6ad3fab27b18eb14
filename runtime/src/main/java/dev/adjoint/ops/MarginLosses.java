package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Triplet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Losses of margins that are missed, composed of differentiable operations. */
public final class MarginLosses {
  private static final double LEAST_SQUARE = 1e-12;

  private MarginLosses() {}

  /** The margins by which other classes come too near to the target's, for each sample. */
  public static Tensor multiMargin(
      Tensor input, Tensor target, long p, double margin, @Nullable Tensor weight) {
    checkMultiMargin(input, target, p, weight);
    Tensor rows = rows(input);
    Tensor places = target.toLong().reshape(rows.size(0), 1);
    requireRange(places, rows.size(1), "target out of range");
    Tensor missed = rows.sub(rows.gather(1, places)).add(margin);
    Tensor isOther = Tensor.arange(rows.size(1)).ne(places);
    Tensor counted = positive(missed, isOther);
    Tensor powers = p == 1 ? counted : counted.square();
    Tensor weighted = weight == null ? powers : powers.mul(weight.take(places));
    return weighted.sum(1, false).div(rows.size(1)).reshape(target.shape());
  }

  /** One row for each sample. */
  private static Tensor rows(Tensor input) {
    return input.dim() == 2 ? input : input.reshape(1, input.numel());
  }

  /** Positive elements where a condition holds, else zeros; at zero there is no gradient. */
  private static Tensor positive(Tensor missed, Tensor condition) {
    Tensor zero = Tensor.zeros(missed.dtype());
    return Tensor.where(missed.detach().gt(0).logicalAnd(condition), missed, zero);
  }

  private static void checkMultiMargin(
      Tensor input, Tensor target, long p, @Nullable Tensor weight) {
    require(p == 1 || p == 2, "only p == 1 and p == 2 supported");
    require(weight == null || weight.dim() == 1, "weight must be one-dimensional");
    requireVectors(input);
    long samples = input.dim() == 2 ? input.size(0) : 1;
    require(
        target.dim() <= 1 && target.numel() == samples,
        "multi_margin_loss: target tensor should be 1-D with size equal to the number of input samples (batch size). Expected target size [%d], but got %s. Input has shape %s."
            .formatted(samples, text(target), text(input)));
    long classes = rows(input).size(1);
    require(
        weight == null || weight.numel() == classes,
        weight == null
            ? ""
            : "inconsistent weight size, expected %d but got %s".formatted(classes, text(weight)));
    requireLong(target);
  }

  private static String text(Tensor tensor) {
    return Arrays.toString(tensor.shape());
  }

  private static void requireVectors(Tensor input) {
    boolean isVector = input.dim() <= 1 && input.numel() > 0;
    require(
        isVector || (input.dim() == 2 && input.size(1) > 0),
        "Expected non-empty vector or matrix with optional 0-dim batch size, but got: "
            + text(input));
  }

  private static void requireLong(Tensor target) {
    require(
        target.dtype() == DType.INT64,
        "expected scalar type Long but found " + target.dtype().title());
  }

  private static void requireRange(Tensor places, long classes, String refusal) {
    for (long place : places.toLongArray()) {
      require(place >= 0 && place < classes, refusal);
    }
  }

  private static void require(boolean holds, String refusal) {
    if (!holds) {
      throw new IllegalArgumentException(refusal);
    }
  }

  /** The margins by which other classes come too near to any of the targets. */
  public static Tensor multilabelMargin(Tensor input, Tensor target) {
    requireVectors(input);
    require(
        input.layout().sameShape(target.layout()),
        "inconsistent target size: %s for input of size: %s".formatted(text(target), text(input)));
    requireLong(target);
    Tensor rows = rows(input);
    Tensor labels = rows(target);
    Tensor isLabel = isLabel(labels);
    Tensor places = Tensor.where(isLabel, labels, Tensor.tensor(0L));
    requireRange(places.reshape(-1), rows.size(1), "argument #2 'target' is out of range");
    Tensor marked = Tensor.zeros(DType.INT64, rows.shape()).scatterAdd(1, places, isLabel.toLong());
    Tensor missed = rows.unsqueeze(1).sub(rows.gather(1, places).unsqueeze(2)).add(1);
    Tensor counts = isLabel.unsqueeze(2).logicalAnd(marked.eq(0).unsqueeze(1));
    Tensor losses = positive(missed, counts).sum(new int[] {1, 2}, false);
    Tensor means = losses.div(rows.size(1));
    return input.dim() == 2 ? means : means.reshape();
  }

  /** The labels up to the first negative one. */
  private static Tensor isLabel(Tensor labels) {
    return labels.lt(0).toLong().cumsum(1).eq(0);
  }

  /** One minus the cosine of similar vectors (1), that beyond a margin of dissimilar ones (-1). */
  public static Tensor cosineEmbedding(Tensor first, Tensor second, Tensor target, double margin) {
    require(target.dim() <= 1, "0D or 1D target tensor expected, multi-target not supported");
    require(
        first.dim() == target.dim() + 1 && second.dim() == target.dim() + 1,
        "%dD target tensor expects %dD input tensors, but found inputs with sizes %s and %s."
            .formatted(target.dim(), target.dim() + 1, text(first), text(second)));
    Tensor products = first.mul(second).sum(-1, false);
    Tensor squares = first.square().sum(-1, false).add(LEAST_SQUARE);
    Tensor otherSquares = second.square().sum(-1, false).add(LEAST_SQUARE);
    Tensor cosine = products.div(squares.mul(otherSquares).sqrt());
    Tensor zero = Tensor.zeros(cosine.dtype());
    Tensor similar = Tensor.where(target.eq(1), cosine.rsub(1), zero);
    Tensor dissimilar = Tensor.where(target.eq(-1), cosine.sub(margin).clampMin(0), zero);
    return similar.add(dissimilar);
  }

  /** The margins by which negatives come too near to anchors. */
  public static Tensor triplet(Tensor anchor, Tensor positive, Tensor negative, Triplet options) {
    require(options.margin() > 0, "margin must be greater than 0, got " + options.margin());
    require(
        anchor.dim() == positive.dim() && anchor.dim() == negative.dim(),
        "The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor %dD, positive %dD, and negative %dD inputs"
            .formatted(anchor.dim(), positive.dim(), negative.dim()));
    Tensor near = distance(anchor, positive, options);
    Tensor far = distance(anchor, negative, options);
    Tensor farther = options.swap() ? far.minimum(distance(positive, negative, options)) : far;
    return near.sub(farther).add(options.margin()).clampMin(0);
  }

  private static Tensor distance(Tensor first, Tensor second, Triplet options) {
    return first.sub(second).add(options.eps()).norm(options.p(), new int[] {-1}, false);
  }
}
