import dev.adjoint.Differentiable;

/** An instance method, by its fields too. */
final class Receiver {
  final double stiffness;
  final double[] rest;

  Receiver(double stiffness, double[] rest) {
    this.stiffness = stiffness;
    this.rest = rest;
  }

  @Differentiable
  double receiver(double[] x) {
    double e = 0;
    for (int i = 0; i < x.length; i++) {
      double d = x[i] - rest[i];
      e += 0.5 * stiffness * d * d;
    }
    return e;
  }
}
