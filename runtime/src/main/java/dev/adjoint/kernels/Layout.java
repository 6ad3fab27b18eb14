package dev.adjoint.kernels;

import java.util.Arrays;

/**
 * Where the elements of a tensor lie in its array: sizes, strides and offset. Immutable; shared by
 * every tensor of the same geometry, so that equal shapes are mostly the same object.
 */
public final class Layout {
  private static final int MAX_DIMS = 64;
  private static final Layout SCALAR = new Layout(new int[0], new int[0], 0, 1);

  private final int[] sizes;
  private final int[] strides;
  private final int offset;
  private final int count;
  private final boolean contiguous;

  private Layout(int[] sizes, int[] strides, int offset, int count) {
    this.sizes = sizes;
    this.strides = strides;
    this.offset = offset;
    this.count = count;
    this.contiguous = isRowMajor(sizes, strides, count);
  }

  /**
   * A layout over existing arrays, which are not copied and must not be written afterwards.
   *
   * @param sizes one size per dimension
   * @param strides one stride per dimension, in elements
   * @param offset index of the first element
   * @return the layout
   */
  public static Layout of(int[] sizes, int[] strides, int offset) {
    return new Layout(sizes, strides, offset, countOf(sizes));
  }

  /**
   * The row-major layout that starts at index 0.
   *
   * @param sizes one size per dimension; not copied
   * @return a dense layout
   */
  public static Layout dense(int... sizes) {
    if (sizes.length == 0) {
      return SCALAR;
    }
    if (sizes.length > MAX_DIMS) {
      throw new IllegalArgumentException("only tensors with up to 64 dims are supported");
    }
    return new Layout(sizes, rowMajorStrides(sizes), 0, countOf(sizes));
  }

  /**
   * Strides of consecutive elements in row-major order.
   *
   * @param sizes one size per dimension
   * @return a new array; dimensions of size 0 count as 1
   */
  public static int[] rowMajorStrides(int[] sizes) {
    int[] strides = new int[sizes.length];
    int stride = 1;
    for (int d = sizes.length - 1; d >= 0; d--) {
      strides[d] = stride;
      stride *= Math.max(1, sizes[d]);
    }
    return strides;
  }

  /**
   * The number of elements of a shape.
   *
   * @param sizes one size per dimension
   * @return the product of the sizes
   * @throws IllegalArgumentException from 2^31 elements
   */
  public static int countOf(int[] sizes) {
    long count = 1;
    long nonEmpty = 1;
    for (int size : sizes) {
      count *= size;
      nonEmpty *= Math.max(1, size);
      if (nonEmpty > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "a tensor of shape "
                + Arrays.toString(sizes)
                + " has more than 2147483647 elements, the most that one Java array holds");
      }
    }
    return (int) count;
  }

  private static boolean isRowMajor(int[] sizes, int[] strides, int count) {
    int expected = 1;
    for (int d = sizes.length - 1; d >= 0; d--) {
      if (sizes[d] != 1) {
        if (strides[d] != expected && count != 0) {
          return false;
        }
        expected *= sizes[d];
      }
    }
    return true;
  }

  /**
   * Sizes, one per dimension.
   *
   * @return the array itself; never written
   */
  public int[] sizes() {
    return sizes;
  }

  /**
   * Strides in elements, one per dimension.
   *
   * @return the array itself; never written
   */
  public int[] strides() {
    return strides;
  }

  /**
   * Index of the first element.
   *
   * @return the offset into the array
   */
  public int offset() {
    return offset;
  }

  /**
   * Number of elements.
   *
   * @return the product of the sizes
   */
  public int count() {
    return count;
  }

  /**
   * Number of dimensions.
   *
   * @return the rank
   */
  public int rank() {
    return sizes.length;
  }

  /**
   * Whether the elements lie one after the other in row-major order.
   *
   * @return true for contiguous layouts, whatever their offset
   */
  public boolean isContiguous() {
    return contiguous;
  }

  /**
   * Whether the elements lie in row-major order from index 0: then a loop over the array is a loop
   * over the elements.
   *
   * @return true if contiguous with offset 0
   */
  public boolean isDense() {
    return contiguous && offset == 0;
  }

  /**
   * Whether the sizes are equal.
   *
   * @param other another layout
   * @return true for the same shape
   */
  public boolean sameShape(Layout other) {
    return this == other || Arrays.equals(sizes, other.sizes);
  }

  /**
   * Whether two different indices may name the same element, as after an expansion.
   *
   * @return true if some stride is 0 in a dimension of more than one element
   */
  public boolean overlaps() {
    for (int d = 0; d < sizes.length; d++) {
      if (sizes[d] > 1 && strides[d] == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same elements read as a larger shape: dimensions of size 1, and missing leading ones, get
   * stride 0. The caller has checked that the shapes are compatible.
   *
   * @param target the larger shape
   * @return a layout of that shape
   */
  public Layout expandedTo(int[] target) {
    if (Arrays.equals(sizes, target)) {
      return this;
    }
    int[] expanded = new int[target.length];
    int lead = target.length - sizes.length;
    for (int d = lead; d < target.length; d++) {
      expanded[d] = sizes[d - lead] == target[d] ? strides[d - lead] : 0;
    }
    return of(target, expanded, offset);
  }
}
