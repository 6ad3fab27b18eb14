import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static void show(double x) { // error: [ADJ0104]
    System.out.println(x);
  }
}
