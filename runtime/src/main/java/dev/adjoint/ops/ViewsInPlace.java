package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.RefusingNode;
import dev.adjoint.autograd.UnaryDerivative;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.ViewDerivatives;
import dev.adjoint.kernels.Layout;

/** Views that replace the tensor they look at: the same elements, another geometry. */
public final class ViewsInPlace {
  private static final UnaryDerivative RESHAPED = (g, self, r) -> ViewDerivatives.viewSelf(g, self);

  private ViewsInPlace() {}

  private static Tensor changed(
      Tensor self, Layout layout, String name, UnaryDerivative derivative) {
    Recording.checkInPlace(self);
    boolean recorded = Recording.isNeeded(self);
    UnaryNode node = recorded ? new UnaryNode(name, Reads.NOTHING, derivative, self) : null;
    self.relocate(self.storage(), layout);
    self.storage().markWritten();
    if (node != null) {
      Recording.relaid(self, node);
    }
    return self;
  }

  private static Tensor bare(Tensor self) {
    return Conversions.detach(self);
  }

  /** Two dimensions exchanged. */
  public static Tensor transpose(Tensor self, int dim0, int dim1) {
    return transpose(self, dim0, dim1, "TransposeBackward1");
  }

  private static Tensor transpose(Tensor self, int dim0, int dim1, String name) {
    Layout layout = Views.transpose(bare(self), dim0, dim1).layout();
    UnaryDerivative derivative =
        self.dim() == 0
            ? (g, s, r) -> g
            : (g, s, r) -> ViewDerivatives.transposeSelf(g, dim0, dim1);
    return changed(self, layout, name, derivative);
  }

  /** The transpose of a matrix; vectors and scalars as they are. */
  public static Tensor t(Tensor self) {
    Layout layout = Views.t(bare(self)).layout();
    return self.dim() < 2
        ? changed(self, layout, "TBackward1", (g, s, r) -> g)
        : transpose(self, 0, 1, "TBackward1");
  }

  /** Without dimensions of size 1. */
  public static Tensor squeeze(Tensor self) {
    return changed(self, Views.squeeze(bare(self)).layout(), "SqueezeBackward3", RESHAPED);
  }

  /** Without the dimension, if its size is 1. */
  public static Tensor squeeze(Tensor self, int dim) {
    return changed(self, Views.squeeze(bare(self), dim).layout(), "SqueezeBackward4", RESHAPED);
  }

  /** Without those of the dimensions whose size is 1. */
  public static Tensor squeeze(Tensor self, int[] dims) {
    return changed(self, bare(self).squeeze(dims).layout(), "SqueezeBackward5", RESHAPED);
  }

  /** With a new dimension of size 1. */
  public static Tensor unsqueeze(Tensor self, int dim) {
    Layout layout = Views.unsqueeze(bare(self), dim).layout();
    return changed(self, layout, "UnsqueezeBackward1", RESHAPED);
  }

  /** Any sizes and strides over the storage. */
  public static Tensor asStrided(Tensor self, long[] size, long[] stride, long storageOffset) {
    Layout own = self.layout();
    Layout layout = Views.asStrided(bare(self), size, stride, storageOffset).layout();
    return changed(
        self,
        layout,
        "AsStridedBackward1",
        (g, s, r) -> ViewDerivatives.asStridedSelf(g, own, layout));
  }

  /** Another shape over the elements in the order of the storage, which grows if need be. */
  public static Tensor resize(Tensor self, long... shape) {
    if (self.requiresGrad()) {
      throw new IllegalStateException("cannot resize variables that require grad");
    }
    int[] sizes = Creation.sizes(shape);
    int offset = self.layout().offset();
    Layout layout = Layout.of(sizes, Layout.rowMajorStrides(sizes), offset);
    self.storage().grow(Limits.integer("the end of the elements", (long) offset + layout.count()));
    self.relocate(self.storage(), layout);
    self.storage().markWritten();
    return self;
  }

  /** Another tensor's elements, shared with it. */
  public static Tensor set(Tensor self, Tensor source) {
    if (self.dtype() != source.dtype()) {
      throw new IllegalArgumentException(
          "Could not set tensor of type %s to a tensor of type %s"
              .formatted(source.dtype().scalarName(), self.dtype().scalarName()));
    }
    Recording.checkInPlace(self);
    boolean recorded = Recording.isNeeded(self, source);
    RefusingNode node = recorded ? new RefusingNode("set_", self, source) : null;
    self.relocate(source.storage().succeeding(self.version()), source.layout());
    if (node != null) {
      Recording.relaid(self, node);
    }
    return self;
  }
}
