package dev.adjoint.tests.golden;

import static dev.adjoint.tests.golden.Families.binary;
import static dev.adjoint.tests.golden.Families.unary;

import dev.adjoint.FrexpResult;
import dev.adjoint.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Spread, correlation, quantiles, slopes, areas, and floating-point numbers taken apart. */
final class StatisticsTable {

  private static final int KEYWORD = Integer.MAX_VALUE;

  private StatisticsTable() {}

  static void register(OperatorTable table) {
    closeness(table);
    spread(table);
    slopes(table);
    numbers(table);
    table.single(
        "renorm",
        a -> a.tensor(0).renorm(a.number(1, "p", 2), a.integer(2), a.number(3, "maxnorm", 0)));
    table.single(
        "renorm_",
        a -> a.tensor(0).renorm_(a.number(1, "p", 2), a.integer(2), a.number(3, "maxnorm", 0)));
  }

  private static void closeness(OperatorTable table) {
    table.single(
        "isclose",
        a -> a.tensor(0).isclose(a.tensor(1), rtol(a), atol(a), a.flag(4, "equal_nan", false)));
    table.single(
        "allclose",
        a -> a.tensor(0).allclose(a.tensor(1), rtol(a), atol(a), a.flag(4, "equal_nan", false)));
  }

  private static double rtol(Arguments a) {
    return a.number(2, "rtol", 1e-5);
  }

  private static double atol(Arguments a) {
    return a.number(3, "atol", 1e-8);
  }

  private static void spread(OperatorTable table) {
    table.single(
        "cov",
        a ->
            a.tensor(0)
                .cov(
                    a.integer(KEYWORD, "correction", 1),
                    a.optionalTensor(KEYWORD, "fweights"),
                    a.optionalTensor(KEYWORD, "aweights")));
    unary(table, "corrcoef", Tensor::corrcoef);
    table.single("quantile", StatisticsTable::quantile);
    table.single("nanquantile", StatisticsTable::nanquantile);
  }

  private static @Nullable Integer dim(Arguments a) {
    return a.find(2, "dim") instanceof Number number ? (Integer) number.intValue() : null;
  }

  private static Tensor quantile(Arguments a) {
    boolean keepdim = a.flag(3, "keepdim", false);
    String between = a.text(KEYWORD, "interpolation", "linear");
    return a.find(1, "q") instanceof Tensor q
        ? a.tensor(0).quantile(q, dim(a), keepdim, between)
        : a.tensor(0).quantile(a.number(1, "q", 0), dim(a), keepdim, between);
  }

  private static Tensor nanquantile(Arguments a) {
    boolean keepdim = a.flag(3, "keepdim", false);
    String between = a.text(KEYWORD, "interpolation", "linear");
    return a.find(1, "q") instanceof Tensor q
        ? a.tensor(0).nanquantile(q, dim(a), keepdim, between)
        : a.tensor(0).nanquantile(a.number(1, "q", 0), dim(a), keepdim, between);
  }

  private static void slopes(OperatorTable table) {
    table.single(
        "diff",
        a ->
            a.tensor(0)
                .diff(
                    a.integer(1, "n", 1),
                    a.integer(2, "dim", -1),
                    a.optionalTensor(3, "prepend"),
                    a.optionalTensor(4, "append")));
    table.add("gradient", StatisticsTable::gradient);
    table.single("trapezoid", StatisticsTable::area);
    table.single("cumulative_trapezoid", StatisticsTable::areas);
  }

  private static List<@Nullable Object> gradient(Arguments a) {
    int[] given = a.integers(KEYWORD, "dim");
    int[] dim = given == null ? new int[0] : given;
    int order = a.integer(KEYWORD, "edge_order", 1);
    Tensor self = a.tensor(0);
    Tensor[] slopes =
        switch (a.find(KEYWORD, "spacing")) {
          case null -> self.gradient(1, dim, order);
          case Number spacing -> self.gradient(spacing.doubleValue(), dim, order);
          case List<?> list when list.getFirst() instanceof Tensor ->
              self.gradient(list.toArray(Tensor[]::new), dim, order);
          default -> self.gradient(a.numbers(KEYWORD, "spacing"), dim, order);
        };
    return List.of((Object[]) slopes);
  }

  private static Tensor area(Arguments a) {
    int dim = a.integer(KEYWORD, "dim", -1);
    return a.find(1, "x") instanceof Tensor x
        ? Tensor.trapezoid(a.tensor(0), x, dim)
        : Tensor.trapezoid(a.tensor(0), a.number(KEYWORD, "dx", 1), dim);
  }

  private static Tensor areas(Arguments a) {
    int dim = a.integer(KEYWORD, "dim", -1);
    return a.find(1, "x") instanceof Tensor x
        ? Tensor.cumulativeTrapezoid(a.tensor(0), x, dim)
        : Tensor.cumulativeTrapezoid(a.tensor(0), a.number(KEYWORD, "dx", 1), dim);
  }

  private static void numbers(OperatorTable table) {
    table.add("frexp", StatisticsTable::parts);
    binary(table, "ldexp", Tensor::ldexp, Tensor::ldexp_);
    binary(table, "nextafter", Tensor::nextafter, Tensor::nextafter_);
    binary(table, "heaviside", Tensor::heaviside, Tensor::heaviside_);
    table.single(
        "float_power",
        a ->
            !(a.find(0, "input") instanceof Tensor)
                ? Tensor.tensor(a.number(0, "input", 0), dev.adjoint.DType.FLOAT64)
                    .floatPower(a.tensor(1))
                : a.find(1, "exponent") instanceof Tensor exponent
                    ? a.tensor(0).floatPower(exponent)
                    : a.tensor(0).floatPower(a.number(1, "exponent", 0)));
    table.single(
        "float_power_",
        a ->
            a.find(1, "exponent") instanceof Tensor exponent
                ? a.tensor(0).floatPower_(exponent)
                : a.tensor(0).floatPower_(a.number(1, "exponent", 0)));
    table.single("new_tensor", StatisticsTable::newTensor);
    table.single("fill", StatisticsTable::filled);
    table.single("fill_", StatisticsTable::filledInPlace);
  }

  /** Numbers in a list are an array of them. */
  private static Tensor newTensor(Arguments a) {
    return a.tensor(0).newTensor(a.numbers(1, "data"));
  }

  private static List<@Nullable Object> parts(Arguments a) {
    FrexpResult parts = a.tensor(0).frexp();
    return List.of(parts.mantissa(), parts.exponent());
  }

  private static Tensor filled(Arguments a) {
    return switch (Objects.requireNonNull(a.find(1, "value"))) {
      case Tensor value -> a.tensor(0).fill(value);
      case Boolean value -> a.tensor(0).fill(value ? 1L : 0L);
      case Long value -> a.tensor(0).fill(value);
      default -> a.tensor(0).fill(a.number(1, "value", 0));
    };
  }

  private static Tensor filledInPlace(Arguments a) {
    return switch (Objects.requireNonNull(a.find(1, "value"))) {
      case Tensor value -> a.tensor(0).fill_(value);
      case Boolean value -> a.tensor(0).fill_(value ? 1L : 0L);
      case Long value -> a.tensor(0).fill_(value);
      default -> a.tensor(0).fill_(a.number(1, "value", 0));
    };
  }
}
