package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SavedTensor;
import dev.adjoint.autograd.SplitNode;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.ArrangementDerivatives;
import dev.adjoint.derivatives.IndexDerivatives;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.Lookup;
import dev.adjoint.kernels.Scatter;
import java.util.Arrays;

/** Parts of tensors: by position, by range, and by tensors of indices. */
public final class Indexing {
  private Indexing() {}

  /** The slice at an index, without its dimension. */
  public static Tensor select(Tensor self, int dim, long index) {
    Layout layout = self.layout();
    if (layout.rank() == 0) {
      throw new IndexOutOfBoundsException("select() cannot be applied to a 0-dim tensor.");
    }
    int at = Views.dimension(dim, layout.rank());
    int size = layout.sizes()[at];
    if (index < -size || index >= size) {
      throw new IndexOutOfBoundsException(
          "select(): index %d out of range for tensor of size %s at dimension %d"
              .formatted(index, Arrays.toString(layout.sizes()), dim));
    }
    int position = (int) (index < 0 ? index + size : index);
    Layout reduced = Strides.without(layout, at);
    int offset = layout.offset() + position * layout.strides()[at];
    return Views.view(
        self,
        Layout.of(reduced.sizes(), reduced.strides(), offset),
        "SelectBackward0",
        (g, s, r) -> IndexDerivatives.selectSelf(g, s, at, position));
  }

  /** Every {@code step}-th slice from {@code start}, exclusive of {@code end}. */
  public static Tensor slice(Tensor self, int dim, long start, long end, long step) {
    Layout layout = self.layout();
    if (layout.rank() == 0) {
      throw new IndexOutOfBoundsException("slice() cannot be applied to a 0-dim tensor.");
    }
    if (step <= 0) {
      throw new IllegalArgumentException("slice step must be positive");
    }
    int at = Views.dimension(dim, layout.rank());
    int size = layout.sizes()[at];
    int from = clamp(start, 0, size);
    int to = clamp(end, from, size);
    int[] sizes = layout.sizes().clone();
    int[] strides = layout.strides().clone();
    sizes[at] = to == from ? 0 : (int) ((to - from - 1) / step + 1);
    strides[at] =
        (int) Math.min(Integer.MAX_VALUE, strides[at] * Math.min(step, Math.max(1, size)));
    int offset = layout.offset() + from * layout.strides()[at];
    return Views.view(
        self,
        Layout.of(sizes, strides, offset),
        "SliceBackward0",
        (g, s, r) -> IndexDerivatives.sliceSelf(g, s, at, from, to, step));
  }

  private static int clamp(long index, int low, int size) {
    return Math.clamp(index < 0 ? index + size : index, low, size);
  }

  /** The slices from {@code start} on, {@code length} of them. */
  public static Tensor narrow(Tensor self, int dim, long start, long length) {
    if (self.dim() == 0) {
      throw new IllegalArgumentException("narrow() cannot be applied to a 0-dim tensor.");
    }
    if (length < 0) {
      throw new IllegalArgumentException("narrow(): length must be non-negative.");
    }
    long size = self.size(dim);
    if (start < -size || start > size) {
      throw new IndexOutOfBoundsException(
          "start out of range (expected to be in range of [%d, %d], but got %d)"
              .formatted(-size, size, start));
    }
    long from = start < 0 ? start + size : start;
    if (length > size - from) {
      throw new IllegalArgumentException(
          "start (%d) + length (%d) exceeds dimension size (%d).".formatted(from, length, size));
    }
    return slice(self, dim, from, from + length, 1);
  }

  /** All slices along a dimension. */
  public static Tensor[] unbind(Tensor self, int dim) {
    int at = Views.dimension(dim, self.dim());
    if (self.dim() == 0) {
      throw new IllegalArgumentException("Dimension specified as 0 but tensor has no dimensions");
    }
    int count = self.layout().sizes()[at];
    Tensor[] results = new Tensor[count];
    Tensor detached = Conversions.detach(self);
    for (int i = 0; i < count; i++) {
      Layout layout = select(detached, at, i).layout();
      results[i] = Recording.markOneOfSeveralViews(new Tensor(self.storage(), layout), self);
    }
    if (Recording.isNeeded(self)) {
      SplitNode node =
          new SplitNode(
              "UnbindBackward0", count, g -> IndexDerivatives.unbindSelf(g, detached, at), self);
      for (int i = 0; i < count; i++) {
        Recording.attach(results[i], node, i);
      }
    }
    return results;
  }

  /**
   * Elements picked along a dimension: {@code out[i][j] = self[index[i][j]][j]} for dimension 0.
   */
  public static Tensor gather(Tensor self, int dim, Tensor index) {
    if (index.dtype() != DType.INT64 && index.dtype() != DType.INT32) {
      throw new IllegalArgumentException("gather(): Expected dtype int32/int64 for index");
    }
    if (self.dim() == 0 && index.dim() == 0) {
      return gather(self.reshape(1), dim, index.reshape(1)).reshape();
    }
    if (self.dim() == 0 && index.dim() == 1) {
      return gather(self.reshape(1), dim, index);
    }
    if (self.dim() == 1 && index.dim() == 0) {
      return gather(self, dim, index.reshape(1)).reshape();
    }
    int at = Views.dimension(dim, self.dim());
    checkIndexShape(self, at, index);
    int[] places = Scattering.places(self.layout(), at, index);
    Tensor result =
        Dense.tensor(
            Lookup.gather(self.storage().array(), places, self.dtype()),
            self.dtype(),
            Broadcast.dense(index.layout()));
    if (!Recording.isNeeded(self)) {
      return result;
    }
    SavedTensor kept = SavedTensor.of(index);
    return new UnaryNode(
            "GatherBackward0",
            Reads.NOTHING,
            (g, s, r) -> IndexDerivatives.gatherSelf(g, s, at, kept.unpack()),
            self)
        .record(result);
  }

  /** A copy of a range of positions. */
  public static Tensor narrowCopy(Tensor self, int dim, long start, long length) {
    if (length < 0 && self.dim() > 0) {
      throw new IllegalArgumentException(
          "start (%d) + length (%d) exceeds dimension size (%d)."
              .formatted(start, length, self.size(dim)));
    }
    Tensor result = narrow(Conversions.detach(self), dim, start, length).clone();
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "NarrowCopyBackward0",
                Reads.NOTHING,
                (g, s, r) -> ArrangementDerivatives.narrowCopySelf(g, s, dim, start, length),
                self)
            .record(result)
        : result;
  }

  /** {@link #gather} with both operands broadcast in the other dimensions. */
  public static Tensor takeAlongDim(Tensor self, Tensor indices, int dim) {
    if (indices.dtype() != DType.INT64) {
      throw new IllegalArgumentException(
          "torch.take_along_dim(): dtype of indices should be Long but got "
              + indices.dtype().title());
    }
    if (self.dim() != indices.dim()) {
      throw new IllegalArgumentException(
          "torch.take_along_dim(): input and indices should have the same number of dimensions, but got %d dimensions for input, and %d dimensions for indices"
              .formatted(self.dim(), indices.dim()));
    }
    int at = Views.present(dim, self.dim());
    Layout own = aside(self, at);
    Layout shape = Broadcast.of(own, aside(indices, at));
    return gather(
        stretched(self, shape, at), at, stretched(Conversions.detach(indices), shape, at));
  }

  /** The layout with size 1 in a dimension. */
  private static Layout aside(Tensor tensor, int dim) {
    int[] sizes = tensor.layout().sizes().clone();
    sizes[dim] = 1;
    return Layout.dense(sizes);
  }

  private static Tensor stretched(Tensor tensor, Layout shape, int dim) {
    long[] sizes = Views.toLongs(shape.sizes());
    sizes[dim] = tensor.size(dim);
    return tensor.expand(sizes);
  }

  private static void checkIndexShape(Tensor self, int dim, Tensor index) {
    if (Math.max(1, self.dim()) != Math.max(1, index.dim()) && index.numel() > 0) {
      throw new IllegalArgumentException(
          "Index tensor must have the same number of dimensions as input tensor");
    }
    if (index.numel() == 0) {
      return;
    }
    int[] own = self.layout().sizes();
    int[] wanted = index.layout().sizes();
    for (int d = 0; d < wanted.length; d++) {
      if (d != dim && wanted[d] > own[d]) {
        throw new IllegalArgumentException(
            "Size does not match at dimension %d expected index %s to be no larger than self %s apart from dimension %d"
                .formatted(d, Arrays.toString(wanted), Arrays.toString(own), dim));
      }
    }
  }

  /** Gradients added back to the places of a strided view: the transpose of {@code asStrided}. */
  public static Tensor addStrided(Tensor gradOutput, Layout own, Layout viewed, int storageSize) {
    Tensor buffer = Creation.zeros(gradOutput.dtype(), storageSize);
    Object values = Dense.copy(gradOutput, gradOutput.dtype());
    switch (buffer.storage().array()) {
      case float[] floats -> Scatter.add((float[]) values, floats, viewed);
      case double[] doubles -> Scatter.add((double[]) values, doubles, viewed);
      default -> throw new IllegalStateException("addStrided: gradients are floating");
    }
    Tensor result = Conversions.clone(new Tensor(buffer.storage(), own));
    return Recording.isNeeded(gradOutput)
        ? new UnaryNode(
                "AsStridedBackwardBackward0",
                Reads.NOTHING,
                (g, s, r) -> IndexDerivatives.addStridedGradOutput(g, own, viewed, storageSize),
                gradOutput)
            .record(result)
        : result;
  }
}
