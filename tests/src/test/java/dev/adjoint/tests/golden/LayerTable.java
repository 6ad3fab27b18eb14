package dev.adjoint.tests.golden;

import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Attention;
import dev.adjoint.nn.Bag;
import dev.adjoint.nn.BatchStatistics;
import dev.adjoint.nn.Embedding;
import dev.adjoint.nn.Functional;
import java.util.Locale;

/** {@code nn.functional}: layers with tables, statistics, chance, and attention. */
final class LayerTable {

  private static final String PREFIX = "nn.functional.";
  private static final int KEYWORD = Integer.MAX_VALUE;

  private LayerTable() {}

  static void register(OperatorTable table) {
    table.single(PREFIX + "batch_norm", LayerTable::batchNorm);
    table.single(
        PREFIX + "bilinear",
        a ->
            Functional.bilinear(
                a.tensor(0), a.tensor(1), a.tensor(2), a.optionalTensor(3, "bias")));
    table.single(PREFIX + "scaled_dot_product_attention", LayerTable::attention);
    table.single(
        PREFIX + "embedding", a -> Functional.embedding(a.tensor(1), a.tensor(0), rows(a)));
    table.single(PREFIX + "embedding_bag", LayerTable::bags);
    dropout(table, "dropout", true, Functional::dropout);
    dropout(table, "feature_dropout", true, Functional::featureDropout);
    dropout(table, "alpha_dropout", false, Functional::alphaDropout);
    dropout(table, "feature_alpha_dropout", false, Functional::featureAlphaDropout);
  }

  private static Tensor batchNorm(Arguments a) {
    Tensor mean = a.optionalTensor(1, "running_mean");
    Tensor variance = a.optionalTensor(2, "running_var");
    BatchStatistics statistics =
        a.flag(5, "training", false)
            ? BatchStatistics.training(mean, variance)
            : BatchStatistics.evaluation(mean, variance);
    return Functional.batchNorm(
        a.tensor(0),
        a.optionalTensor(3, "weight"),
        a.optionalTensor(4, "bias"),
        statistics.withMomentum(a.number(6, "momentum", 0.1)).withEps(a.number(7, "eps", 1e-5)));
  }

  private static Tensor attention(Arguments a) {
    Attention options = Attention.of().withDropout(a.number(4, "dropout_p", 0));
    options = a.flag(5, "is_causal", false) ? options.causal() : options;
    if (a.has(KEYWORD, "scale")) {
      options = options.withScale(a.number(KEYWORD, "scale", 0));
    }
    return Functional.scaledDotProductAttention(
        a.tensor(0),
        a.tensor(1),
        a.tensor(2),
        a.optionalTensor(3, "attn_mask"),
        a.flag("enable_gqa", false) ? options.withGroupedQueries() : options);
  }

  private static Embedding rows(Arguments a) {
    Embedding rows = Embedding.of();
    if (a.has(KEYWORD, "padding_idx")) {
      rows = rows.withPaddingIdx(a.integer(KEYWORD, "padding_idx", 0));
    }
    if (a.has(KEYWORD, "max_norm")) {
      rows = rows.withMaxNorm(a.number(KEYWORD, "max_norm", 0), a.number(KEYWORD, "norm_type", 2));
    }
    return a.flag("scale_grad_by_freq", false) ? rows.withGradScaledByFrequency() : rows;
  }

  private static Tensor bags(Arguments a) {
    String mode = a.text(KEYWORD, "mode", "mean").toUpperCase(Locale.ROOT);
    Bag options = Bag.of(Bag.Mode.valueOf(mode)).withRows(rows(a));
    return Functional.embeddingBag(
        a.tensor(1),
        a.tensor(0),
        a.optionalTensor(2, "offsets"),
        a.optionalTensor(KEYWORD, "per_sample_weights"),
        a.flag("include_last_offset", false) ? options.withLastOffset() : options);
  }

  /** Elements or channels left out by chance. */
  @FunctionalInterface
  private interface Dropout {
    Tensor apply(Tensor input, double p, boolean training, Generator generator);
  }

  private static void dropout(
      OperatorTable table, String name, boolean training, Dropout operation) {
    table.single(
        PREFIX + name,
        a ->
            operation.apply(
                a.tensor(0, "input"),
                a.number(1, "p", 0.5),
                a.flag(2, "training", training),
                Generator.ofDefault()));
  }
}
