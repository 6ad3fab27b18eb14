package dev.adjoint.tests.golden;

import static dev.adjoint.tests.golden.Families.binary;

import dev.adjoint.DType;
import dev.adjoint.StdMeanResult;
import dev.adjoint.Tensor;
import dev.adjoint.VarMeanResult;
import dev.adjoint.nn.Functional;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Operations composed of others: sums of products, normalisations, distances. */
final class CompositeTable {

  private static final String PREFIX = "nn.functional.";

  private CompositeTable() {}

  static void register(OperatorTable table) {
    sums(table);
    products(table);
    twins(table);
    pairs(table);
    normalisations(table);
    similarities(table);
  }

  /** A product of two tensors, weighted and added to a third. */
  @FunctionalInterface
  private interface WeightedSum {
    Tensor apply(Tensor self, Tensor first, Tensor second, double beta, double alpha);
  }

  private static void weighted(OperatorTable table, String name, WeightedSum operation) {
    table.single(
        name,
        a ->
            operation.apply(
                a.tensor(0),
                a.tensor(1),
                a.tensor(2),
                keyword(a, "beta", 1),
                keyword(a, "alpha", 1)));
  }

  private static double keyword(Arguments a, String name, double fallback) {
    return a.number(Integer.MAX_VALUE, name, fallback);
  }

  private static void sums(OperatorTable table) {
    weighted(table, "addmm", Tensor::addmm);
    weighted(table, "addmm_", Tensor::addmm_);
    weighted(table, "addmv", Tensor::addmv);
    weighted(table, "addmv_", Tensor::addmv_);
    weighted(table, "addr", Tensor::addr);
    weighted(table, "addr_", Tensor::addr_);
    weighted(table, "addbmm", Tensor::addbmm);
    weighted(table, "addbmm_", Tensor::addbmm_);
    weighted(table, "baddbmm", Tensor::baddbmm);
    weighted(table, "baddbmm_", Tensor::baddbmm_);
  }

  private static void products(OperatorTable table) {
    binary(table, "outer", Tensor::outer);
    binary(table, "inner", Tensor::inner);
    binary(table, "kron", Tensor::kron);
    table.single("tensordot", CompositeTable::contracted);
    table.single(
        "dist", a -> a.tensor(0).sub(a.tensor(1)).norm(a.number(2, "p", 2), new int[0], false));
  }

  private static Tensor contracted(Arguments a) {
    Tensor self = a.tensor(0);
    if (a.find(2, "dims") instanceof Number count) {
      int first = self.dim() - count.intValue();
      int[] last = IntStream.range(first, self.dim()).toArray();
      return self.tensordot(a.tensor(1), last, IntStream.range(0, count.intValue()).toArray());
    }
    List<?> dims = (List<?>) java.util.Objects.requireNonNull(a.find(2, "dims"));
    return self.tensordot(a.tensor(1), integers(dims.get(0)), integers(dims.get(1)));
  }

  private static int[] integers(Object list) {
    return ((List<?>) list).stream().mapToInt(item -> ((Number) item).intValue()).toArray();
  }

  /** In-place twins of comparisons write truth as 0 and 1. */
  private static void twins(OperatorTable table) {
    binary(table, "eq_", (x, y) -> x.copy_(x.eq(y)));
    binary(table, "ge_", (x, y) -> x.copy_(x.ge(y)));
    binary(table, "le_", (x, y) -> x.copy_(x.le(y)));
  }

  private static void pairs(OperatorTable table) {
    table.add("std_mean", CompositeTable::stdMean);
    table.add("var_mean", CompositeTable::varMean);
    table.single("arange", CompositeTable::range);
    table.single("to", CompositeTable::converted);
  }

  private static Tensor converted(Arguments a) {
    DType dtype = (DType) java.util.Objects.requireNonNull(a.find(1, "dtype"));
    Tensor result = a.tensor(0).to(dtype);
    return a.flag("copy", false) ? result.clone() : result;
  }

  private static List<@Nullable Object> stdMean(Arguments a) {
    StdMeanResult both =
        a.tensor(0)
            .stdMean(
                ReductionTable.spread(a), ReductionTable.correction(a), a.flag("keepdim", false));
    return List.of(both.deviation(), both.mean());
  }

  private static List<@Nullable Object> varMean(Arguments a) {
    VarMeanResult both =
        a.tensor(0)
            .varMean(
                ReductionTable.spread(a), ReductionTable.correction(a), a.flag("keepdim", false));
    return List.of(both.variance(), both.mean());
  }

  private static Tensor range(Arguments a) {
    double[] bounds =
        a.positional().stream()
            .mapToDouble(x -> x instanceof Boolean b ? (b ? 1 : 0) : ((Number) x).doubleValue())
            .toArray();
    Tensor made =
        switch (bounds.length) {
          case 1 -> Tensor.arange(bounds[0]);
          case 2 -> Tensor.arange(bounds[0], bounds[1]);
          default -> Tensor.arange(bounds[0], bounds[1], bounds[2]);
        };
    return made.to(java.util.Objects.requireNonNull(a.dtype()));
  }

  private static long[] sizes(Arguments a) {
    return Arrays.stream(a.sizes(1, "normalized_shape")).asLongStream().toArray();
  }

  private static void normalisations(OperatorTable table) {
    table.single(
        PREFIX + "layer_norm",
        a ->
            Functional.layerNorm(
                a.tensor(0),
                sizes(a),
                a.optionalTensor(2, "weight"),
                a.optionalTensor(3, "bias"),
                a.number(4, "eps", 1e-5)));
    table.single(
        PREFIX + "rms_norm",
        a ->
            Functional.rmsNorm(
                a.tensor(0),
                sizes(a),
                a.optionalTensor(2, "weight"),
                a.number(3, "eps", a.tensor(0).dtype() == DType.FLOAT32 ? 0x1p-23 : 0x1p-52)));
    table.single(
        PREFIX + "group_norm",
        a ->
            Functional.groupNorm(
                a.tensor(0),
                a.integer(1),
                a.optionalTensor(2, "weight"),
                a.optionalTensor(3, "bias"),
                a.number(4, "eps", 1e-5)));
    table.single(
        PREFIX + "instance_norm",
        a ->
            Functional.instanceNorm(
                a.tensor(0),
                a.optionalTensor(3, "weight"),
                a.optionalTensor(4, "bias"),
                a.number(7, "eps", 1e-5)));
    table.single(
        PREFIX + "local_response_norm",
        a ->
            Functional.localResponseNorm(
                a.tensor(0),
                a.integer(1),
                a.number(2, "alpha", 1e-4),
                a.number(3, "beta", 0.75),
                a.number(4, "k", 1)));
  }

  private static void similarities(OperatorTable table) {
    table.single(
        PREFIX + "normalize",
        a ->
            Functional.normalize(
                a.tensor(0),
                a.number(1, "p", 2),
                a.integer(2, "dim", 1),
                a.number(3, "eps", 1e-12)));
    table.single(
        PREFIX + "cosine_similarity",
        a ->
            Functional.cosineSimilarity(
                a.tensor(0), a.tensor(1), a.integer(2, "dim", 1), a.number(3, "eps", 1e-8)));
    table.single(
        PREFIX + "pairwise_distance",
        a ->
            Functional.pairwiseDistance(
                a.tensor(0),
                a.tensor(1),
                a.number(2, "p", 2),
                a.number(3, "eps", 1e-6),
                a.flag(4, "keepdim", false)));
  }
}
