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

  @Differentiable
  static double oneRowInTwoPlaces(double[] x, double y) {
    double[][] m = new double[2][x.length];
    m[0] = x;
    m[1] = x;
    m[0][0] = y; // error: [ADJ0305]
    return m[1][0] * x[1];
  }

  @Differentiable
  static double oneRowForAll(double x) {
    double[][] m = new double[3][2];
    double[] row = new double[2];
    for (int i = 0; i < 3; i++) {
      row[0] = x * i; // error: [ADJ0305]
      m[i] = row;
    }
    return m[0][0];
  }

  @Differentiable
  static double oldRowOfSomePlace(double[][] m, int i, double x) {
    double[] first = m[0];
    m[i] = new double[] {x, x}; // error: [ADJ0305]
    return first[0] * m[0][1];
  }

  @Differentiable
  static double longerUnderAnotherName(double[][] m, double[][] o, boolean b, int n) {
    double s = 0;
    for (int i = 0; i < n; i++) {
      m[0] = new double[] {s, i, s * s}; // error: [ADJ0305]
      if (i > 2) {
        double[][] either = b ? m : o;
        s += either[0][1] * m[0][0];
      }
    }
    return s;
  }

  @Differentiable
  static double rowWithinAPlane(double[][][] c, double[][] m, double x) {
    for (double[][] plane : c) {
      plane[0] = m[0];
      plane[0][1] *= x; // error: [ADJ0305]
    }
    return c[0][0][1];
  }

  @Differentiable
  static double rowsOfAClone(double[][] m, double x) {
    double[][] copy = m.clone();
    copy[0][0] = x; // error: [ADJ0305]
    return m[0][0] * copy[0][1];
  }
}
