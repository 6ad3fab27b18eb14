package dev.adjoint.tests.golden;

import static dev.adjoint.tests.golden.Families.unary;

import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Reduction;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code nn.functional}. */
final class NetworkTable {

  private static final String PREFIX = "nn.functional.";

  private NetworkTable() {}

  static void register(OperatorTable table) {
    plain(table);
    shaped(table);
    losses(table);
    classifications(table);
  }

  private static void activation(
      OperatorTable table, String name, UnaryOperator<Tensor> operation) {
    unary(table, PREFIX + name, operation);
  }

  private static void plain(OperatorTable table) {
    activation(table, "relu6", Functional::relu6);
    activation(table, "selu", Functional::selu);
    activation(table, "silu", Functional::silu);
    activation(table, "mish", Functional::mish);
    activation(table, "hardswish", Functional::hardswish);
    activation(table, "hardsigmoid", Functional::hardsigmoid);
    activation(table, "logsigmoid", Functional::logsigmoid);
    activation(table, "softsign", Functional::softsign);
    activation(table, "tanhshrink", Functional::tanhshrink);
  }

  private static void shaped(OperatorTable table) {
    table.single(
        PREFIX + "hardtanh",
        a ->
            Functional.hardtanh(
                a.tensor(0), a.number(1, "min_val", -1), a.number(2, "max_val", 1)));
    table.single(
        PREFIX + "leaky_relu",
        a -> Functional.leakyRelu(a.tensor(0), a.number(1, "negative_slope", 0.01)));
    table.single(PREFIX + "elu", a -> Functional.elu(a.tensor(0), a.number(1, "alpha", 1)));
    table.single(PREFIX + "celu", a -> Functional.celu(a.tensor(0), a.number(1, "alpha", 1)));
    table.single(
        PREFIX + "softplus",
        a ->
            Functional.softplus(a.tensor(0), a.number(1, "beta", 1), a.number(2, "threshold", 20)));
    table.single(
        PREFIX + "softshrink", a -> Functional.softshrink(a.tensor(0), a.number(1, "lambd", 0.5)));
    table.single(
        PREFIX + "hardshrink", a -> Functional.hardshrink(a.tensor(0), a.number(1, "lambd", 0.5)));
    table.single(
        PREFIX + "threshold",
        a ->
            Functional.threshold(
                a.tensor(0), a.number(1, "threshold", 0), a.number(2, "value", 0)));
    table.single(PREFIX + "glu", a -> Functional.glu(a.tensor(0), a.integer(1, "dim", -1)));
    table.single(
        PREFIX + "gelu",
        a ->
            switch (a.text(1, "approximate", "none")) {
              case "tanh" -> Functional.geluTanh(a.tensor(0));
              case "none" -> Functional.gelu(a.tensor(0));
              // The two are two methods here, so that there is no third.
              case String other -> throw new IllegalArgumentException(other);
            });
    table.single(PREFIX + "prelu", a -> Functional.prelu(a.tensor(0), a.tensor(1, "weight")));
  }

  private static Reduction reduction(Arguments a) {
    return Reduction.valueOf(
        a.text(Integer.MAX_VALUE, "reduction", "mean").toUpperCase(java.util.Locale.ROOT));
  }

  private static double keyword(Arguments a, String name, double fallback) {
    return a.number(Integer.MAX_VALUE, name, fallback);
  }

  private static void losses(OperatorTable table) {
    table.single(
        PREFIX + "mse_loss", a -> Functional.mseLoss(a.tensor(0), a.tensor(1), reduction(a)));
    table.single(
        PREFIX + "l1_loss", a -> Functional.l1Loss(a.tensor(0), a.tensor(1), reduction(a)));
    table.single(
        PREFIX + "smooth_l1_loss",
        a ->
            Functional.smoothL1Loss(a.tensor(0), a.tensor(1), reduction(a), keyword(a, "beta", 1)));
    table.single(
        PREFIX + "huber_loss",
        a -> Functional.huberLoss(a.tensor(0), a.tensor(1), reduction(a), keyword(a, "delta", 1)));
    table.single(
        PREFIX + "soft_margin_loss",
        a -> Functional.softMarginLoss(a.tensor(0), a.tensor(1), reduction(a)));
    table.single(
        PREFIX + "hinge_embedding_loss",
        a ->
            Functional.hingeEmbeddingLoss(
                a.tensor(0), a.tensor(1), reduction(a), keyword(a, "margin", 1)));
    table.single(PREFIX + "kl_div", NetworkTable::relativeEntropy);
    table.single(
        PREFIX + "poisson_nll_loss",
        a ->
            Functional.poissonNllLoss(
                a.tensor(0),
                a.tensor(1),
                reduction(a),
                a.flag("log_input", true),
                a.flag("full", false),
                1e-8));
    table.single(
        PREFIX + "margin_ranking_loss",
        a ->
            Functional.marginRankingLoss(
                a.tensor(0), a.tensor(1), a.tensor(2), keyword(a, "margin", 0), reduction(a)));
    table.single(
        PREFIX + "linear",
        a ->
            a.has(2, "bias")
                ? Functional.linear(a.tensor(0), a.tensor(1), a.tensor(2, "bias"))
                : Functional.linear(a.tensor(0), a.tensor(1)));
  }

  private static void classifications(OperatorTable table) {
    table.single(
        PREFIX + "binary_cross_entropy_with_logits",
        a -> {
          Tensor weight = a.optionalTensor(2, "weight");
          Tensor positive = a.optionalTensor(Integer.MAX_VALUE, "pos_weight");
          return weight == null && positive == null
              ? Functional.binaryCrossEntropyWithLogits(a.tensor(0), a.tensor(1), reduction(a))
              : Functional.binaryCrossEntropyWithLogits(
                  a.tensor(0), a.tensor(1), reduction(a), weight, positive);
        });
    table.single(
        PREFIX + "nll_loss",
        a ->
            a.keywords().keySet().equals(Set.of("reduction"))
                ? Functional.nllLoss(a.tensor(0), a.tensor(1), reduction(a))
                : Functional.nllLoss(
                    a.tensor(0), a.tensor(1), reduction(a), weight(a), ignored(a)));
    table.single(
        PREFIX + "cross_entropy",
        a ->
            Set.of("reduction").containsAll(a.keywords().keySet())
                ? Functional.crossEntropy(a.tensor(0), a.tensor(1), reduction(a))
                : Functional.crossEntropy(
                    a.tensor(0),
                    a.tensor(1),
                    reduction(a),
                    weight(a),
                    ignored(a),
                    keyword(a, "label_smoothing", 0)));
  }

  private static @Nullable Tensor weight(Arguments a) {
    return a.optionalTensor(Integer.MAX_VALUE, "weight");
  }

  private static int ignored(Arguments a) {
    return a.integer(Integer.MAX_VALUE, "ignore_index", -100);
  }

  private static Tensor relativeEntropy(Arguments a) {
    Tensor input = a.tensor(0);
    boolean logTarget = a.flag("log_target", false);
    if (a.text(Integer.MAX_VALUE, "reduction", "mean").equals("batchmean")) {
      Tensor sum = Functional.klDiv(input, a.tensor(1), Reduction.SUM, logTarget);
      return sum.div(input.dim() == 0 ? 1 : input.size(0));
    }
    return Functional.klDiv(input, a.tensor(1), reduction(a), logTarget);
  }
}
