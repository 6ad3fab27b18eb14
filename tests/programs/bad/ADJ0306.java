import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static void step(double[] u, double k) {
    for (int i = 1; i < u.length; i++) {
      u[i] += k * u[i - 1];
    }
  }

  static double[] gradient(double[] u) {
    return ModelGrad.stepBackward(u, 0.5, u).u(); // warning: [ADJ0306]
  }
}
