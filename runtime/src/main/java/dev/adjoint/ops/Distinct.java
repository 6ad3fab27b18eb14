package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.UniqueResult;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.RefusingNode;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.RowOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Distinct elements, or slices along a dimension, of a whole tensor or of each run of it. */
public final class Distinct {
  private Distinct() {}

  /**
   * What is asked for.
   *
   * @param inverse whether to tell the place of each original element
   * @param counts whether to count
   * @param dim the dimension whose slices are compared; null for elements
   */
  public record Request(boolean inverse, boolean counts, @Nullable Integer dim) {}

  /** Distinct elements in ascending order. */
  public static UniqueResult unique(Tensor self, Request request) {
    return result("_unique2", self, request, true);
  }

  /** The first element of each run of equal ones. */
  public static UniqueResult uniqueConsecutive(Tensor self, Request request) {
    return result("unique_consecutive", self, request, false);
  }

  private static UniqueResult result(String name, Tensor self, Request request, boolean sorts) {
    Integer dim = request.dim();
    Tensor bare = Conversions.detach(self);
    int at = dim == null ? 0 : Views.present(dim, self.dim());
    Tensor slices = dim == null ? bare.reshape(-1) : bare.dim() == 0 ? bare : moved(bare, at, 0);
    int rows = slices.dim() == 0 ? 1 : (int) slices.size(0);
    int width = dim == null ? 1 : width(self, slices, rows);
    long[] keys = keys(slices);
    int[] order = sorts ? RowOrder.sorted(keys, rows, width) : Reindexing.identity(rows);
    Groups groups = Groups.of(keys, order, width, self.dtype().isFloatingPoint());
    Tensor picked = slices.dim() == 0 ? slices : slices.indexSelect(0, groups.firstTensor());
    Tensor values = dim == null || bare.dim() == 0 ? picked : moved(picked, 0, at).contiguous();
    int[] shape = dim == null ? self.layout().sizes() : new int[] {rows};
    if (Recording.isNeeded(self)) {
      Recording.attach(values, new RefusingNode(name, self));
    }
    return new UniqueResult(
        values,
        request.inverse()
            ? Dense.ofLongs(groups.inverse(), DType.INT64, Layout.dense(shape))
            : null,
        request.counts() ? groups.countTensor() : null);
  }

  private static Tensor moved(Tensor tensor, int from, int to) {
    return tensor.movedim(new int[] {from}, new int[] {to});
  }

  private static int width(Tensor self, Tensor slices, int rows) {
    int width = 1;
    for (int d = 1; d < slices.dim(); d++) {
      width *= (int) slices.size(d);
    }
    if ((rows > 0 && width == 0) || (rows == 0 && hasOtherEmpty(slices))) {
      throw new IllegalArgumentException(
          "There are 0 sized dimensions, and they aren't selected, so unique cannot be applied");
    }
    return self.dim() == 0 ? 1 : width;
  }

  private static boolean hasOtherEmpty(Tensor slices) {
    return Arrays.stream(slices.shape()).skip(1).anyMatch(size -> size == 0);
  }

  static long[] keys(Tensor tensor) {
    return tensor.dtype().isFloatingPoint()
        ? RowOrder.keys((double[]) Dense.copy(tensor, DType.FLOAT64))
        : (long[]) Dense.copy(tensor, DType.INT64);
  }

  /**
   * Runs of equal rows.
   *
   * @param first the first row of each
   * @param counts how many rows each has
   * @param inverse the group of each row
   */
  private record Groups(long[] first, long[] counts, long[] inverse) {

    static Groups of(long[] keys, int[] order, int width, boolean floating) {
      long[] first = new long[order.length];
      long[] counts = new long[order.length];
      long[] inverse = new long[order.length];
      int groups = 0;
      for (int i = 0; i < order.length; i++) {
        if (i == 0 || !RowOrder.equal(keys, width, order[i - 1], order[i], floating)) {
          first[groups++] = order[i];
        }
        counts[groups - 1]++;
        inverse[order[i]] = groups - 1L;
      }
      return new Groups(Arrays.copyOf(first, groups), Arrays.copyOf(counts, groups), inverse);
    }

    Tensor firstTensor() {
      return Dense.ofLongs(first, DType.INT64, Layout.dense(first.length));
    }

    Tensor countTensor() {
      return Dense.ofLongs(counts, DType.INT64, Layout.dense(counts.length));
    }
  }
}
