package dev.adjoint.kernels;

/**
 * An image as the matrix of its windows: one column for each window, one row for each channel and
 * place in the window. Neighbouring windows read neighbouring elements, so that the two have runs
 * of elements in common; those of one channel are worked out once.
 */
public final class WindowColumns {
  private static final int RUN = 3;

  private final int channels;
  private final int[] image;
  private final WindowSide[] sides;
  private final int[] counts;
  private final int[] runs;
  private int filled;

  /**
   * The windows of images of one size.
   *
   * @param channels the number of channels
   * @param image the three sizes of a channel
   * @param sides the window in each dimension
   * @param counts the number of windows in each dimension
   */
  public WindowColumns(int channels, int[] image, WindowSide[] sides, int[] counts) {
    this.channels = channels;
    this.image = image;
    this.sides = sides;
    this.counts = counts;
    this.runs = new int[Layout.countOf(new int[] {RUN, rowsOfChannel(), counts[0], counts[1]})];
    findRuns();
  }

  private int rowsOfChannel() {
    return Layout.countOf(new int[] {sides[0].kernel(), sides[1].kernel(), sides[2].kernel()});
  }

  /**
   * The number of rows of the matrix.
   *
   * @return channels times places in the window
   */
  public int rows() {
    return Layout.countOf(new int[] {channels, rowsOfChannel()});
  }

  /**
   * The number of columns of the matrix.
   *
   * @return the number of windows
   */
  public int columns() {
    return Layout.countOf(counts);
  }

  /**
   * The number of elements of an image.
   *
   * @return channels times positions
   */
  public int imageSize() {
    return Layout.countOf(new int[] {channels, image[0], image[1], image[2]});
  }

  private void findRuns() {
    int row = 0;
    for (int d = 0; d < sides[0].kernel(); d++) {
      for (int h = 0; h < sides[1].kernel(); h++) {
        for (int w = 0; w < sides[2].kernel(); w++) {
          findRunsOfRow(row++, new int[] {d, h, w});
        }
      }
    }
  }

  private void findRunsOfRow(int row, int[] place) {
    int first = sides[2].padding() - place[2] * sides[2].dilation();
    int stride = sides[2].stride();
    int from = Math.max(0, Math.ceilDiv(first, stride));
    int to = Math.min(counts[2], Math.floorDiv(image[2] - 1 + first, stride) + 1);
    for (int d = 0; from < to && d < counts[0]; d++) {
      int plane = position(0, d, place[0]);
      for (int h = 0; plane >= 0 && h < counts[1]; h++) {
        int line = position(1, h, place[1]);
        if (line >= 0) {
          int column = (d * counts[1] + h) * counts[2] + from;
          int start = (plane * image[1] + line) * image[2] + from * stride - first;
          addRun(row * columns() + column, start, to - from);
        }
      }
    }
  }

  /** The position in the image that a window reads, or -1 outside of it. */
  private int position(int dim, int window, int place) {
    WindowSide side = sides[dim];
    int at = window * side.stride() - side.padding() + place * side.dilation();
    return at < image[dim] ? Math.max(-1, at) : -1;
  }

  private void addRun(int target, int source, int length) {
    runs[filled] = target;
    runs[filled + 1] = source;
    runs[filled + 2] = length;
    filled += RUN;
  }

  /**
   * Copies the windows of an image to a matrix. Elements outside of the image are left as they are.
   *
   * @param elements the element type
   * @param images holds the image
   * @param from where it starts
   * @param matrix receives the windows
   * @param to where the matrix starts
   * @param <T> the type of the arrays
   */
  public <T> void gather(Elements<T> elements, T images, int from, T matrix, int to) {
    int stride = sides[2].stride();
    int positions = Layout.countOf(image);
    int size = rowsOfChannel() * columns();
    for (int c = 0; c < channels; c++) {
      for (int r = 0; r < filled; r += RUN) {
        int source = from + c * positions + runs[r + 1];
        elements.copy(images, source, stride, matrix, to + c * size + runs[r], runs[r + 2]);
      }
    }
  }

  /**
   * Adds the windows in a matrix to an image.
   *
   * @param elements the element type
   * @param matrix holds the windows
   * @param from where the matrix starts
   * @param images holds the image
   * @param to where it starts
   * @param <T> the type of the arrays
   */
  public <T> void add(Elements<T> elements, T matrix, int from, T images, int to) {
    int stride = sides[2].stride();
    int positions = Layout.countOf(image);
    int size = rowsOfChannel() * columns();
    for (int c = 0; c < channels; c++) {
      for (int r = 0; r < filled; r += RUN) {
        int target = to + c * positions + runs[r + 1];
        elements.add(matrix, from + c * size + runs[r], images, target, stride, runs[r + 2]);
      }
    }
  }
}
