import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double x) {
    double y;
    synchronized (Model.class) { // error: [ADJ0403]
      y = x * x;
    }
    return y;
  }
}
