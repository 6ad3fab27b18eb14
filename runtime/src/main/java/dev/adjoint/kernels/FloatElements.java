package dev.adjoint.kernels;

/** Runs of {@code float} elements. */
public record FloatElements() implements Elements<float[]> {

  @Override
  public float[] allocate(int count) {
    return new float[count];
  }

  @Override
  public void copy(float[] from, int source, int stride, float[] to, int target, int count) {
    if (stride == 1) {
      System.arraycopy(from, source, to, target, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      to[target + i] = from[source + i * stride];
    }
  }

  @Override
  public void add(float[] from, int source, float[] to, int target, int stride, int count) {
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
      Matrix<float[]> a, Matrix<float[]> b, float[] c, int cFrom, MatrixSizes sizes) {
    FloatProduct.multiply(a, b, c, cFrom, sizes);
  }
}
