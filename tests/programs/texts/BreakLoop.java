import dev.adjoint.Differentiable;
import dev.adjoint.NoDiff;

/** An exit from the middle of a loop. */
final class BreakLoop {
  @Differentiable
  @SuppressWarnings("ADJ0407")
  static double breakLoop(double[] x, @NoDiff double limit) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s += x[i] * x[i];
      if (s > limit) {
        break;
      }
      s *= 0.5;
    }
    return s;
  }
}
