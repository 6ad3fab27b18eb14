import dev.adjoint.Differentiable;

/** An enhanced loop. */
final class EachLoop {
  @Differentiable
  static double eachLoop(double[] values, double scale) {
    double s = 0;
    for (double v : values) {
      s += Math.log(v * scale);
    }
    return s / values.length;
  }
}
