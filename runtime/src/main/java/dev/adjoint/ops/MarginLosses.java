package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.MarginLossDerivatives;
import dev.adjoint.nn.Reduction;
import dev.adjoint.nn.Triplet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Losses of margins that are missed. */
public final class MarginLosses {
  private static final double LEAST_SQUARE = 1e-12;

  private MarginLosses() {}

  /** The margins by which other classes come too near to the target's. */
  public static Tensor multiMargin(
      Tensor input,
      Tensor target,
      long p,
      double margin,
      @Nullable Tensor weight,
      Reduction reduction) {
    checkMultiMargin(input, target, p, weight);
    Refusals.requireConstant("multi_margin_loss", "weight", weight);
    requireRange(target, rows(input).size(1), "target out of range");
    return new Formula(
            "MultiMarginLossBackward0",
            Formula.Saves.OPERANDS,
            all -> reduction.of(multiMargins(all[0], target, p, margin, weight)),
            (g, all, i) ->
                g[0] == null
                    ? null
                    : MarginLossDerivatives.multiMarginLossInput(
                        g[0], all[0], all[1], p, margin, weight, reduction))
        .applyWith(new Tensor[] {target}, input);
  }

  private static Tensor multiMargins(
      Tensor input, Tensor target, long p, double margin, @Nullable Tensor weight) {
    Tensor rows = rows(input);
    Tensor places = target.toLong().reshape(rows.size(0), 1);
    Tensor missed = rows.sub(rows.gather(1, places)).add(margin);
    Tensor isOther = Tensor.arange(rows.size(1)).ne(places);
    Tensor counted = positive(missed, isOther);
    Tensor powers = p == 1 ? counted : counted.square();
    Tensor weighted = weight == null ? powers : powers.mul(weight.take(places));
    return weighted.sum(1, false).div(rows.size(1)).reshape(target.shape());
  }

  /** One row for each sample. */
  public static Tensor rows(Tensor input) {
    return input.dim() == 2 ? input : input.reshape(1, input.numel());
  }

  /** Positive elements where a condition holds, else zeros; at zero there is no gradient. */
  static Tensor positive(Tensor missed, Tensor condition) {
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
    for (long place : places.toLong().reshape(-1).toLongArray()) {
      require(place >= 0 && place < classes, refusal);
    }
  }

  private static void require(boolean holds, String refusal) {
    if (!holds) {
      throw new IllegalArgumentException(refusal);
    }
  }

  /** The margins by which other classes come too near to any of the targets. */
  public static Tensor multilabelMargin(Tensor input, Tensor target, Reduction reduction) {
    requireVectors(input);
    require(
        input.layout().sameShape(target.layout()),
        "inconsistent target size: %s for input of size: %s".formatted(text(target), text(input)));
    requireLong(target);
    long classes = rows(input).size(1);
    requireRange(target.clampMin(0), classes, "argument #2 'target' is out of range");
    return new Formula(
            "MultilabelMarginLossBackward0",
            Formula.Saves.OPERANDS,
            all -> reduction.of(multilabelMargins(all[0], target)),
            (g, all, i) ->
                g[0] == null
                    ? null
                    : MarginLossDerivatives.multilabelMarginLossInput(
                        g[0], all[0], all[1], reduction))
        .applyWith(new Tensor[] {target}, input);
  }

  private static Tensor multilabelMargins(Tensor input, Tensor target) {
    Tensor rows = rows(input);
    Labels labels = Labels.of(rows(target));
    Tensor losses = positive(labels.missed(rows), labels.counts()).sum(new int[] {1, 2}, false);
    Tensor means = losses.div(rows.size(1));
    return input.dim() == 2 ? means : means.reshape();
  }

  /**
   * The targets of samples that have several.
   *
   * @param places the class of each label; class 0 behind the last label
   * @param counts for each label and class whether the label is one and the class is none
   */
  public record Labels(Tensor places, Tensor counts) {

    /** Labels up to the first negative one of each row. */
    public static Labels of(Tensor labels) {
      Tensor isLabel = labels.lt(0).toLong().cumsum(1).eq(0);
      Tensor places = Tensor.where(isLabel, labels, Tensor.tensor(0L));
      Tensor marked =
          Tensor.zeros(DType.INT64, labels.shape()).scatterAdd(1, places, isLabel.toLong());
      return new Labels(places, isLabel.unsqueeze(2).logicalAnd(marked.eq(0).unsqueeze(1)));
    }

    /** By how much each class comes too near to each label. */
    public Tensor missed(Tensor rows) {
      return rows.unsqueeze(1).sub(rows.gather(1, places).unsqueeze(2)).add(1);
    }
  }

  /** One minus the cosine of similar vectors (1), that beyond a margin of dissimilar ones (-1). */
  public static Tensor cosineEmbedding(Tensor first, Tensor second, Tensor target, double margin) {
    require(target.dim() <= 1, "0D or 1D target tensor expected, multi-target not supported");
    require(
        first.dim() == target.dim() + 1 && second.dim() == target.dim() + 1,
        "%dD target tensor expects %dD input tensors, but found inputs with sizes %s and %s."
            .formatted(target.dim(), target.dim() + 1, text(first), text(second)));
    Tensor products = first.mul(second).sum(-1, false);
    Tensor squares = PlainNumbers.add(first.mul(first).sum(-1, false), LEAST_SQUARE);
    Tensor otherSquares = PlainNumbers.add(second.mul(second).sum(-1, false), LEAST_SQUARE);
    Tensor cosine = products.div(squares.mul(otherSquares).sqrt());
    Tensor zero = Tensor.zeros(cosine.dtype());
    Tensor similar = Tensor.where(target.eq(1), PlainNumbers.from(1, cosine), zero);
    Tensor excess = PlainNumbers.sub(cosine, margin).clampMin(0);
    Tensor dissimilar = Tensor.where(target.eq(-1), excess, zero);
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
    return PlainNumbers.add(near, options.margin()).sub(farther).clampMin(0);
  }

  private static Tensor distance(Tensor first, Tensor second, Triplet options) {
    return pairwise(first, second, options.p(), options.eps(), false);
  }

  /** The norm of the difference of vectors. */
  public static Tensor pairwise(
      Tensor first, Tensor second, double p, double eps, boolean keepdim) {
    Tensor difference = PlainNumbers.add(first.sub(second), eps);
    return Reductions.norm("NormBackward1", difference, p, new int[] {-1}, keepdim);
  }
}
