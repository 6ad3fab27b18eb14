import dev.adjoint.Differentiable;

/** By one parameter of three: the others cost nothing. */
final class Subset {
  @Differentiable(wrt = "x")
  static double subset(double[] x, double[] w, double k) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s += w[i] * Math.exp(k * x[i]);
    }
    return s;
  }
}
