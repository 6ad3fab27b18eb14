package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.MaxResult;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavedTensor;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.ReductionDerivatives;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Order;

/** Elements picked by their order along a dimension: each result is an element and its place. */
public final class Ordering {

  private Ordering() {}

  /** All elements in order, equal ones as they come. */
  public static MaxResult sort(Tensor self, int dim, boolean descending) {
    AlongDim lines = AlongDim.of(self, dim);
    long[] order = Order.sorted(lines.keys(), lines.columns(), descending);
    return picked("SortBackward0", self, lines, lines.tensor(order, DType.INT64), true);
  }

  /** The {@code k} largest elements, or smallest, in order. */
  public static MaxResult topk(Tensor self, int k, int dim, boolean largest) {
    AlongDim lines = AlongDim.of(self, dim);
    if (self.dtype() == DType.BOOL) {
      throw new UnsupportedOperationException("topk does not support bool dtypes on CPU");
    }
    if (k < 0 || k > lines.columns()) {
      throw new IllegalArgumentException("selected index k out of range");
    }
    int count = self.dim() == 0 ? 1 : k;
    long[] order = Order.sorted(lines.keys(), lines.columns(), largest);
    long[] first = Order.part(order, lines.columns(), 0, count);
    return picked("TopkBackward0", self, lines, lines.tensor(first, DType.INT64, count), true);
  }

  /** The {@code k}-th smallest element, counted from 1. */
  public static MaxResult kthvalue(Tensor self, int k, int dim, boolean keepdim) {
    AlongDim lines = AlongDim.of(self, dim);
    if (k < 1 || k > lines.columns()) {
      throw new IllegalArgumentException(
          "kthvalue(): selected number k out of range for dimension " + lines.dim());
    }
    long[] order = Order.sorted(lines.keys(), lines.columns(), false);
    long[] kth = Order.part(order, lines.columns(), k - 1, 1);
    return picked("KthvalueBackward0", self, lines, lines.tensor(kth, DType.INT64, 1), keepdim);
  }

  /** The element in the middle, the lower one of two. */
  public static MaxResult median(Tensor self, int dim, boolean keepdim, boolean ignoresNan) {
    if (self.dtype() == DType.BOOL) {
      throw new UnsupportedOperationException("\"median_out\" not implemented for 'Bool'");
    }
    AlongDim lines = AlongDim.of(self, dim);
    requireElements(ignoresNan ? "nanmedian" : "median", lines);
    boolean floating = self.dtype().isFloatingPoint();
    long[] places = Order.median(lines.keys(), lines.columns(), floating, ignoresNan);
    String name = ignoresNan ? "NanmedianBackward1" : "MedianBackward1";
    return picked(name, self, lines, lines.tensor(places, DType.INT64, 1), keepdim);
  }

  private static void requireElements(String name, AlongDim lines) {
    if (lines.columns() == 0) {
      throw new IndexOutOfBoundsException(
          "%s(): Expected reduction dim %d to have non-zero size.".formatted(name, lines.dim()));
    }
  }

  /** The most frequent element, the smallest of several. */
  public static MaxResult mode(Tensor self, int dim, boolean keepdim) {
    AlongDim lines = AlongDim.of(self, dim);
    requireElements("mode", lines);
    long[] places = Order.mode(lines.keys(), lines.columns(), self.dtype().isFloatingPoint());
    return picked("ModeBackward0", self, lines, lines.tensor(places, DType.INT64, 1), keepdim);
  }

  /** The median of all elements. */
  public static Tensor median(Tensor self, boolean ignoresNan) {
    Tensor flat = Conversions.detach(self).reshape(-1);
    if (flat.numel() == 0) {
      return Creation.full(Scalar.of(Double.NaN), self.dtype());
    }
    MaxResult middle = median(flat, 0, false, ignoresNan);
    if (!Recording.isNeeded(self)) {
      return middle.values();
    }
    return new UnaryNode(
            ignoresNan ? "NanmedianBackward0" : "MedianBackward0",
            Reads.SELF_AND_RESULT,
            (g, s, r) -> ReductionDerivatives.extremeSelf(g, s, r),
            self)
        .record(middle.values());
  }

  private static MaxResult picked(
      String name, Tensor self, AlongDim lines, Tensor indices, boolean keepdim) {
    boolean drops = !keepdim && self.dim() > 0;
    Tensor bare = lines.self();
    Tensor values = self.dim() == 0 ? bare.clone() : bare.gather(lines.dim(), indices);
    Tensor result = drops ? dropped(values, lines.dim()) : values;
    Tensor places = drops ? dropped(indices, lines.dim()) : indices;
    if (!Recording.isNeeded(self)) {
      return new MaxResult(result, places);
    }
    SavedTensor kept = SavedTensor.of(indices);
    int dim = lines.dim();
    UnaryNode node =
        new UnaryNode(
            name,
            Reads.NOTHING,
            (g, s, r) -> ReductionDerivatives.pickedSelf(g, s, dim, kept.unpack(), keepdim),
            self);
    return new MaxResult(node.record(result), places);
  }

  private static Tensor dropped(Tensor tensor, int dim) {
    return new Tensor(
        tensor.storage(), Layout.dense(Strides.removed(tensor.layout().sizes(), dim)));
  }
}
