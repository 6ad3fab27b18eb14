import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static int sign(double x) { // error: [ADJ0103]
    return x < 0 ? -1 : 1;
  }
}
