import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    double noise = Math.random(); // error: [ADJ0602]
    return x * noise;
  }
}
