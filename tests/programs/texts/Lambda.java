import dev.adjoint.Differentiable;
import java.util.function.DoubleUnaryOperator;

/** A function known where it is called. */
final class Lambda {
  @Differentiable
  static double lambda(double x, double k) {
    DoubleUnaryOperator wave = v -> Math.sin(k * v);
    return simpson(wave, 0, x);
  }

  private static double simpson(DoubleUnaryOperator f, double a, double b) {
    double middle = 0.5 * (a + b);
    return (b - a) / 6
        * (f.applyAsDouble(a) + 4 * f.applyAsDouble(middle) + f.applyAsDouble(b));
  }
}
