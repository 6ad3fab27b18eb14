import dev.adjoint.Differentiable;

/** A switch over an enum that yields. */
final class SwitchExpression {
  enum Kernel {
    FLAT,
    LINEAR,
    SMOOTH
  }

  @Differentiable
  static double switchExpression(double x, Kernel kernel) {
    return switch (kernel) {
      case FLAT -> 1;
      case LINEAR -> x;
      case SMOOTH -> {
        double e = Math.exp(-x * x);
        yield e * x;
      }
    };
  }
}
