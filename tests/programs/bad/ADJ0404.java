import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    while (true) { // error: [ADJ0404]
      x = x * 0.5;
    }
  }
}
