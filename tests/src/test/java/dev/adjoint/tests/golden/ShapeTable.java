package dev.adjoint.tests.golden;

import static dev.adjoint.tests.golden.Families.binary;
import static dev.adjoint.tests.golden.Families.unary;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Views, parts, arrangements, conversions and new tensors. */
final class ShapeTable {

  private ShapeTable() {}

  static void register(OperatorTable table) {
    views(table);
    parts(table);
    arrangements(table);
    diagonals(table);
    picks(table);
    conversions(table);
    creation(table);
  }

  /** A shape given as a list, or as the positional arguments from {@code position} on. */
  static long[] shape(Arguments a, int position) {
    if (a.count() > position && a.positional().get(position) instanceof List<?> sizes) {
      return sizes.stream().mapToLong(size -> ((Number) size).longValue()).toArray();
    }
    return a.positional().subList(position, a.count()).stream()
        .mapToLong(size -> ((Number) Objects.requireNonNull(size)).longValue())
        .toArray();
  }

  private static long[] longs(int[] values) {
    return Arrays.stream(values).asLongStream().toArray();
  }

  private static List<@Nullable Object> list(Tensor[] tensors) {
    return List.of((Object[]) tensors);
  }

  private static void views(OperatorTable table) {
    table.single("view", a -> a.tensor(0).view(shape(a, 1)));
    table.single("reshape", a -> a.tensor(0).reshape(shape(a, 1)));
    table.single("expand", a -> a.tensor(0).expand(shape(a, 1)));
    table.single("broadcast_to", a -> a.tensor(0).broadcastTo(shape(a, 1)));
    table.single("permute", a -> a.tensor(0).permute(a.sizes(1, "dims")));
    table.single("transpose", a -> a.tensor(0).transpose(a.integer(1), a.integer(2)));
    table.single("unsqueeze", a -> a.tensor(0).unsqueeze(a.integer(1)));
    table.single(
        "squeeze",
        a -> a.count() > 1 ? a.tensor(0).squeeze(a.sizes(1, "dim")) : a.tensor(0).squeeze());
    unary(table, "t", Tensor::t);
    unary(table, "T", x -> x.permute(reversed(x.dim())));
    unary(table, "mT", Tensor::mT);
    unary(table, "ravel", Tensor::ravel);
    binary(table, "view_as", Tensor::viewAs);
    binary(table, "reshape_as", Tensor::reshapeAs);
    binary(table, "expand_as", Tensor::expandAs);
    table.single(
        "flatten",
        a -> a.tensor(0).flatten(a.integer(1, "start_dim", 0), a.integer(2, "end_dim", -1)));
    table.single("unflatten", a -> a.tensor(0).unflatten(a.integer(1), shape(a, 2)));
    table.single(
        "movedim", a -> a.tensor(0).movedim(a.sizes(1, "source"), a.sizes(2, "destination")));
    table.single("as_strided", a -> a.tensor(0).asStrided(shape(a, 1), shape(a, 2), offset(a)));
    table.single("unfold", a -> a.tensor(0).unfold(a.integer(1), a.integer(2), a.integer(3)));
  }

  private static int[] reversed(int rank) {
    int[] order = new int[rank];
    Arrays.setAll(order, d -> rank - 1 - d);
    return order;
  }

  private static long offset(Arguments a) {
    return a.integer(3, "storage_offset", 0);
  }

  private static void parts(OperatorTable table) {
    table.single("select", a -> a.tensor(0).select(a.integer(1), a.integer(2)));
    table.single("narrow", a -> a.tensor(0).narrow(a.integer(1), start(a), a.integer(3)));
    table.single(
        "narrow_copy", a -> a.tensor(0).narrow(a.integer(1), start(a), a.integer(3)).clone());
    table.add("unbind", a -> list(a.tensor(0).unbind(a.integer(1, "dim", 0))));
    table.add("chunk", a -> list(a.tensor(0).chunk(a.integer(1), a.integer(2, "dim", 0))));
    table.add("unsafe_chunk", a -> list(a.tensor(0).chunk(a.integer(1), a.integer(2, "dim", 0))));
    table.add("split", ShapeTable::split);
    table.add("unsafe_split", ShapeTable::split);
    table.add("split_with_sizes", ShapeTable::split);
    table.add("tensor_split", ShapeTable::tensorSplit);
    table.single(
        "cat", a -> Tensor.cat(a.tensors(0).toArray(Tensor[]::new), a.integer(1, "dim", 0)));
    table.single(
        "stack", a -> Tensor.stack(a.tensors(0).toArray(Tensor[]::new), a.integer(1, "dim", 0)));
  }

  private static long start(Arguments a) {
    return a.find(2, "start") instanceof Tensor start ? start.itemLong() : a.integer(2);
  }

  private static List<@Nullable Object> split(Arguments a) {
    int dim = a.integer(2, "dim", 0);
    return a.positional().get(1) instanceof List<?>
        ? list(a.tensor(0).split(longs(a.sizes(1, "sizes")), dim))
        : list(a.tensor(0).split(a.integer(1), dim));
  }

  private static List<@Nullable Object> tensorSplit(Arguments a) {
    int dim = a.integer(2, "dim", 0);
    Object sections = a.positional().get(1);
    if (sections instanceof Tensor indices && indices.dim() == 0) {
      return list(a.tensor(0).tensorSplit(indices.itemLong(), dim));
    }
    if (sections instanceof Tensor indices) {
      return list(a.tensor(0).tensorSplit(GoldenTensors.longs(indices), dim));
    }
    return sections instanceof List<?>
        ? list(a.tensor(0).tensorSplit(longs(a.sizes(1, "indices")), dim))
        : list(a.tensor(0).tensorSplit(a.integer(1), dim));
  }

  private static void arrangements(OperatorTable table) {
    table.single("flip", a -> a.tensor(0).flip(a.sizes(1, "dims")));
    unary(table, "fliplr", Tensor::fliplr);
    unary(table, "flipud", Tensor::flipud);
    table.single("roll", ShapeTable::rolled);
    table.single("rot90", ShapeTable::turned);
    table.single("repeat", a -> a.tensor(0).repeat(shape(a, 1)));
    table.single("tile", a -> a.tensor(0).tile(shape(a, 1)));
    table.single("repeat_interleave", ShapeTable::interleaved);
  }

  private static Tensor rolled(Arguments a) {
    int[] dims = a.integers(2, "dims");
    return a.tensor(0).roll(longs(a.sizes(1, "shifts")), dims == null ? new int[0] : dims);
  }

  private static Tensor turned(Arguments a) {
    int[] dims = a.has(2, "dims") ? a.sizes(2, "dims") : new int[] {0, 1};
    return a.tensor(0).rot90(a.integer(1, "k", 1), dims[0], dims[1]);
  }

  private static Tensor interleaved(Arguments a) {
    long[] repeats =
        a.find(1, "repeats") instanceof Tensor counts
            ? GoldenTensors.longs(counts)
            : longs(a.sizes(1, "repeats"));
    return a.has(2, "dim")
        ? a.tensor(0).repeatInterleave(repeats, a.integer(2, "dim", 0))
        : a.tensor(0).reshape(-1).repeatInterleave(repeats, 0);
  }

  private static void diagonals(OperatorTable table) {
    Operation diagonal =
        a ->
            List.of(
                a.tensor(0)
                    .diagonal(
                        a.integer(1, "offset", 0),
                        a.integer(2, "dim1", 0),
                        a.integer(3, "dim2", 1)));
    table.add("diagonal", diagonal);
    table.single(
        "linalg.diagonal",
        a ->
            a.tensor(0)
                .diagonal(
                    a.integer(1, "offset", 0), a.integer(2, "dim1", -2), a.integer(3, "dim2", -1)));
    table.single("diag", a -> a.tensor(0).diag(a.integer(1, "diagonal", 0)));
    table.single("diagflat", a -> a.tensor(0).diagflat(a.integer(1, "offset", 0)));
    table.single(
        "diag_embed",
        a ->
            a.tensor(0)
                .diagEmbed(
                    a.integer(1, "offset", 0), a.integer(2, "dim1", -2), a.integer(3, "dim2", -1)));
    unary(table, "trace", Tensor::trace);
    table.single("tril", a -> a.tensor(0).tril(a.integer(1, "diagonal", 0)));
    table.single("tril_", a -> a.tensor(0).tril_(a.integer(1, "diagonal", 0)));
    table.single("triu", a -> a.tensor(0).triu(a.integer(1, "diagonal", 0)));
    table.single("triu_", a -> a.tensor(0).triu_(a.integer(1, "diagonal", 0)));
  }

  private static void picks(OperatorTable table) {
    table.single("gather", a -> a.tensor(0).gather(a.integer(1), a.tensor(2)));
    table.single(
        "scatter_add", a -> a.tensor(0).scatterAdd(a.integer(1), a.tensor(2), a.tensor(3)));
    table.single("index_select", a -> a.tensor(0).indexSelect(a.integer(1), a.tensor(2)));
    binary(table, "take", Tensor::take);
  }

  private static void conversions(OperatorTable table) {
    unary(table, "float", Tensor::toFloat);
    unary(table, "double", Tensor::toDouble);
    unary(table, "long", Tensor::toLong);
    unary(table, "int", Tensor::toInt);
    unary(table, "short", x -> x.to(DType.INT16));
    unary(table, "char", x -> x.to(DType.INT8));
    unary(table, "byte", x -> x.to(DType.UINT8));
    unary(table, "clone", Tensor::clone);
    unary(table, "contiguous", Tensor::contiguous);
    unary(table, "detach", Tensor::detach);
    unary(table, "data", Tensor::data);
    binary(table, "type_as", (x, y) -> x.to(y.dtype()));
    table.single("item", ShapeTable::item);
  }

  private static Object item(Arguments a) {
    Tensor self = a.tensor(0);
    return switch (self.dtype().kind()) {
      case FLOATING -> self.item();
      case INTEGRAL -> self.itemLong();
      case BOOLEAN -> self.itemBoolean();
    };
  }

  private static void creation(OperatorTable table) {
    table.single("zeros", a -> Tensor.zeros(typed(a, DType.FLOAT32), shape(a, 0)));
    table.single("ones", a -> Tensor.ones(typed(a, DType.FLOAT32), shape(a, 0)));
    table.single(
        "zeros_like", a -> Tensor.zeros(typed(a, a.tensor(0).dtype()), a.tensor(0).shape()));
    table.single("ones_like", a -> Tensor.ones(typed(a, a.tensor(0).dtype()), a.tensor(0).shape()));
    table.single("new_zeros", a -> Tensor.zeros(typed(a, a.tensor(0).dtype()), shape(a, 1)));
    table.single("new_ones", a -> Tensor.ones(typed(a, a.tensor(0).dtype()), shape(a, 1)));
    table.single("new_empty", a -> Tensor.empty(typed(a, a.tensor(0).dtype()), shape(a, 1)));
    table.single(
        "new_full",
        a -> Tensor.full(shape(a, 1), a.number(2, "v", 0), typed(a, a.tensor(0).dtype())));
    table.single(
        "full_like",
        a -> Tensor.full(a.tensor(0).shape(), a.number(1, "v", 0), typed(a, a.tensor(0).dtype())));
    table.single(
        "full", a -> Tensor.full(shape(a, 0), a.number(1, "v", 0), typed(a, DType.FLOAT32)));
    table.single(
        "eye",
        a -> Tensor.eye(a.integer(0), a.integer(1, "m", a.integer(0)), typed(a, DType.FLOAT32)));
  }

  private static DType typed(Arguments a, DType fallback) {
    DType dtype = a.dtype();
    return dtype == null ? fallback : dtype;
  }
}
