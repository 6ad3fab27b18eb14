import dev.adjoint.Checkpoint;
import dev.adjoint.Differentiable;

final class Model {
  @Checkpoint
  static double layer(double x) {
    System.out.println("a layer"); // error: [ADJ0601]
    return Math.tanh(x);
  }

  @Differentiable
  static double f(double x) {
    return layer(layer(x));
  }
}
