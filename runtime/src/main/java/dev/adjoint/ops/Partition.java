package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.Recording;
import dev.adjoint.autograd.SplitNode;
import dev.adjoint.derivatives.PartitionDerivatives;
import dev.adjoint.kernels.Layout;
import java.util.Arrays;

/** Parts along a dimension, and dimensions merged, split and moved. */
public final class Partition {

  private Partition() {}

  /** Parts of equal length; the last may be shorter. */
  public static Tensor[] split(Tensor self, long size, int dim) {
    long whole = length(self, dim);
    if (size == 0 && whole != 0) {
      throw new IllegalArgumentException(
          "split_size can only be 0 if dimension size is 0, but got dimension size of " + whole);
    }
    if (size < 0) {
      throw new IllegalArgumentException(
          "split expects split_size be non-negative, but got split_size=" + size);
    }
    int parts = size == 0 || whole == 0 ? 1 : (int) ((whole - 1) / size + 1);
    long[] sizes = new long[parts];
    Arrays.fill(sizes, size);
    sizes[parts - 1] = whole - size * (parts - 1);
    return views("SplitBackward0", self, sizes, dim);
  }

  private static long length(Tensor self, int dim) {
    if (self.dim() == 0) {
      throw new IllegalArgumentException("split expects at least a 1-dimensional tensor");
    }
    return self.size(dim);
  }

  /** Parts of given lengths, which add up to the whole. */
  public static Tensor[] split(Tensor self, long[] sizes, int dim) {
    return views("SplitWithSizesBackward0", self, sizes, dim);
  }

  private static Tensor[] views(String name, Tensor self, long[] sizes, int dim) {
    long whole = length(self, dim);
    if (Arrays.stream(sizes).anyMatch(size -> size < 0)) {
      throw new IllegalArgumentException(
          "split_with_sizes expects split_sizes have only non-negative entries, but got"
              + " split_sizes="
              + Arrays.toString(sizes));
    }
    if (Arrays.stream(sizes).reduce(0, Limits::sum) != whole) {
      throw new IllegalArgumentException(
          "split_with_sizes expects split_sizes to sum exactly to %d (input tensor's size at dimension %d), but got split_sizes=%s"
              .formatted(whole, dim, Arrays.toString(sizes)));
    }
    Tensor[] parts = narrowed(Conversions.detach(self), sizes, dim);
    for (int i = 0; i < parts.length; i++) {
      Tensor part = new Tensor(self.storage(), parts[i].layout());
      parts[i] = Recording.markOneOfSeveralViews(part, self);
    }
    if (Recording.isNeeded(self)) {
      DType dtype = self.dtype();
      long[] shape = self.shape();
      SplitNode node =
          new SplitNode(
              name,
              parts.length,
              g -> PartitionDerivatives.splitSelf(g, dtype, shape, sizes, dim),
              self);
      for (int i = 0; i < parts.length; i++) {
        Recording.attach(parts[i], node, i);
      }
    }
    return parts;
  }

  private static Tensor[] narrowed(Tensor self, long[] sizes, int dim) {
    Tensor[] parts = new Tensor[sizes.length];
    long start = 0;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = self.narrow(dim, start, sizes[i]);
      start += sizes[i];
    }
    return parts;
  }

  /** At most so many parts of equal length. */
  public static Tensor[] chunk(Tensor self, long chunks, int dim) {
    if (self.dim() == 0) {
      throw new IllegalArgumentException("chunk expects at least a 1-dimensional tensor");
    }
    if (chunks <= 0) {
      throw new IllegalArgumentException(
          "chunk expects `chunks` to be greater than 0, got: " + chunks);
    }
    long whole = length(self, dim);
    long size = whole == 0 ? 0 : (whole - 1) / chunks + 1;
    return size == 0
        ? split(self, new long[Limits.integer("chunks", chunks)], dim)
        : split(self, size, dim);
  }

  /** So many parts, the longer ones first. */
  public static Tensor[] tensorSplit(Tensor self, long sections, int dim) {
    if (sections <= 0) {
      throw new IllegalArgumentException(
          "number of sections must be larger than 0, got " + sections);
    }
    long whole = length(self, dim);
    long[] sizes = new long[Limits.integer("the number of sections", sections)];
    for (int i = 0; i < sections; i++) {
      sizes[i] = whole / sections + (i < whole % sections ? 1 : 0);
    }
    return narrowed(self, sizes, dim);
  }

  /** Parts that begin at indices; those out of range are empty. */
  public static Tensor[] tensorSplit(Tensor self, long[] indices, int dim) {
    long whole = length(self, dim);
    Tensor[] parts = new Tensor[indices.length + 1];
    long start = 0;
    for (int i = 0; i < parts.length; i++) {
      long end = i == indices.length ? whole : indices[i];
      parts[i] = self.slice(dim, start, end, 1);
      start = end;
    }
    return parts;
  }

  /** Parts of equal length along a dimension that {@code name} stands for. */
  public static Tensor[] splitAlong(String name, Tensor self, long sections, int dim) {
    int at = checkRank(name, self, dim);
    long size = self.size(at);
    if (sections <= 0 || size % sections != 0) {
      throw new IllegalArgumentException(
          "torch.%s attempted to split along dimension %d, but the size of the dimension %d is not divisible by the split_size %d!"
              .formatted(name, at, size, sections));
    }
    return tensorSplit(self, sections, at);
  }

  /** Parts that begin at indices along a dimension that {@code name} stands for. */
  public static Tensor[] splitAlong(String name, Tensor self, long[] indices, int dim) {
    return tensorSplit(self, indices, checkRank(name, self, dim));
  }

  /** The dimension, or the only one of a vector split side by side. */
  private static int checkRank(String name, Tensor self, int dim) {
    int least = name.equals("hsplit") ? 1 : dim + (name.equals("vsplit") ? 2 : 1);
    if (self.dim() < least) {
      throw new IllegalArgumentException(
          "torch.%s requires a tensor with at least %d dimension, but got a tensor with %d dimensions!"
              .formatted(name, least, self.dim()));
    }
    return Math.min(dim, self.dim() - 1);
  }

  /** Windows along a dimension, each as a new last dimension. */
  public static Tensor unfold(Tensor self, int dim, long size, long step) {
    Layout layout = self.layout();
    int at = Views.dimension(dim, layout.rank());
    int whole = layout.rank() == 0 ? 1 : layout.sizes()[at];
    if (size < 0) {
      throw new IllegalArgumentException("size is %d but must be >= 0".formatted(size));
    }
    if (size > whole) {
      throw new IllegalArgumentException(
          "maximum size for tensor at dimension %d is %d but size is %d"
              .formatted(at, whole, size));
    }
    if (step <= 0) {
      throw new IllegalArgumentException("step is %d but must be > 0".formatted(step));
    }
    Layout windows = windows(layout, at, (int) size, step, whole);
    return Views.view(
        self,
        windows,
        "UnfoldBackward0",
        (g, s, r) -> PartitionDerivatives.unfoldSelf(g, s, at, step));
  }

  private static Layout windows(Layout layout, int dim, int size, long step, int whole) {
    int rank = layout.rank();
    int[] sizes = Arrays.copyOf(layout.sizes(), rank + 1);
    int[] strides = Arrays.copyOf(layout.strides(), rank + 1);
    sizes[rank] = size;
    strides[rank] = rank == 0 ? 1 : strides[dim];
    if (rank > 0) {
      sizes[dim] = (int) ((whole - size) / step + 1);
      strides[dim] = (int) Math.min(Integer.MAX_VALUE, Limits.product(strides[dim], step));
    }
    return Layout.of(sizes, strides, layout.offset());
  }

  /** Dimensions merged into one. */
  public static Tensor flatten(Tensor self, int startDim, int endDim) {
    int start = Views.dimension(startDim, self.dim());
    int end = Views.dimension(endDim, self.dim());
    if (start > end) {
      throw new IllegalArgumentException(
          "flatten() has invalid args: start_dim cannot come after end_dim");
    }
    if (self.dim() == 0) {
      return self.reshape(1);
    }
    if (start == end) {
      return self;
    }
    long[] shape = self.shape();
    long merged = 1;
    for (int d = start; d <= end; d++) {
      merged *= shape[d];
    }
    long[] result = new long[shape.length - end + start];
    System.arraycopy(shape, 0, result, 0, start);
    result[start] = merged;
    System.arraycopy(shape, end + 1, result, start + 1, shape.length - end - 1);
    return self.reshape(result);
  }

  /** A dimension split into several. */
  public static Tensor unflatten(Tensor self, int dim, long... sizes) {
    int at = Views.present(dim, self.dim());
    long[] shape = self.shape();
    checkUnflattened(shape[at], at, sizes);
    long[] result = new long[shape.length - 1 + sizes.length];
    System.arraycopy(shape, 0, result, 0, at);
    System.arraycopy(sizes, 0, result, at, sizes.length);
    System.arraycopy(shape, at + 1, result, at + sizes.length, shape.length - at - 1);
    return self.view(result);
  }

  private static void checkUnflattened(long whole, int dim, long[] sizes) {
    if (sizes.length == 0) {
      throw new IllegalArgumentException("unflatten: sizes must be non-empty");
    }
    boolean infers = Arrays.stream(sizes).anyMatch(size -> size == -1);
    if (!infers && Arrays.stream(sizes).reduce(1, Limits::product) != whole) {
      throw new IllegalArgumentException(
          "unflatten: Provided sizes %s don't multiply up to the size of dim %d (%d) in the input tensor"
              .formatted(Arrays.toString(sizes), dim, whole));
    }
  }

  /** Dimensions moved, the others in order. */
  public static Tensor movedim(Tensor self, int[] source, int[] destination) {
    int rank = self.dim();
    if (source.length != destination.length) {
      throw new IllegalArgumentException(
          "movedim: Invalid source or destination dims: source (%s dims) should contain the same number of dims as destination (%s dims)"
              .formatted(Arrays.toString(source), Arrays.toString(destination)));
    }
    int[] from = distinct("source", source, rank);
    int[] to = distinct("destination", destination, rank);
    int[] order = new int[rank];
    Arrays.fill(order, -1);
    boolean[] moved = new boolean[rank];
    for (int i = 0; i < from.length && rank > 0; i++) {
      order[to[i]] = from[i];
      moved[from[i]] = true;
    }
    int next = 0;
    for (int d = 0; d < rank; d++) {
      if (order[d] < 0) {
        while (moved[next]) {
          next++;
        }
        order[d] = next++;
      }
    }
    return self.permute(order);
  }

  private static int[] distinct(String name, int[] dims, int rank) {
    int[] places = Arrays.stream(dims).map(dim -> Views.dimension(dim, rank)).toArray();
    if (Arrays.stream(places).distinct().count() != places.length) {
      throw new IllegalArgumentException(
          "movedim: repeated dim in `%s` (%s)".formatted(name, Arrays.toString(dims)));
    }
    return places;
  }

  /** Without those of the dimensions that have size 1. */
  public static Tensor squeeze(Tensor self, int... dims) {
    long[] shape = self.shape();
    boolean[] dropped = new boolean[Math.max(1, shape.length)];
    for (int dim : dims) {
      int at = Views.dimension(dim, shape.length);
      dropped[at] = shape.length > 0 && shape[at] == 1;
    }
    Layout layout = self.layout();
    for (int d = shape.length - 1; d >= 0; d--) {
      layout = dropped[d] ? Strides.without(layout, d) : layout;
    }
    return Views.view(self, layout, "SqueezeBackward2", (g, s, r) -> g.reshape(s.shape()));
  }

  /** The transposes of matrices. */
  public static Tensor matrixTranspose(Tensor self) {
    if (self.dim() < 2) {
      throw new IllegalArgumentException(
          "tensor.mT is only supported on matrices or batches of matrices. Got "
              + self.dim()
              + "-D tensor.");
    }
    return self.transpose(-2, -1);
  }
}
