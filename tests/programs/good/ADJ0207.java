import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    System.out.println("x is " + x);
    return x * x;
  }
}
