import dev.adjoint.Checkpoint;
import dev.adjoint.Differentiable;

/** A helper that is computed again in the reverse sweep. */
final class Checkpointed {
  @Differentiable
  static double checkpointed(double x) {
    double y = x;
    for (int i = 0; i < 10; i++) {
      y = layer(y, x);
    }
    return y;
  }

  @Checkpoint
  private static double layer(double y, double x) {
    double h = Math.tanh(y * x);
    return h * Math.exp(-h);
  }
}
