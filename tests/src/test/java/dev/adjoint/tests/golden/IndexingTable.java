package dev.adjoint.tests.golden;

import dev.adjoint.Index;
import dev.adjoint.Reduce;
import dev.adjoint.Tensor;
import dev.adjoint.tests.golden.ArgumentDecoder.EllipsisValue;
import dev.adjoint.tests.golden.ArgumentDecoder.SliceValue;
import dev.adjoint.tests.golden.ArgumentDecoder.TupleValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Elements and slices read and written at indices. */
final class IndexingTable {

  private IndexingTable() {}

  static void register(OperatorTable table) {
    table.single("__getitem__", a -> a.tensor(0).get(index(a.find(1, "index"))));
    elements(table);
    slices(table);
    scatters(table);
    parts(table);
  }

  /** What stood between brackets. */
  private static Index[] index(@Nullable Object value) {
    return value instanceof TupleValue(List<@Nullable Object> items)
        ? items.stream().map(IndexingTable::part).toArray(Index[]::new)
        : new Index[] {part(value)};
  }

  private static Index part(@Nullable Object value) {
    return switch (value) {
      case null -> Index.newAxis();
      case Long position -> Index.at(position);
      case SliceValue(Integer start, Integer stop, Integer step) -> Index.slice(start, stop, step);
      case EllipsisValue _ -> Index.ellipsis();
      case Tensor tensor -> Index.of(tensor);
      case List<?> list ->
          list.stream().allMatch(Boolean.class::isInstance)
              ? Index.of(mask(list))
              : Index.of(list.stream().mapToInt(i -> ((Number) i).intValue()).toArray());
      default -> throw new ClassCastException("not an index: " + value);
    };
  }

  private static Tensor mask(List<?> list) {
    boolean[] truth = new boolean[list.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = (Boolean) list.get(i);
    }
    return Tensor.tensor(truth);
  }

  private static void elements(OperatorTable table) {
    table.single(
        "index_put",
        a -> a.tensor(0).indexPut(indices(a), a.tensor(2), a.flag(3, "accumulate", false)));
    table.single(
        "index_put_",
        a -> a.tensor(0).indexPut_(indices(a), a.tensor(2), a.flag(3, "accumulate", false)));
    table.single(
        "put", a -> a.tensor(0).put(a.tensor(1), a.tensor(2), a.flag(3, "accumulate", false)));
    table.single(
        "put_", a -> a.tensor(0).put_(a.tensor(1), a.tensor(2), a.flag(3, "accumulate", false)));
    table.single("take_along_dim", IndexingTable::takenAlong);
  }

  private static @Nullable Tensor[] indices(Arguments a) {
    List<?> items =
        a.find(1, "indices") instanceof TupleValue tuple
            ? tuple.items()
            : (List<?>) Objects.requireNonNull(a.find(1, "indices"));
    return items.toArray(Tensor[]::new);
  }

  private static Tensor takenAlong(Arguments a) {
    return a.has(2, "dim")
        ? a.tensor(0).takeAlongDim(a.tensor(1), a.integer(2, "dim", 0))
        : a.tensor(0).takeAlongDim(a.tensor(1));
  }

  private static void slices(OperatorTable table) {
    table.single(
        "index_add",
        a -> a.tensor(0).indexAdd(a.integer(1), a.tensor(2), a.tensor(3), a.number(4, "alpha", 1)));
    table.single(
        "index_add_",
        a ->
            a.tensor(0).indexAdd_(a.integer(1), a.tensor(2), a.tensor(3), a.number(4, "alpha", 1)));
    table.single("index_copy", a -> a.tensor(0).indexCopy(a.integer(1), a.tensor(2), a.tensor(3)));
    table.single(
        "index_copy_", a -> a.tensor(0).indexCopy_(a.integer(1), a.tensor(2), a.tensor(3)));
    table.single(
        "index_fill",
        a ->
            a.find(3, "value") instanceof Tensor value
                ? a.tensor(0).indexFill(a.integer(1), a.tensor(2), value)
                : a.tensor(0).indexFill(a.integer(1), a.tensor(2), a.number(3, "value", 0)));
    table.single(
        "index_fill_",
        a ->
            a.find(3, "value") instanceof Tensor value
                ? a.tensor(0).indexFill_(a.integer(1), a.tensor(2), value)
                : a.tensor(0).indexFill_(a.integer(1), a.tensor(2), a.number(3, "value", 0)));
    table.single(
        "index_reduce",
        a ->
            a.tensor(0)
                .indexReduce(a.integer(1), a.tensor(2), a.tensor(3), reduce(a), includes(a)));
    table.single(
        "index_reduce_",
        a ->
            a.tensor(0)
                .indexReduce_(a.integer(1), a.tensor(2), a.tensor(3), reduce(a), includes(a)));
  }

  private static Reduce reduce(Arguments a) {
    return Reduce.valueOf(a.text(4, "reduce", "").toUpperCase(Locale.ROOT));
  }

  private static boolean includes(Arguments a) {
    return a.flag("include_self", true);
  }

  private static void scatters(OperatorTable table) {
    table.single(
        "scatter",
        a ->
            a.find(3, "src") instanceof Tensor source
                ? a.tensor(0).scatter(a.integer(1), a.tensor(2), source)
                : a.tensor(0).scatter(a.integer(1), a.tensor(2), a.number(3, "value", 0)));
    table.single(
        "scatter_",
        a ->
            a.find(3, "src") instanceof Tensor source
                ? a.tensor(0).scatter_(a.integer(1), a.tensor(2), source)
                : a.tensor(0).scatter_(a.integer(1), a.tensor(2), a.number(3, "value", 0)));
    table.single(
        "scatter_add_", a -> a.tensor(0).scatterAdd_(a.integer(1), a.tensor(2), a.tensor(3)));
    table.single(
        "scatter_reduce",
        a ->
            a.tensor(0)
                .scatterReduce(a.integer(1), a.tensor(2), a.tensor(3), reduce(a), includes(a)));
    table.single(
        "scatter_reduce_",
        a ->
            a.tensor(0)
                .scatterReduce_(a.integer(1), a.tensor(2), a.tensor(3), reduce(a), includes(a)));
    table.single(
        "masked_scatter",
        a -> a.tensor(0).maskedScatter(a.tensor(1, "mask"), a.tensor(2, "source")));
    table.single(
        "masked_scatter_",
        a -> a.tensor(0).maskedScatter_(a.tensor(1, "mask"), a.tensor(2, "source")));
  }

  private static void parts(OperatorTable table) {
    table.single(
        "select_scatter",
        a ->
            a.tensor(0)
                .selectScatter(a.tensor(1), a.integer(2, "dim", 0), a.integer(3, "index", 0)));
    table.single(
        "slice_scatter",
        a ->
            a.tensor(0)
                .sliceScatter(
                    a.tensor(1),
                    a.integer(2, "dim", 0),
                    a.integer(3, "start", 0),
                    a.integer(4, "end", Integer.MAX_VALUE),
                    a.integer(5, "step", 1)));
    table.single(
        "diagonal_scatter",
        a ->
            a.tensor(0)
                .diagonalScatter(
                    a.tensor(1),
                    a.integer(2, "offset", 0),
                    a.integer(3, "dim1", 0),
                    a.integer(4, "dim2", 1)));
    table.single(
        "as_strided_scatter",
        a ->
            a.tensor(0)
                .asStridedScatter(
                    a.tensor(1),
                    ShapeTable.shape(a, 2),
                    ShapeTable.shape(a, 3),
                    a.integer(4, "storage_offset", 0)));
  }
}
