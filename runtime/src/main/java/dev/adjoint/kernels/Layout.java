package dev.adjoint.kernels;

import java.util.Arrays;

/**
 * Where the elements of a tensor lie in its array: sizes, strides and offset. Immutable; shared by
 * every tensor of the same geometry, so that equal shapes are mostly the same object.
 */
public final class Layout {
  /** The most elements that one Java array holds on every virtual machine. */
  public static final int MAX_ELEMENTS = Integer.MAX_VALUE - 8;

  private static final int MAX_DIMS = 64;
  private static final int UNCOUNTABLE = -1;
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
    this.contiguous = count != UNCOUNTABLE && isRowMajor(sizes, strides, count);
  }

  /**
   * A layout over existing arrays, which are not copied and must not be written afterwards. It may
   * name more elements than an array holds, as an expansion does, as long as nobody asks for their
   * {@link #count()}.
   *
   * @param sizes one size per dimension
   * @param strides one stride per dimension, in elements
   * @param offset index of the first element
   * @return the layout
   * @throws IllegalArgumentException from 2^63 elements
   */
  public static Layout of(int[] sizes, int[] strides, int offset) {
    long elements = product(sizes);
    int count = elements > MAX_ELEMENTS ? UNCOUNTABLE : (int) elements;
    return new Layout(sizes, strides, offset, count);
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
    long stride = 1;
    for (int d = sizes.length - 1; d >= 0; d--) {
      strides[d] = (int) stride;
      // Only a tensor without elements gets there, and nobody follows its strides.
      stride = Math.min(Integer.MAX_VALUE, stride * Math.max(1, sizes[d]));
    }
    return strides;
  }

  /**
   * The number of elements of a shape.
   *
   * @param sizes one size per dimension
   * @return the product of the sizes
   * @throws IllegalArgumentException from about 2^31 elements
   */
  public static int countOf(int[] sizes) {
    return countable(product(sizes), sizes);
  }

  private static int countable(long elements, int[] sizes) {
    if (elements > MAX_ELEMENTS) {
      throw new IllegalArgumentException(
          "a tensor of shape %s has %d elements, more than %d, the most that one Java array holds"
              .formatted(Arrays.toString(sizes), elements, MAX_ELEMENTS));
    }
    return (int) elements;
  }

  private static long product(int[] sizes) {
    long product = 1;
    boolean overflows = false;
    for (int size : sizes) {
      if (size == 0) {
        return 0;
      }
      overflows |= Math.multiplyHigh(product, size) != 0 || product * size < 0;
      product *= size;
    }
    if (overflows) {
      throw new IllegalArgumentException(
          "numel: integer multiplication overflow, shape " + Arrays.toString(sizes));
    }
    return product;
  }

  private static boolean isRowMajor(int[] sizes, int[] strides, int count) {
    long expected = 1;
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
   * Number of elements, to be gone through or copied.
   *
   * @return the product of the sizes
   * @throws IllegalArgumentException from 2^31 elements
   */
  public int count() {
    return count == UNCOUNTABLE ? countOf(sizes) : count;
  }

  /**
   * Number of elements, however many there are.
   *
   * @return the product of the sizes
   */
  public long elements() {
    return count == UNCOUNTABLE ? product(sizes) : count;
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
    if (count == 0) {
      return false;
    }
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
