import dev.adjoint.Differentiable;

/** A returned array; three loops. */
final class Softmax {
  @Differentiable
  static double[] softmax(double[] x) {
    double[] e = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      e[i] = Math.exp(x[i]);
      sum += e[i];
    }
    for (int i = 0; i < x.length; i++) {
      e[i] /= sum;
    }
    return e;
  }
}
