import dev.adjoint.Differentiable;

/** Arrays of which it is not known which one is meant, or that are meant twice. */
final class Aliases {

  @Differentiable
  static double chosen(double[] x, double[] y, int n) {
    double[] a = n > 0 ? x : y;
    a[0] = a[0] * 2; // error: [ADJ0305]
    return x[0] * y[0];
  }

  @Differentiable
  static double handedInTwice(double[] x) {
    addInto(x, x); // error: [ADJ0304]
    return x[0];
  }

  private static void addInto(double[] sum, double[] term) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += term[i];
    }
  }

  @Differentiable
  static double handedInTwiceThroughLocal(double[] x) {
    double[] same = x;
    addInto(same, x); // error: [ADJ0304]
    return x[0];
  }

  @Differentiable
  static double handedInTwiceInLoop(double[] x, int n) {
    for (int i = 0; i < n; i++) {
      addInto(x, x); // error: [ADJ0304]
    }
    return x[0];
  }

  /** Only read, twice is once. */
  @Differentiable
  static double read(double[] x) {
    return dot(x, x);
  }

  private static double dot(double[] a, double[] b) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += a[i] * b[i];
    }
    return s;
  }
}
