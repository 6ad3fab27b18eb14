package dev.adjoint.tests.golden;

import static dev.adjoint.tests.golden.Families.unary;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ranges, grids, blocks, least ranks, and parts side by side. */
final class GridTable {

  private GridTable() {}

  static void register(OperatorTable table) {
    unary(table, "atleast_1d", Tensor::atleast1d);
    unary(table, "atleast_2d", Tensor::atleast2d);
    unary(table, "atleast_3d", Tensor::atleast3d);
    several(table, "broadcast_tensors", a -> Tensor.broadcastTensors(all(a)));
    several(
        table,
        "meshgrid",
        a -> Tensor.meshgrid(all(a), a.text(Integer.MAX_VALUE, "indexing", "ij")));
    table.single("cartesian_prod", a -> Tensor.cartesianProd(all(a)));
    table.single(
        "combinations",
        a ->
            Tensor.combinations(
                a.tensor(0), a.integer(1, "r", 2), a.flag(2, "with_replacement", false)));
    table.single("block_diag", a -> Tensor.blockDiag(all(a)));
    splits(table);
    ranges(table);
  }

  private static Tensor[] all(Arguments a) {
    return a.tensors(0).toArray(Tensor[]::new);
  }

  private static void several(
      OperatorTable table, String name, Function<Arguments, Tensor[]> operation) {
    table.add(name, a -> list(operation.apply(a)));
  }

  private static List<@Nullable Object> list(Tensor[] tensors) {
    return List.of((Object[]) tensors);
  }

  private static void splits(OperatorTable table) {
    several(table, "hsplit", a -> whole(a) ? self(a).hsplit(a.integer(1)) : self(a).hsplit(at(a)));
    several(table, "vsplit", a -> whole(a) ? self(a).vsplit(a.integer(1)) : self(a).vsplit(at(a)));
    several(table, "dsplit", a -> whole(a) ? self(a).dsplit(a.integer(1)) : self(a).dsplit(at(a)));
  }

  private static boolean whole(Arguments a) {
    return a.find(1, "sections") instanceof Number;
  }

  private static Tensor self(Arguments a) {
    return a.tensor(0);
  }

  private static long[] at(Arguments a) {
    return Arrays.stream(a.sizes(1, "indices")).asLongStream().toArray();
  }

  private static void ranges(OperatorTable table) {
    table.single(
        "linspace",
        a ->
            isScalar(a)
                ? Tensor.linspace(
                    a.number(0, "start", 0), a.number(1, "end", 0), steps(a), dtype(a))
                : Tensor.linspace(bound(a, 0, "start"), bound(a, 1, "end"), steps(a), dtype(a)));
    table.single(
        "logspace",
        a ->
            isScalar(a)
                ? Tensor.logspace(
                    a.number(0, "start", 0), a.number(1, "end", 0), steps(a), base(a), dtype(a))
                : Tensor.logspace(
                    bound(a, 0, "start"), bound(a, 1, "end"), steps(a), base(a), dtype(a)));
    table.single(
        "tril_indices",
        a -> Tensor.trilIndices(a.integer(0), a.integer(1), a.integer(2, "offset", 0)));
    table.single(
        "triu_indices",
        a -> Tensor.triuIndices(a.integer(0), a.integer(1), a.integer(2, "offset", 0)));
    table.single(
        "scalar_tensor",
        a ->
            a.find(0, "s") instanceof Long integer
                ? Tensor.scalarTensor(integer, dtype(a))
                : Tensor.scalarTensor(a.number(0, "s", 0), dtype(a)));
  }

  private static boolean isScalar(Arguments a) {
    return a.find(0, "start") instanceof Number && a.find(1, "end") instanceof Number;
  }

  private static Tensor bound(Arguments a, int position, String name) {
    return a.find(position, name) instanceof Number number
        ? Tensor.tensor(number.doubleValue(), DType.FLOAT64)
        : a.tensor(position, name);
  }

  private static int steps(Arguments a) {
    return ((Number) Objects.requireNonNull(a.find(2, "steps"))).intValue();
  }

  private static double base(Arguments a) {
    return a.number(3, "base", 10);
  }

  private static DType dtype(Arguments a) {
    DType dtype = a.dtype();
    return dtype == null ? DType.FLOAT32 : dtype;
  }
}
