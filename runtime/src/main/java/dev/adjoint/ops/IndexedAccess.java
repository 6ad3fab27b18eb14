package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Index;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavingNode;
import dev.adjoint.derivatives.IndexedAccessDerivatives;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Lookup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between brackets: integers, slices and new dimensions give a view; tensors of indices
 * are applied to that view and give a copy.
 */
public final class IndexedAccess {
  private final Tensor self;
  private final List<@Nullable Tensor> indices = new ArrayList<>();
  private Tensor view;
  private int dim;
  private int covered;
  private int consumed;

  private IndexedAccess(Tensor self, Index[] parts) {
    this.self = self;
    this.view = self;
    int wanted = consumedBy(parts);
    if (wanted > self.dim()) {
      throw new IndexOutOfBoundsException(
          self.dim() == 0
              ? "invalid index of a 0-dim tensor. Use tensor.item() to convert a 0-dim tensor to a"
                  + " number"
              : "too many indices for tensor of dimension " + self.dim());
    }
    for (Index part : parts) {
      apply(part, self.dim() - wanted);
    }
  }

  private static int consumedBy(Index[] parts) {
    int count = 0;
    for (Index part : parts) {
      count +=
          switch (part) {
            case Index.Position _, Index.Range _ -> 1;
            case Index.NewAxis _, Index.Ellipsis _ -> 0;
            case Index.Positions(Tensor tensor) -> width(tensor);
          };
    }
    return count;
  }

  private static int width(Tensor index) {
    return AdvancedIndex.isMask(index) ? index.dim() : 1;
  }

  private void apply(Index part, int left) {
    switch (part) {
      case Index.Position(long position) -> select(position);
      case Index.Range range -> slice(range);
      case Index.NewAxis _ -> view = Views.unsqueeze(view, dim++);
      case Index.Ellipsis _ -> {
        dim += left;
        consumed += left;
      }
      case Index.Positions(Tensor tensor) -> pick(tensor);
    }
  }

  private void select(long position) {
    // A second ellipsis leads beyond the last dimension.
    long size = consumed < self.dim() ? self.size(consumed) : 0;
    if (position < -size || position >= size) {
      throw new IndexOutOfBoundsException(
          "index %d is out of bounds for dimension %d with size %d"
              .formatted(position, consumed, size));
    }
    view = Indexing.select(view, dim, position);
    consumed++;
  }

  private void slice(Index.Range range) {
    long step = range.step() == null ? 1 : range.step();
    if (step <= 0) {
      throw new IllegalArgumentException(
          step == 0 ? "slice step cannot be zero" : "step must be greater than zero");
    }
    long start = range.start() == null ? 0 : range.start();
    long stop = range.stop() == null ? Long.MAX_VALUE : range.stop();
    if (start != 0 || stop < view.size(dim) || step != 1) {
      view = Indexing.slice(view, dim, start, stop, step);
    }
    dim++;
    consumed++;
  }

  private void pick(Tensor index) {
    if (index.dim() > 0) {
      cover(index, width(index));
      consumed += width(index);
    } else if (AdvancedIndex.isMask(index)) {
      view = Views.unsqueeze(view, dim);
      cover(index.itemBoolean() ? Tensor.zeros(DType.INT64, 1) : Tensor.zeros(DType.INT64, 0), 1);
    } else {
      select(index.itemLong());
    }
  }

  private void cover(Tensor index, int width) {
    for (; covered < dim; covered++) {
      indices.add(null);
    }
    indices.add(index);
    dim += width;
    covered = dim;
  }

  private @Nullable Tensor[] tensors() {
    return indices.toArray(Tensor[]::new);
  }

  /** The elements at an index. */
  @SuppressWarnings("ReferenceEquality") // whether any part did something
  public static Tensor get(Tensor self, Index... parts) {
    IndexedAccess access = new IndexedAccess(self, parts);
    if (!access.indices.isEmpty()) {
      return index(access.view, access.tensors());
    }
    return access.view == self
        ? Views.view(self, self.layout(), "AliasBackward0", (g, s, r) -> g)
        : access.view;
  }

  /** Writes the elements at an index. */
  public static Tensor set(Tensor self, Index[] parts, Tensor value) {
    IndexedAccess access = new IndexedAccess(self, parts);
    if (access.indices.isEmpty()) {
      InPlace.copy(access.view, fitted(value, access.view.dim()));
    } else {
      int rank = AdvancedIndex.of(access.view.layout(), access.tensors()).sizes().length;
      IndexWrites.indexPutInPlace(access.view, access.tensors(), fitted(value, rank), false);
    }
    return self;
  }

  /** Writes a number to the elements at an index. */
  public static Tensor set(Tensor self, Index[] parts, Scalar value) {
    return set(self, parts, Creation.full(value, self.dtype()));
  }

  /** A value without the leading dimensions of size 1 that its target has no room for. */
  private static Tensor fitted(Tensor value, int rank) {
    Tensor fitted = value;
    while (fitted.dim() > rank && fitted.size(0) == 1) {
      fitted = fitted.squeeze(0);
    }
    return fitted;
  }

  /** The elements at tensors of indices, one per dimension; null leaves a dimension whole. */
  public static Tensor index(Tensor self, @Nullable Tensor... indices) {
    AdvancedIndex at = AdvancedIndex.of(self.layout(), indices);
    Object values = Lookup.gather(self.storage().array(), at.places(), self.dtype());
    Tensor result = Dense.tensor(values, self.dtype(), Layout.dense(at.sizes()));
    if (!Recording.isNeeded(self)) {
      return result;
    }
    OptionalTensors kept = new OptionalTensors(indices);
    long[] shape = self.shape();
    SavingNode node =
        new SavingNode(
            "IndexBackward0",
            1,
            (g, saved, _) -> IndexedAccessDerivatives.added(g[0], shape, kept.restored(saved)),
            new Tensor[] {self},
            kept.present());
    return Recording.attach(result, node);
  }
}
