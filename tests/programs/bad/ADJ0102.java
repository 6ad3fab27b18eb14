import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double half(int n) { // error: [ADJ0102]
    return 0.5 * n;
  }
}
