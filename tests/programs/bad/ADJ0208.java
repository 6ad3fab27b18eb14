import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    java.util.List<Double> kept = new java.util.ArrayList<>();
    kept.add(x * x); // error: [ADJ0208]
    return kept.get(0) * x;
  }
}
