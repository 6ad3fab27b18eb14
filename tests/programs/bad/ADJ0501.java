import dev.adjoint.Differentiable;

final class Model {
  @Differentiable
  static double f(double[] x) {
    double[] sum = {0};
    java.util.function.DoubleConsumer add = v -> sum[0] += v * v; // error: [ADJ0501]
    for (double v : x) {
      add.accept(v);
    }
    return sum[0];
  }
}
