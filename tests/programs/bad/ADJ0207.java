import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    String text = "" + x; // error: [ADJ0207]
    return Double.parseDouble(text) * x;
  }
}
