package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.IndexWritesDerivatives;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Placement;
import dev.adjoint.ops.Formula.Saves;
import java.util.Arrays;

/** Whole slices written, added or filled at a vector of indices along a dimension. */
public final class SliceWrites {
  private SliceWrites() {}

  /** Slices of a source, times a number, added at indices. */
  public static Tensor indexAdd(Tensor self, int dim, Tensor index, Tensor source, Scalar alpha) {
    return adding(self, source, dim, index, alpha).apply(self, source);
  }

  /** Slices of a source, times a number, added in place at indices. */
  public static Tensor indexAddInPlace(
      Tensor self, int dim, Tensor index, Tensor source, Scalar alpha) {
    return adding(self, source, dim, index, alpha).applyInPlace(self, source);
  }

  private static Update adding(Tensor self, Tensor source, int dim, Tensor index, Scalar alpha) {
    int at = Views.dimension(dim, self.dim());
    requireVector("index_add_", index);
    requireIndexType("index_add_", index);
    if (self.dtype() != source.dtype()) {
      throw new IllegalArgumentException(
          "index_add_(): self (%s) and source (%s) must have the same scalar type"
              .formatted(self.dtype().title(), source.dtype().title()));
    }
    checkSameSlices(self, source, at);
    checkCount("index_add_", index, source, at);
    Tensor like = Conversions.detach(source);
    return new Update(
        "IndexAddBackward0",
        Saves.NOTHING,
        (target, in) -> write(target, at, index, scaled(in[1], alpha), true),
        (g, saved, input) ->
            input == 0
                ? g[0]
                : IndexWritesDerivatives.indexAddSource(g[0], at, saved[0], like, alpha.value()),
        index);
  }

  private static Tensor scaled(Tensor source, Scalar alpha) {
    boolean one = alpha.value() == 1;
    return one ? source : Conversions.detach(source).mul(Creation.full(alpha, source.dtype()));
  }

  /** Slices of a source written at indices. */
  public static Tensor indexCopy(Tensor self, int dim, Tensor index, Tensor source) {
    return copying(self, source, dim, index).apply(self, source);
  }

  /** Slices of a source written in place at indices. */
  public static Tensor indexCopyInPlace(Tensor self, int dim, Tensor index, Tensor source) {
    return copying(self, source, dim, index).applyInPlace(self, source);
  }

  private static Update copying(Tensor self, Tensor source, int dim, Tensor index) {
    int at = Views.dimension(dim, self.dim());
    requireVector("index_copy_", index);
    if (index.dtype() != DType.INT64) {
      throw new IllegalArgumentException(
          "index_copy_(): Expected a long tensor for index, but got " + index.dtype().title());
    }
    if (self.dtype() != source.dtype()) {
      throw new IllegalArgumentException(
          "index_copy_(): self and source expected to have the same dtype, but got (self) %s and (source) %s"
              .formatted(self.dtype().title(), source.dtype().title()));
    }
    checkCopied(self, source, at);
    checkCount("index_copy_", index, source, at);
    Tensor like = Conversions.detach(source);
    return new Update(
        "IndexCopyBackward0",
        Saves.NOTHING,
        (target, in) -> write(target, at, index, in[1], false),
        (g, saved, input) ->
            input == 0
                ? IndexWritesDerivatives.indexCopySelf(g[0], at, saved[0])
                : IndexWritesDerivatives.indexCopySource(g[0], at, saved[0], like),
        index);
  }

  /** Slices filled with a number. */
  public static Tensor indexFill(Tensor self, int dim, Tensor index, Scalar value) {
    return filling(self, dim, index, value).apply(self);
  }

  /** Slices filled in place with a number. */
  public static Tensor indexFillInPlace(Tensor self, int dim, Tensor index, Scalar value) {
    return filling(self, dim, index, value).applyInPlace(self);
  }

  private static Update filling(Tensor self, int dim, Tensor index, Scalar value) {
    int at = checkFilled(self, dim, index);
    Tensor number = Creation.full(value, self.dtype());
    return new Update(
        "IndexFillBackward0",
        Saves.NOTHING,
        (target, in) -> fill(target, at, index, number),
        (g, saved, input) -> IndexWritesDerivatives.indexFillSelf(g[0], at, saved[0]),
        index);
  }

  /** Slices filled with a scalar tensor. */
  public static Tensor indexFill(Tensor self, int dim, Tensor index, Tensor value) {
    return filling(self, value, dim, index).apply(self, value);
  }

  /** Slices filled in place with a scalar tensor. */
  public static Tensor indexFillInPlace(Tensor self, int dim, Tensor index, Tensor value) {
    return filling(self, value, dim, index).applyInPlace(self, value);
  }

  private static Update filling(Tensor self, Tensor value, int dim, Tensor index) {
    if (value.dim() != 0) {
      throw new IllegalArgumentException(
          "index_fill_ only supports a 0-dimensional value tensor, but got tensor with %d dimension(s)."
              .formatted(value.dim()));
    }
    int at = checkFilled(self, dim, index);
    Tensor like = Conversions.detach(value);
    return new Update(
        "IndexFillBackward1",
        Saves.NOTHING,
        (target, in) -> fill(target, at, index, in[1]),
        (g, saved, input) ->
            input == 0
                ? IndexWritesDerivatives.indexFillSelf(g[0], at, saved[0])
                : IndexWritesDerivatives.indexFillValue(g[0], at, saved[0], like),
        index);
  }

  private static int checkFilled(Tensor self, int dim, Tensor index) {
    if (index.dtype() != DType.INT64) {
      throw new IndexOutOfBoundsException("index_fill_(): Expected dtype int64 for index.");
    }
    if (index.dim() > 1) {
      throw new IndexOutOfBoundsException("Index has to be a vector/scalar");
    }
    return Views.dimension(dim, self.dim());
  }

  private static void write(
      Tensor target, int dim, Tensor index, Tensor source, boolean accumulate) {
    int[] places = places(target.layout(), dim, positions(index, target, dim, false));
    Layout shape = Layout.dense(source.layout().sizes());
    IndexWrites.write(target, places, IndexWrites.values(target, source, shape), accumulate);
  }

  private static void fill(Tensor target, int dim, Tensor index, Tensor value) {
    int[] places = places(target.layout(), dim, positions(index, target, dim, true));
    Layout shape = Layout.dense(places.length);
    Object values = Dense.array(Conversions.detach(value), shape, target.dtype());
    IndexWrites.write(target, places, values, false);
  }

  /** Positions along a dimension; negative ones count from the end where they may. */
  private static int[] positions(Tensor index, Tensor target, int dim, boolean wraps) {
    long[] values = (long[]) Dense.copy(index, DType.INT64);
    int size = target.dim() == 0 ? 1 : target.layout().sizes()[dim];
    int[] positions = new int[values.length];
    for (int i = 0; i < positions.length; i++) {
      if (values[i] < (wraps ? -size : 0) || values[i] >= size) {
        throw new IndexOutOfBoundsException(
            "index %d is out of bounds for dimension %d with size %d"
                .formatted(values[i], dim, size));
      }
      positions[i] = (int) (values[i] < 0 ? values[i] + size : values[i]);
    }
    return positions;
  }

  private static int[] places(Layout target, int dim, int[] positions) {
    if (target.rank() == 0) {
      int[] places = new int[positions.length];
      Arrays.fill(places, target.offset());
      return places;
    }
    int[] middle = new int[positions.length];
    for (int i = 0; i < middle.length; i++) {
      middle[i] = positions[i] * target.strides()[dim];
    }
    int[] outer = Placement.of(part(target, 0, dim, target.offset()));
    int[] inner = Placement.of(part(target, dim + 1, target.rank(), 0));
    return Placement.sums(outer, middle, inner);
  }

  private static Layout part(Layout layout, int from, int to, int offset) {
    return Layout.of(
        Arrays.copyOfRange(layout.sizes(), from, to),
        Arrays.copyOfRange(layout.strides(), from, to),
        offset);
  }

  static void requireVector(String name, Tensor index) {
    if (index.dim() > 1) {
      throw new IndexOutOfBoundsException(
          "%s(): Index is supposed to be a vector, but got dim: %d with type: %s and size: %s"
              .formatted(name, index.dim(), index.dtype().title(), Arrays.toString(index.shape())));
    }
  }

  static void requireIndexType(String name, Tensor index) {
    if (index.dtype() != DType.INT64 && index.dtype() != DType.INT32) {
      throw new IllegalArgumentException(
          "%s(): Expected dtype int32/int64 for index but got: %s"
              .formatted(name, index.dtype().title()));
    }
  }

  static void checkCount(String name, Tensor index, Tensor source, int dim) {
    long count = source.dim() == 0 ? 1 : source.size(dim);
    if (index.numel() != count) {
      throw new IndexOutOfBoundsException(
          "%s(): Number of indices (%d) should be equal to source.size(dim): (%d), for dim: %d"
              .formatted(name, index.numel(), count, dim));
    }
  }

  /** Refuses a source whose shape differs in another dimension than the indexed one. */
  static void checkSameSlices(Tensor self, Tensor source, int dim) {
    boolean fits = self.dim() == source.dim();
    for (int d = 0; fits && d < source.dim() && self.dim() == source.dim(); d++) {
      fits = d == dim || self.size(d) == source.size(d);
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = %s source.shape = %s"
              .formatted(Arrays.toString(self.shape()), Arrays.toString(source.shape())));
    }
  }

  private static void checkCopied(Tensor self, Tensor source, int dim) {
    if (source.dim() != 0 && self.dim() != 0 && source.dim() != self.dim()) {
      throw new IndexOutOfBoundsException(
          "index_copy_(): When source and destination are not scalars, their dimensionality must match. Source dimensionality (%d), destination dimensionality (%d)"
              .formatted(source.dim(), self.dim()));
    }
    long[] to = slice(self, dim);
    long[] from = slice(source, dim);
    if (!Arrays.equals(to, from)) {
      throw new IllegalArgumentException(
          "index_copy_(): Source/destination tensor must have same slice shapes. Destination slice shape: %s at dimension %d and source slice shape: %s at dimension %d."
              .formatted(listed(to), dim, listed(from), dim));
    }
  }

  private static String listed(long... sizes) {
    String text = Arrays.toString(sizes);
    return text.substring(1, text.length() - 1).replace(",", "");
  }

  private static long[] slice(Tensor tensor, int dim) {
    return tensor.dim() == 0
        ? new long[0]
        : Views.toLongs(Strides.removed(tensor.layout().sizes(), dim));
  }
}
