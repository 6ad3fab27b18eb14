package dev.adjoint.tests.golden;

import dev.adjoint.DType;
import dev.adjoint.HistogramResult;
import dev.adjoint.Tensor;
import dev.adjoint.UniqueResult;
import dev.adjoint.nn.Functional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where elements are, which ones there are, and how often. */
final class SearchTable {

  private static final int KEYWORD = Integer.MAX_VALUE;

  private SearchTable() {}

  static void register(OperatorTable table) {
    table.add("nonzero", SearchTable::nonzero);
    table.single("argwhere", a -> a.tensor(0).argwhere());
    table.add(
        "unique",
        a -> unique(a.tensor(0).unique(a.flag("return_inverse", false), counts(a), dim(a))));
    table.add(
        "unique_consecutive",
        a ->
            unique(
                a.tensor(0).uniqueConsecutive(a.flag("return_inverse", false), counts(a), dim(a))));
    table.add(
        "unravel_index",
        a -> List.of((Object[]) Tensor.unravelIndex(a.tensor(0), ShapeTable.shape(a, 1))));
    sorted(table);
    counts(table);
  }

  private static boolean counts(Arguments a) {
    return a.flag("return_counts", false);
  }

  private static @Nullable Integer dim(Arguments a) {
    return a.find(KEYWORD, "dim") instanceof Number number ? (Integer) number.intValue() : null;
  }

  private static List<@Nullable Object> nonzero(Arguments a) {
    return a.flag("as_tuple", false)
        ? List.of((Object[]) a.tensor(0).nonzeroAsTuple())
        : List.of(a.tensor(0).nonzero());
  }

  private static List<@Nullable Object> unique(UniqueResult result) {
    List<@Nullable Object> present = new ArrayList<>();
    present.add(result.values());
    if (result.inverse() != null) {
      present.add(result.inverse());
    }
    if (result.counts() != null) {
      present.add(result.counts());
    }
    return present;
  }

  private static void sorted(OperatorTable table) {
    table.single(
        "searchsorted",
        a ->
            Tensor.searchsorted(
                a.tensor(0),
                operand(a, 1, a.tensor(0).dtype()),
                a.flag("out_int32", false),
                right(a),
                a.optionalTensor(KEYWORD, "sorter")));
    table.single(
        "bucketize",
        a ->
            Tensor.bucketize(
                operand(a, 0, a.tensor(1).dtype()),
                a.tensor(1),
                a.flag("out_int32", false),
                a.flag("right", false)));
    table.single("isin", SearchTable::isin);
  }

  private static boolean right(Arguments a) {
    return a.flag("right", false) || a.text(KEYWORD, "side", "left").equals("right");
  }

  private static Tensor operand(Arguments a, int position, DType dtype) {
    return a.positional().get(position) instanceof Number number
        ? Tensor.tensor(number.doubleValue(), dtype)
        : a.tensor(position);
  }

  private static Tensor isin(Arguments a) {
    DType dtype = (a.positional().getFirst() instanceof Tensor x ? x : a.tensor(1)).dtype();
    return Tensor.isin(operand(a, 0, dtype), operand(a, 1, dtype), a.flag("invert", false));
  }

  private static void counts(OperatorTable table) {
    table.single(
        "bincount",
        a -> a.tensor(0).bincount(a.optionalTensor(1, "weights"), a.integer(2, "minlength", 0)));
    table.single(
        "histc",
        a ->
            a.tensor(0)
                .histc(a.integer(1, "bins", 100), a.number(2, "min", 0), a.number(3, "max", 0)));
    table.add("histogram", SearchTable::histogram);
    table.single(
        "nn.functional.one_hot",
        a -> Functional.oneHot(a.tensor(0), a.integer(1, "num_classes", -1)));
  }

  private static List<@Nullable Object> histogram(Arguments a) {
    Tensor weight = a.optionalTensor(KEYWORD, "weight");
    boolean density = a.flag("density", false);
    double[] range = a.has(KEYWORD, "range") ? a.numbers(KEYWORD, "range") : null;
    HistogramResult result =
        Objects.requireNonNull(a.find(1, "bins")) instanceof Tensor bins
            ? a.tensor(0).histogram(bins, weight, density)
            : a.tensor(0).histogram(a.integer(1, "bins", 0), range, weight, density);
    return List.of(result.hist(), result.binEdges());
  }
}
