package dev.adjoint.kernels;

/** Where the largest element of each window of an image lies. */
public final class MaxPlaces {
  private final double[] image;
  private final Spans[] spans;
  private final int columns;
  private final int plane;
  private double largest;
  private int best;

  private MaxPlaces(double[] image, Spans... spans) {
    this.image = image;
    this.spans = spans;
    this.columns = spans[2].size();
    this.plane = spans[1].size() * columns;
  }

  /**
   * Searches images one after the other.
   *
   * @param images the images, in row-major order
   * @param count how many there are
   * @param spans the windows of the three dimensions of an image
   * @return for each image and window the row-major place of its largest element in the image: the
   *     first of several, but the last NaN
   */
  public static long[] of(double[] images, int count, Spans... spans) {
    MaxPlaces search = new MaxPlaces(images, spans);
    int each = spans[0].count() * spans[1].count() * spans[2].count();
    long[] places = new long[count * each];
    for (int n = 0; n < count; n++) {
      search.fill(n * spans[0].size() * search.plane, places, n * each);
    }
    return places;
  }

  private void fill(int start, long[] places, int target) {
    int at = target;
    for (int d = 0; d < spans[0].count(); d++) {
      for (int h = 0; h < spans[1].count(); h++) {
        for (int w = 0; w < spans[2].count(); w++) {
          places[at++] = place(start, d, h, w);
        }
      }
    }
  }

  private int place(int start, int d, int h, int w) {
    best = spans[0].from()[d] * plane + spans[1].from()[h] * columns + spans[2].from()[w];
    largest = Double.NEGATIVE_INFINITY;
    for (int i = spans[0].from()[d]; i < spans[0].to()[d]; i += spans[0].step()) {
      for (int j = spans[1].from()[h]; j < spans[1].to()[h]; j += spans[1].step()) {
        searchRow(start, i * plane + j * columns, w);
      }
    }
    return best;
  }

  private void searchRow(int start, int row, int window) {
    int end = row + spans[2].to()[window];
    int step = spans[2].step();
    for (int k = row + spans[2].from()[window]; k < end; k += step) {
      double value = image[start + k];
      if (value > largest || Double.isNaN(value)) {
        largest = value;
        best = k;
      }
    }
  }
}
