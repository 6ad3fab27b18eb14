package dev.adjoint.ops;

import dev.adjoint.Tensor;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.UnaryDerivative;
import dev.adjoint.autograd.UnaryNode;
import dev.adjoint.derivatives.ViewDerivatives;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;

/** Views: the same elements under another shape. */
public final class Views {
  private Views() {}

  /** Sizes or strides as {@code long}. */
  public static long[] toLongs(int[] values) {
    long[] longs = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      longs[i] = values[i];
    }
    return longs;
  }

  /** A dimension counted from the start; a scalar tensor counts as having one. */
  public static int dimension(int dim, int rank) {
    int range = Math.max(1, rank);
    if (dim < -range || dim >= range) {
      throw new IndexOutOfBoundsException(
          "Dimension out of range (expected to be in range of [%d, %d], but got %d)"
              .formatted(-range, range - 1, dim));
    }
    return dim < 0 ? dim + range : dim;
  }

  /** A dimension that is there, counted from the start. */
  public static int present(int dim, int rank) {
    if (rank == 0) {
      throw new IndexOutOfBoundsException(
          "Dimension specified as %d but tensor has no dimensions".formatted(dim));
    }
    return dimension(dim, rank);
  }

  static Tensor view(Tensor self, Layout layout, String name, UnaryDerivative derivative) {
    Tensor result = Recording.markView(new Tensor(self.storage(), layout), self);
    return Recording.isNeeded(self)
        ? new UnaryNode(name, Reads.NOTHING, derivative, self).record(result)
        : result;
  }

  /** The elements in row-major order under another shape, where strides allow it. */
  public static Tensor view(Tensor self, long... shape) {
    int[] sizes = inferred(shape, self.numel());
    int[] strides = Strides.viewed(self.layout(), sizes);
    if (strides.length != sizes.length) {
      throw new IllegalArgumentException(
          "view size is not compatible with input tensor's size and stride (at least one dimension"
              + " spans across two contiguous subspaces). Use .reshape(...) instead.");
    }
    return viewed(self, Layout.of(sizes, strides, self.layout().offset()));
  }

  private static Tensor viewed(Tensor self, Layout layout) {
    return view(self, layout, "ViewBackward0", (g, s, r) -> ViewDerivatives.viewSelf(g, s));
  }

  /** A view if strides allow it, else a copy. */
  public static Tensor reshape(Tensor self, long... shape) {
    int[] sizes = inferred(shape, self.numel());
    int[] strides = Strides.viewed(self.layout(), sizes);
    if (strides.length == sizes.length) {
      return viewed(self, Layout.of(sizes, strides, self.layout().offset()));
    }
    return unsafeView(Conversions.clone(self), Layout.dense(sizes));
  }

  /** A dense intermediate result under another shape; nobody else sees it, so it is no view. */
  static Tensor unsafeView(Tensor self, Layout dense) {
    int offset = self.layout().offset();
    Layout moved = offset == 0 ? dense : Layout.of(dense.sizes(), dense.strides(), offset);
    Tensor result = new Tensor(self.storage(), moved);
    return Recording.isNeeded(self)
        ? new UnaryNode(
                "UnsafeViewBackward0",
                Reads.NOTHING,
                (g, s, r) -> ViewDerivatives.viewSelf(g, s),
                self)
            .record(result)
        : result;
  }

  private static int[] inferred(long[] shape, long count) {
    int unknown = -1;
    long known = 1;
    for (int d = 0; d < shape.length; d++) {
      if (shape[d] == -1) {
        if (unknown >= 0) {
          throw new IllegalArgumentException("only one dimension can be inferred");
        }
        unknown = d;
      } else if (shape[d] < 0) {
        throw new IllegalArgumentException("invalid shape dimension " + shape[d]);
      } else {
        known = product(known, shape[d], shape);
      }
    }
    checkCount(shape, count, unknown, known);
    long[] sizes = shape.clone();
    if (unknown >= 0) {
      sizes[unknown] = count / known;
    }
    return Creation.sizes(sizes);
  }

  private static long product(long known, long size, long[] shape) {
    if (Math.multiplyHigh(known, size) != 0 || known * size < 0) {
      throw new IllegalArgumentException(
          "numel: integer multiplication overflow, shape " + Arrays.toString(shape));
    }
    return known * size;
  }

  private static void checkCount(long[] shape, long count, int unknown, long known) {
    String text = Arrays.toString(shape);
    boolean fits = unknown < 0 ? known == count : known != 0 && count % known == 0;
    if (!fits && unknown >= 0 && known == 0 && count == 0) {
      throw new IllegalArgumentException(
          "cannot reshape tensor of 0 elements into shape %s because the unspecified dimension size -1 can be any value and is ambiguous"
              .formatted(text));
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "shape '%s' is invalid for input of size %d".formatted(text, count));
    }
  }

  /** Two dimensions exchanged. */
  public static Tensor transpose(Tensor self, int dim0, int dim1) {
    return transpose(self, dim0, dim1, "TransposeBackward0");
  }

  private static Tensor transpose(Tensor self, int dim0, int dim1, String name) {
    Layout layout = self.layout();
    int a = dimension(dim0, layout.rank());
    int b = dimension(dim1, layout.rank());
    if (layout.rank() == 0) {
      return view(self, layout, name, (g, s, r) -> g);
    }
    int[] sizes = swapped(layout.sizes(), a, b);
    int[] strides = swapped(layout.strides(), a, b);
    return view(
        self,
        Layout.of(sizes, strides, layout.offset()),
        name,
        (g, s, r) -> ViewDerivatives.transposeSelf(g, a, b));
  }

  private static int[] swapped(int[] values, int a, int b) {
    int[] result = values.clone();
    result[a] = values[b];
    result[b] = values[a];
    return result;
  }

  /** The transpose of a matrix; vectors and scalars as they are. */
  public static Tensor t(Tensor self) {
    if (self.dim() > 2) {
      throw new IllegalArgumentException(
          "t() expects a tensor with <= 2 dimensions, but self is " + self.dim() + "D");
    }
    return self.dim() < 2
        ? view(self, self.layout(), "TBackward0", (g, s, r) -> g)
        : transpose(self, 0, 1, "TBackward0");
  }

  /** The dimensions in another order. */
  public static Tensor permute(Tensor self, int... dims) {
    Layout layout = self.layout();
    int rank = layout.rank();
    if (dims.length != rank) {
      throw new IllegalArgumentException(
          "permute(sparse_coo): number of dimensions in the tensor input does not match the length"
              + " of the desired ordering of dimensions i.e. input.dim() = %d is not equal to len(dims) = %d"
                  .formatted(rank, dims.length));
    }
    int[] order = new int[rank];
    int[] sizes = new int[rank];
    int[] strides = new int[rank];
    boolean[] seen = new boolean[rank];
    for (int d = 0; d < rank; d++) {
      int from = dimension(dims[d], rank);
      if (seen[from]) {
        throw new IllegalArgumentException("permute(): duplicate dims are not allowed.");
      }
      seen[from] = true;
      order[d] = from;
      sizes[d] = layout.sizes()[from];
      strides[d] = layout.strides()[from];
    }
    return view(
        self,
        Layout.of(sizes, strides, layout.offset()),
        "PermuteBackward0",
        (g, s, r) -> ViewDerivatives.permuteSelf(g, order));
  }

  /** Dimensions of size 1 stretched, and new leading ones, without copying. */
  public static Tensor expand(Tensor self, long... shape) {
    int[] sizes = expandedSizes(self.layout().sizes(), shape);
    return view(
        self,
        self.layout().expandedTo(sizes),
        "ExpandBackward0",
        (g, s, r) -> ViewDerivatives.expandSelf(g, s));
  }

  private static int[] expandedSizes(int[] from, long[] shape) {
    long[] target = shape.clone();
    int lead = shape.length - from.length;
    if (lead < 0) {
      throw new IllegalArgumentException(
          "expand(torch.FloatTensor{[%s]}, size=%s): the number of sizes provided (%d) must be greater or equal to the number of dimensions in the tensor (%d)"
              .formatted(bare(from), Arrays.toString(shape), shape.length, from.length));
    }
    for (int d = 0; d < shape.length; d++) {
      if (target[d] == -1) {
        if (d < lead) {
          throw new IllegalArgumentException(
              "The expanded size of the tensor (-1) isn't allowed in a leading, non-existing"
                  + " dimension "
                  + d);
        }
        target[d] = from[d - lead];
      }
    }
    int[] sizes = Creation.sizes(target);
    checkExpandable(from, sizes);
    return sizes;
  }

  private static String bare(int[] sizes) {
    String text = Arrays.toString(sizes);
    return text.substring(1, text.length() - 1);
  }

  /** Refuses shapes that do not stretch to the target. */
  static void checkExpandable(int[] from, int[] target) {
    int lead = target.length - from.length;
    if (lead < 0) {
      throw new IllegalArgumentException(
          "The number of dimensions of the target %s is below that of the tensor %s"
              .formatted(Arrays.toString(target), Arrays.toString(from)));
    }
    for (int d = target.length - 1; d >= lead; d--) {
      if (from[d - lead] != target[d] && from[d - lead] != 1) {
        throw new IllegalArgumentException(
            "The expanded size of the tensor (%d) must match the existing size (%d) at non-singleton dimension %d.  Target sizes: %s.  Tensor sizes: %s"
                .formatted(
                    target[d], from[d - lead], d, Arrays.toString(target), Arrays.toString(from)));
      }
    }
  }

  /** Without the dimension, if its size is 1. */
  public static Tensor squeeze(Tensor self, int dim) {
    return squeeze(self, dim, "SqueezeBackward1");
  }

  static Tensor squeeze(Tensor self, int dim, String name) {
    Layout layout = self.layout();
    int at = dimension(dim, layout.rank());
    Layout result =
        layout.rank() > 0 && layout.sizes()[at] == 1 ? Strides.without(layout, at) : layout;
    return view(self, result, name, (g, s, r) -> ViewDerivatives.viewSelf(g, s));
  }

  /** Without dimensions of size 1. */
  public static Tensor squeeze(Tensor self) {
    Layout layout = self.layout();
    for (int d = layout.rank() - 1; d >= 0; d--) {
      layout = layout.sizes()[d] == 1 ? Strides.without(layout, d) : layout;
    }
    return view(self, layout, "SqueezeBackward0", (g, s, r) -> ViewDerivatives.viewSelf(g, s));
  }

  /** With a new dimension of size 1. */
  public static Tensor unsqueeze(Tensor self, int dim) {
    Layout layout = self.layout();
    int at = dimension(dim, layout.rank() + 1);
    return view(
        self,
        Strides.with(layout, at),
        "UnsqueezeBackward0",
        (g, s, r) -> ViewDerivatives.viewSelf(g, s));
  }

  /** Any sizes and strides over the storage. */
  public static Tensor asStrided(Tensor self, long[] size, long[] stride, long storageOffset) {
    Layout layout = Strides.strided(self, size, stride, storageOffset);
    Layout own = self.layout();
    return view(
        self,
        layout,
        "AsStridedBackward0",
        (g, s, r) -> ViewDerivatives.asStridedSelf(g, own, layout));
  }
}
