package dev.adjoint.kernels;

/**
 * Walks a layout in row-major order, one run of equally spaced elements at a time. Adjacent
 * dimensions that lie in memory as one are merged first, so that most layouts have few, long rows.
 */
final class Rows {
  private final int[] sizes;
  private final int[] strides;
  private final int[] index;
  private final int outer;
  private int rowsLeft;
  private int offset;

  /** Elements in every row. */
  final int length;

  /** Distance between neighbours of a row. */
  final int stride;

  /** How many rows at a time begin side by side in memory: columns of a transposed matrix. */
  final int neighbours;

  Rows(Layout layout) {
    int rank = layout.rank();
    int[] mergedSizes = new int[rank];
    int[] mergedStrides = new int[rank];
    int merged = 0;
    for (int d = 0; d < rank; d++) {
      int size = layout.sizes()[d];
      int step = layout.strides()[d];
      if (size == 1) {
        continue;
      }
      if (merged > 0 && mergedStrides[merged - 1] == step * size) {
        mergedSizes[merged - 1] *= size;
        mergedStrides[merged - 1] = step;
      } else {
        mergedSizes[merged] = size;
        mergedStrides[merged] = step;
        merged++;
      }
    }
    sizes = mergedSizes;
    strides = mergedStrides;
    outer = Math.max(0, merged - 1);
    index = new int[outer];
    length = merged == 0 ? 1 : mergedSizes[merged - 1];
    stride = merged == 0 ? 1 : mergedStrides[merged - 1];
    boolean isTransposed = merged > 1 && mergedStrides[merged - 2] == 1;
    neighbours = isTransposed ? mergedSizes[merged - 2] : 1;
    rowsLeft = layout.count() == 0 ? 0 : layout.count() / length;
    offset = layout.offset();
  }

  /** Whether another row follows; {@link #offset()} is its first element. */
  boolean hasRow() {
    return rowsLeft > 0;
  }

  int offset() {
    return offset;
  }

  void advance(int rows) {
    for (int r = 0; r < rows; r++) {
      advance();
    }
  }

  void advance() {
    rowsLeft--;
    for (int d = outer - 1; d >= 0; d--) {
      offset += strides[d];
      if (++index[d] < sizes[d]) {
        return;
      }
      offset -= strides[d] * sizes[d];
      index[d] = 0;
    }
  }
}
