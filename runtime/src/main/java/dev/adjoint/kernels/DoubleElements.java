package dev.adjoint.kernels;

/** Runs of {@code double} elements. */
public record DoubleElements() implements Elements<double[]> {

  @Override
  public double[] allocate(int count) {
    return new double[count];
  }

  @Override
  public void copy(double[] from, int source, int stride, double[] to, int target, int count) {
    if (stride == 1) {
      System.arraycopy(from, source, to, target, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      to[target + i] = from[source + i * stride];
    }
  }

  @Override
  public void add(double[] from, int source, double[] to, int target, int stride, int count) {
    if (stride == 1) {
      for (int i = 0; i < count; i++) {
        to[target + i] += from[source + i];
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      to[target + i * stride] += from[source + i];
    }
  }

  @Override
  public void multiply(
      Matrix<double[]> a, Matrix<double[]> b, double[] c, int cFrom, MatrixSizes sizes) {
    DoubleProduct.multiply(a, b, c, cFrom, sizes);
  }
}
