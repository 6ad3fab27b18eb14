import dev.adjoint.Checkpoint;
import dev.adjoint.Differentiable;

final class Model {
  @Checkpoint
  static double layer(double x) {
    return Math.tanh(x);
  }

  @Differentiable
  static double f(double x) {
    System.out.println("two layers");
    return layer(layer(x));
  }
}
