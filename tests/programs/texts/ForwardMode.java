import dev.adjoint.Differentiable;
import dev.adjoint.Mode;

/** The directional derivative beside the gradient. */
final class ForwardMode {
  @Differentiable(modes = {Mode.REVERSE, Mode.FORWARD})
  static double forwardMode(double[] x, double k) {
    double s = 1;
    for (double v : x) {
      s = s * v + k;
    }
    return s;
  }
}
