package dev.adjoint.kernels;

/** Runs of {@code long} elements. */
public record LongElements() implements Elements<long[]> {

  @Override
  public long[] allocate(int count) {
    return new long[count];
  }

  @Override
  public void copy(long[] from, int source, int stride, long[] to, int target, int count) {
    if (stride == 1) {
      System.arraycopy(from, source, to, target, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      to[target + i] = from[source + i * stride];
    }
  }

  @Override
  public void add(long[] from, int source, long[] to, int target, int stride, int count) {
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
  public void multiply(Matrix<long[]> a, Matrix<long[]> b, long[] c, int cFrom, MatrixSizes sizes) {
    LongProduct.multiply(a, b, c, cFrom, sizes);
  }
}
