package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.derivatives.IndexWritesDerivatives;
import dev.adjoint.derivatives.IndexedAccessDerivatives;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Lookup;
import dev.adjoint.kernels.Placement;
import dev.adjoint.ops.Formula.Saves;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Elements and slices written, or added to, at tensors of indices. */
public final class IndexWrites {
  private IndexWrites() {}

  /** Writes or adds values, one per place, to a tensor. */
  static void write(Tensor target, int[] places, Object values, boolean accumulate) {
    Object array = target.storage().array();
    if (accumulate) {
      Lookup.add(array, places, values, target.dtype());
    } else {
      Placement.put(array, places, values, target.dtype());
    }
  }

  /** The elements of a source in row-major order, as an array that is not the target's. */
  @SuppressWarnings("ReferenceEquality") // the very array
  static Object values(Tensor target, Tensor source, Layout shape) {
    Tensor apart = target.storage().array() == source.storage().array() ? copy(source) : source;
    return Dense.array(apart, shape, target.dtype());
  }

  private static Tensor copy(Tensor source) {
    return Conversions.clone(Conversions.detach(source));
  }

  /** A copy with values at tensors of indices. */
  public static Tensor indexPut(
      Tensor self, @Nullable Tensor[] indices, Tensor values, boolean accumulate) {
    return indexPut(indices, accumulate, self, values).apply(self, values);
  }

  /** Values written at tensors of indices. */
  public static Tensor indexPutInPlace(
      Tensor self, @Nullable Tensor[] indices, Tensor values, boolean accumulate) {
    return indexPut(indices, accumulate, self, values).applyInPlace(self, values);
  }

  private static Update indexPut(
      @Nullable Tensor[] indices, boolean accumulate, Tensor self, Tensor values) {
    if (self.dtype() != values.dtype()) {
      throw new IllegalArgumentException(
          "Index put requires the source and destination dtypes match, got %s for the destination and %s for the source."
              .formatted(self.dtype().title(), values.dtype().title()));
    }
    Layout own = values.layout();
    OptionalTensors at = new OptionalTensors(indices);
    return new Update(
        "IndexPutBackward0",
        Saves.NOTHING,
        (target, in) -> put(target, indices, in[1], accumulate),
        (g, saved, input) ->
            input == 0
                ? IndexedAccessDerivatives.indexPutSelf(g[0], at.restored(saved), accumulate)
                : IndexedAccessDerivatives.shaped(
                    IndexedAccess.index(g[0], at.restored(saved)), Views.toLongs(own.sizes())),
        at.present());
  }

  private static void put(
      Tensor target, @Nullable Tensor[] indices, Tensor values, boolean accumulate) {
    AdvancedIndex at = AdvancedIndex.of(target.layout(), indices);
    Layout shape = Layout.dense(at.sizes());
    if (!fits(values.layout(), shape)) {
      throw new IllegalArgumentException(
          "shape mismatch: value tensor of shape %s cannot be broadcast to indexing result of shape %s"
              .formatted(Arrays.toString(values.shape()), Arrays.toString(shape.sizes())));
    }
    write(target, at.places(), values(target, values, shape), accumulate);
  }

  private static boolean fits(Layout values, Layout shape) {
    int lead = shape.rank() - values.rank();
    for (int d = 0; d < values.rank() && lead >= 0; d++) {
      if (values.sizes()[d] != 1 && values.sizes()[d] != shape.sizes()[d + lead]) {
        return false;
      }
    }
    return lead >= 0;
  }

  /** A copy with values at row-major positions. */
  public static Tensor put(Tensor self, Tensor index, Tensor source, boolean accumulate) {
    return put(index, accumulate, self, source).apply(self, source);
  }

  /** Values written at row-major positions. */
  public static Tensor putInPlace(Tensor self, Tensor index, Tensor source, boolean accumulate) {
    return put(index, accumulate, self, source).applyInPlace(self, source);
  }

  private static Update put(Tensor index, boolean accumulate, Tensor self, Tensor source) {
    if (index.dtype() != DType.INT64) {
      throw new IllegalArgumentException(
          "put_(): Expected a long tensor for index, but got " + index.dtype().title());
    }
    if (self.dtype() != source.dtype()) {
      throw new IllegalArgumentException(
          "put_(): self and source expected to have the same dtype, but got self.dtype = %s and source.dtype = %s"
              .formatted(self.dtype().title(), source.dtype().title()));
    }
    if (index.numel() != source.numel()) {
      throw new IndexOutOfBoundsException(
          "put_(): Expected source and index to have the same number of elements, but got source.numel() = %d, index.numel() = %d"
              .formatted(source.numel(), index.numel()));
    }
    long[] shape = source.shape();
    return new Update(
        "PutBackward0",
        Saves.NOTHING,
        (target, in) -> putFlat(target, index, in[1], accumulate),
        (g, saved, input) ->
            input == 0
                ? IndexWritesDerivatives.putSelf(g[0], saved[0], accumulate)
                : g[0].take(saved[0]).reshape(shape),
        index);
  }

  private static void putFlat(Tensor target, Tensor index, Tensor source, boolean accumulate) {
    int[] order = Selection.positions(index, target.layout().count());
    Layout layout = target.layout();
    int[] places = layout.isDense() ? order : mapped(Placement.of(layout), order);
    Layout shape = Layout.dense(source.layout().sizes());
    write(target, places, values(target, source, shape), accumulate);
  }

  private static int[] mapped(int[] places, int[] order) {
    int[] mapped = new int[order.length];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = places[order[i]];
    }
    return mapped;
  }
}
