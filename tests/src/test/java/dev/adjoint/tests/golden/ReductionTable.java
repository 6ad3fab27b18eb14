package dev.adjoint.tests.golden;

import static dev.adjoint.tests.golden.Families.binary;
import static dev.adjoint.tests.golden.Families.unary;

import dev.adjoint.AminmaxResult;
import dev.adjoint.MaxResult;
import dev.adjoint.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reductions, scans and orders, and products of matrices. */
final class ReductionTable {

  private ReductionTable() {}

  static void register(OperatorTable table) {
    sums(table);
    extremes(table);
    scans(table);
    orders(table);
    products(table);
  }

  /** The named dimensions, none for all. */
  static int[] dims(Arguments a, int position) {
    int[] dims = a.integers(position, "dim");
    return dims == null ? new int[0] : dims;
  }

  private static boolean keepdim(Arguments a, int position) {
    return a.flag(position, "keepdim", false);
  }

  private static Tensor converted(Arguments a) {
    var dtype = a.dtype();
    return dtype == null ? a.tensor(0) : a.tensor(0).to(dtype);
  }

  /** A reduction over dimensions. */
  @FunctionalInterface
  private interface OverDims {
    Tensor apply(Tensor self, int[] dims, boolean keepdim);
  }

  private static void reduction(OperatorTable table, String name, OverDims operation) {
    table.single(name, a -> operation.apply(converted(a), dims(a, 1), keepdim(a, 2)));
  }

  private static void sums(OperatorTable table) {
    table.single(
        "sum",
        a -> a.has(1, "dim") ? converted(a).sum(dims(a, 1), keepdim(a, 2)) : converted(a).sum());
    table.single(
        "mean",
        a -> a.has(1, "dim") ? converted(a).mean(dims(a, 1), keepdim(a, 2)) : converted(a).mean());
    table.single(
        "prod",
        a ->
            a.has(1, "dim")
                ? converted(a).prod(a.integer(1, "dim", 0), keepdim(a, 2))
                : converted(a).prod());
    reduction(table, "nansum", Tensor::nansum);
    reduction(table, "nanmean", Tensor::nanmean);
    reduction(table, "logsumexp", Tensor::logsumexp);
    reduction(table, "all", Tensor::all);
    reduction(table, "any", Tensor::any);
    table.single("count_nonzero", a -> a.tensor(0).countNonzero(dims(a, 1)));
    table.single("var", a -> a.tensor(0).var(spread(a), correction(a), a.flag("keepdim", false)));
    table.single("std", a -> a.tensor(0).std(spread(a), correction(a), a.flag("keepdim", false)));
    table.single("sum_to_size", a -> a.tensor(0).sumToSize(ShapeTable.shape(a, 1)));
    table.single("norm:inf", a -> a.tensor(0).norm(a.number(1, "p", 2), dims(a, 2), keepdim(a, 3)));
    table.single("norm:", a -> a.tensor(0).norm(a.number(1, "p", 2), dims(a, 2), keepdim(a, 3)));
    table.single("linalg.vector_norm", ReductionTable::vectorNorm);
  }

  private static Tensor vectorNorm(Arguments a) {
    return a.tensor(0).norm(a.number(1, "ord", 2), dims(a, 2), a.flag("keepdim", false));
  }

  /** {@code unbiased} may stand where the dimensions do. */
  static int[] spread(Arguments a) {
    return a.find(1, "dim") instanceof Boolean ? new int[0] : dims(a, 1);
  }

  static double correction(Arguments a) {
    if (a.find(1, "unbiased") instanceof Boolean unbiased) {
      return unbiased ? 1 : 0;
    }
    if (a.keywords().get("unbiased") instanceof Boolean unbiased) {
      return unbiased ? 1 : 0;
    }
    return a.keywords().get("correction") instanceof Number number ? number.doubleValue() : 1;
  }

  private static List<@Nullable Object> both(MaxResult result) {
    return List.of(result.values(), result.indices());
  }

  private static void extremes(OperatorTable table) {
    reduction(table, "amax", Tensor::amax);
    reduction(table, "amin", Tensor::amin);
    unary(table, "max:reduction_no_dim", Tensor::max);
    unary(table, "min:reduction_no_dim", Tensor::min);
    unary(table, "max", Tensor::max);
    unary(table, "min", Tensor::min);
    table.add(
        "max:reduction_with_dim",
        a -> both(a.tensor(0).max(a.integer(1, "dim", 0), keepdim(a, 2))));
    table.add(
        "min:reduction_with_dim",
        a -> both(a.tensor(0).min(a.integer(1, "dim", 0), keepdim(a, 2))));
    table.single(
        "argmax",
        a ->
            a.has(1, "dim")
                ? a.tensor(0).argmax(a.integer(1, "dim", 0), keepdim(a, 2))
                : a.tensor(0).argmax());
    table.single(
        "argmin",
        a ->
            a.has(1, "dim")
                ? a.tensor(0).argmin(a.integer(1, "dim", 0), keepdim(a, 2))
                : a.tensor(0).argmin());
    table.add(
        "aminmax",
        a -> {
          int[] dims = dims(a, 1);
          boolean keeps = keepdim(a, 2);
          AminmaxResult both = a.tensor(0).aminmax(dims, keeps);
          return List.of(both.min(), both.max());
        });
  }

  private static void scans(OperatorTable table) {
    table.single("cumsum", a -> converted(a).cumsum(a.integer(1, "dim", 0)));
    table.single("cumsum_", a -> converted(a).cumsum_(a.integer(1, "dim", 0)));
    table.single("cumprod", a -> converted(a).cumprod(a.integer(1, "dim", 0)));
    table.single("cumprod_", a -> converted(a).cumprod_(a.integer(1, "dim", 0)));
    table.single("logcumsumexp", a -> a.tensor(0).logcumsumexp(a.integer(1, "dim", 0)));
    table.add("cummax", a -> both(a.tensor(0).cummax(a.integer(1, "dim", 0))));
    table.add("cummin", a -> both(a.tensor(0).cummin(a.integer(1, "dim", 0))));
    table.single("softmax", a -> converted(a).softmax(a.integer(1, "dim", 0)));
    table.single("log_softmax", a -> converted(a).logSoftmax(a.integer(1, "dim", 0)));
    table.single("nn.functional.softmin", a -> converted(a).neg().softmax(a.integer(1, "dim", 0)));
  }

  private static void orders(OperatorTable table) {
    table.add(
        "sort",
        a -> both(a.tensor(0).sort(a.integer(1, "dim", -1), a.flag(2, "descending", false))));
    table.single(
        "argsort",
        a -> a.tensor(0).argsort(a.integer(1, "dim", -1), a.flag(2, "descending", false)));
    table.single("msort", a -> a.tensor(0).sort(0, false).values());
    table.add(
        "topk",
        a ->
            both(
                a.tensor(0)
                    .topk(a.integer(1), a.integer(2, "dim", -1), a.flag(3, "largest", true))));
    table.add(
        "kthvalue",
        a -> both(a.tensor(0).kthvalue(a.integer(1), a.integer(2, "dim", -1), keepdim(a, 3))));
    table.add("mode", a -> both(a.tensor(0).mode(a.integer(1, "dim", -1), keepdim(a, 2))));
    table.add(
        "median",
        a ->
            a.has(1, "dim")
                ? both(a.tensor(0).median(a.integer(1, "dim", 0), keepdim(a, 2)))
                : List.of(a.tensor(0).median()));
    table.add(
        "nanmedian",
        a ->
            a.has(1, "dim")
                ? both(a.tensor(0).nanmedian(a.integer(1, "dim", 0), keepdim(a, 2)))
                : List.of(a.tensor(0).nanmedian()));
  }

  private static void products(OperatorTable table) {
    binary(table, "matmul", Tensor::matmul);
    binary(table, "mm", Tensor::mm);
    binary(table, "mv", Tensor::mv);
    binary(table, "dot", Tensor::dot);
    binary(table, "vdot", Tensor::dot);
    binary(table, "bmm", Tensor::bmm);
  }
}
