package dev.adjoint.tests.golden;

import dev.adjoint.Tensor;
import dev.adjoint.nn.Ctc;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Reduction;
import dev.adjoint.nn.Triplet;
import java.util.List;
import java.util.Locale;

/** {@code nn.functional}: losses of probabilities and of margins. */
final class ScoreTable {

  private static final String PREFIX = "nn.functional.";
  private static final int KEYWORD = Integer.MAX_VALUE;

  private ScoreTable() {}

  static void register(OperatorTable table) {
    table.single(PREFIX + "binary_cross_entropy", ScoreTable::binaryCrossEntropy);
    table.single(
        PREFIX + "gaussian_nll_loss",
        a ->
            Functional.gaussianNllLoss(
                a.tensor(0),
                a.tensor(1),
                a.tensor(2, "var"),
                reduction(a, 5),
                a.flag(3, "full", false),
                a.number(4, "eps", 1e-6)));
    table.single(PREFIX + "ctc_loss", ScoreTable::ctc);
    table.single(
        PREFIX + "multilabel_soft_margin_loss",
        a ->
            Functional.multilabelSoftMarginLoss(
                a.tensor(0), a.tensor(1), a.optionalTensor(2, "weight"), reduction(a)));
    margins(table);
  }

  private static void margins(OperatorTable table) {
    table.single(
        PREFIX + "multi_margin_loss",
        a ->
            Functional.multiMarginLoss(
                a.tensor(0),
                a.tensor(1),
                a.integer(2, "p", 1),
                a.number(3, "margin", 1),
                a.optionalTensor(4, "weight"),
                reduction(a)));
    table.single(
        PREFIX + "multilabel_margin_loss",
        a -> Functional.multilabelMarginLoss(a.tensor(0), a.tensor(1), reduction(a)));
    table.single(
        PREFIX + "cosine_embedding_loss",
        a ->
            Functional.cosineEmbeddingLoss(
                a.tensor(0), a.tensor(1), a.tensor(2), a.number(3, "margin", 0), reduction(a)));
    table.single(
        PREFIX + "triplet_margin_loss",
        a ->
            Functional.tripletMarginLoss(
                a.tensor(0), a.tensor(1), a.tensor(2), triplet(a), reduction(a)));
  }

  private static Reduction reduction(Arguments a) {
    return reduction(a, KEYWORD);
  }

  private static Reduction reduction(Arguments a, int position) {
    String name = a.text(position, "reduction", "mean");
    try {
      return Reduction.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " is not a valid value for reduction", e);
    }
  }

  private static Tensor binaryCrossEntropy(Arguments a) {
    Tensor weight = a.optionalTensor(2, "weight");
    return weight == null
        ? Functional.binaryCrossEntropy(a.tensor(0), a.tensor(1), reduction(a))
        : Functional.binaryCrossEntropy(a.tensor(0), a.tensor(1), reduction(a), weight);
  }

  private static Triplet triplet(Arguments a) {
    Triplet options =
        Triplet.of()
            .withMargin(a.number(3, "margin", 1))
            .withP(a.number(4, "p", 2))
            .withEps(a.number(5, "eps", 1e-6));
    return a.flag(6, "swap", false) ? options.withSwap() : options;
  }

  private static Tensor ctc(Arguments a) {
    Ctc options = Ctc.of().withReduction(reduction(a, 5)).withBlank(a.integer(4, "blank", 0));
    return Functional.ctcLoss(
        a.tensor(0),
        a.tensor(1),
        lengths(a, 2, "input_lengths"),
        lengths(a, 3, "target_lengths"),
        a.flag(6, "zero_infinity", false) ? options.withZeroInfinity() : options);
  }

  private static long[] lengths(Arguments a, int position, String name) {
    return switch (a.find(position, name)) {
      case Tensor tensor -> tensor.toLong().reshape(-1).toLongArray();
      case List<?> list -> list.stream().mapToLong(n -> ((Number) n).longValue()).toArray();
      case null, default -> throw new IllegalArgumentException(name);
    };
  }
}
