package dev.adjoint.kernels;

/**
 * The three products that a convolution and its derivatives are made of, each linear in both
 * factors. Images and windows come in batches, their channels in groups.
 *
 * @param elements the element type
 * @param columns the windows of one group of channels of one image
 * @param batch how many images
 * @param groups how many groups
 * @param filters how many channels each group of windows has
 * @param <T> the type of the arrays
 */
public record Convolve<T>(
    Elements<T> elements, WindowColumns columns, int batch, int groups, int filters) {

  /**
   * For each window and filter the inner product of the two.
   *
   * @param images batch, groups, channels, positions
   * @param weights groups, filters, channels, places
   * @return batch, groups, filters, windows
   */
  public T windows(T images, T weights) {
    int rows = columns.rows();
    int count = columns.columns();
    T result = elements.allocate(batch * groups * filters * count);
    T matrix = elements.allocate(rows * count);
    for (int n = 0; n < batch * groups; n++) {
      columns.gather(elements, images, n * columns.imageSize(), matrix, 0);
      elements.multiply(
          new Matrix<>(weights, n % groups * filters * rows, rows, 1),
          new Matrix<>(matrix, 0, count, 1),
          result,
          n * filters * count,
          new MatrixSizes(filters, rows, count));
    }
    return result;
  }

  /**
   * Each filter times the value of its window, added up where the window lies.
   *
   * @param windows batch, groups, filters, windows
   * @param weights groups, filters, channels, places
   * @return batch, groups, channels, positions
   */
  public T images(T windows, T weights) {
    int rows = columns.rows();
    int count = columns.columns();
    T result = elements.allocate(batch * groups * columns.imageSize());
    T matrix = elements.allocate(rows * count);
    for (int n = 0; n < batch * groups; n++) {
      elements.multiply(
          new Matrix<>(weights, n % groups * filters * rows, 1, rows),
          new Matrix<>(windows, n * filters * count, count, 1),
          matrix,
          0,
          new MatrixSizes(rows, filters, count));
      columns.add(elements, matrix, 0, result, n * columns.imageSize());
    }
    return result;
  }

  /**
   * The elements of each window times its values, added up over all windows.
   *
   * @param images batch, groups, channels, positions
   * @param windows batch, groups, filters, windows
   * @return groups, filters, channels, places
   */
  public T weights(T images, T windows) {
    int rows = columns.rows();
    int count = columns.columns();
    T result = elements.allocate(groups * filters * rows);
    T matrix = elements.allocate(rows * count);
    T product = elements.allocate(filters * rows);
    for (int n = 0; n < batch * groups; n++) {
      columns.gather(elements, images, n * columns.imageSize(), matrix, 0);
      elements.multiply(
          new Matrix<>(windows, n * filters * count, count, 1),
          new Matrix<>(matrix, 0, 1, count),
          product,
          0,
          new MatrixSizes(filters, count, rows));
      int target = n % groups * filters * rows;
      elements.add(product, 0, result, target, 1, filters * rows);
    }
    return result;
  }
}
