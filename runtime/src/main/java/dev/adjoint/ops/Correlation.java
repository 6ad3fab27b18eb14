package dev.adjoint.ops;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.BinaryNode;
import dev.adjoint.autograd.Partial;
import dev.adjoint.autograd.Reads;
import dev.adjoint.autograd.Recording;
import dev.adjoint.kernels.Convolve;
import dev.adjoint.kernels.DoubleElements;
import dev.adjoint.kernels.Elements;
import dev.adjoint.kernels.FloatElements;
import dev.adjoint.kernels.Layout;
import dev.adjoint.kernels.LongElements;

/**
 * The three products of a convolution. Each is linear in both factors, and its derivatives are the
 * other two, so that no order of differentiation leaves this class.
 *
 * @param geometry the shapes
 */
record Correlation(ConvolutionGeometry geometry) {

  private enum Product {
    WINDOWS("ConvolutionBackward0"),
    IMAGES("ConvolutionBackward0"),
    WEIGHTS("ConvolutionBackwardBackward0");

    private final String node;

    Product(String node) {
      this.node = node;
    }
  }

  /** The values of windows, from images and weights: the convolution itself. */
  Tensor windows(Tensor images, Tensor weights) {
    Tensor result = computed(Product.WINDOWS, images, weights, geometry.windows());
    return Recording.isNeeded(images, weights)
        ? node(
                Product.WINDOWS,
                new Partial(Reads.OTHER, (g, x, w, r) -> images(g, w)),
                new Partial(Reads.SELF, (g, x, w, r) -> weights(x, g)),
                images,
                weights)
            .record(result)
        : result;
  }

  /** Images, from values of windows and weights: the transposed convolution. */
  Tensor images(Tensor windows, Tensor weights) {
    Tensor result = computed(Product.IMAGES, windows, weights, geometry.images());
    return Recording.isNeeded(windows, weights)
        ? node(
                Product.IMAGES,
                new Partial(Reads.OTHER, (g, y, w, r) -> windows(g, w)),
                new Partial(Reads.SELF, (g, y, w, r) -> weights(g, y)),
                windows,
                weights)
            .record(result)
        : result;
  }

  /** Weights, from images and values of windows. */
  Tensor weights(Tensor images, Tensor windows) {
    Tensor result = computed(Product.WEIGHTS, images, windows, geometry.weights());
    return Recording.isNeeded(images, windows)
        ? node(
                Product.WEIGHTS,
                new Partial(Reads.OTHER, (g, x, y, r) -> images(y, g)),
                new Partial(Reads.SELF, (g, x, y, r) -> windows(x, g)),
                images,
                windows)
            .record(result)
        : result;
  }

  private static BinaryNode node(
      Product product, Partial forFirst, Partial forSecond, Tensor first, Tensor second) {
    return new BinaryNode(product.node, forFirst, forSecond, first, second);
  }

  private Tensor computed(Product product, Tensor first, Tensor second, int[] sizes) {
    Layout a = Broadcast.dense(first.layout());
    Layout b = Broadcast.dense(second.layout());
    Layout shape = Layout.dense(sizes);
    DType dtype = first.dtype();
    return switch (dtype) {
      case FLOAT32 -> {
        FloatElements floats = new FloatElements();
        float[] values = values(product, floats, Dense.floats(first, a), Dense.floats(second, b));
        yield Dense.tensor(values, dtype, shape);
      }
      case FLOAT64 -> {
        DoubleElements doubles = new DoubleElements();
        double[] values =
            values(product, doubles, Dense.doubles(first, a), Dense.doubles(second, b));
        yield Dense.tensor(values, dtype, shape);
      }
      case INT64, INT32, INT16, INT8, UINT8 -> {
        LongElements longs = new LongElements();
        long[] values = values(product, longs, Dense.longs(first, a), Dense.longs(second, b));
        yield Dense.ofLongs(values, dtype, shape);
      }
      case BOOL -> throw new IllegalStateException("Correlation: truth values were let through");
    };
  }

  private <T> T values(Product product, Elements<T> elements, T first, T second) {
    int[] windows = geometry.windows();
    int groups = geometry.groups();
    Convolve<T> kernel =
        new Convolve<>(elements, geometry.columns(), windows[0], groups, windows[1] / groups);
    return switch (product) {
      case WINDOWS -> kernel.windows(first, second);
      case IMAGES -> kernel.images(first, second);
      case WEIGHTS -> kernel.weights(first, second);
    };
  }
}
