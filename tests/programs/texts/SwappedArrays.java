import dev.adjoint.Differentiable;

/** Two buffers that change places each round. */
final class SwappedArrays {
  @Differentiable
  static double swappedArrays(double[] start, double k, int steps) {
    double[] now = start.clone();
    double[] next = new double[start.length];
    for (int t = 0; t < steps; t++) {
      for (int i = 1; i < now.length - 1; i++) {
        next[i] = now[i] + k * (now[i - 1] - 2 * now[i] + now[i + 1]);
      }
      double[] other = now;
      now = next;
      next = other;
    }
    return now[1];
  }
}
