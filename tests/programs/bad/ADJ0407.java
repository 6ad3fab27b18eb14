import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    double s = x;
    while (s > 1) { // warning: [ADJ0407]
      s = s * s * 0.25 - Math.sin(s);
    }
    return s;
  }
}
