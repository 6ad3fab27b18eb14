import dev.adjoint.Differentiable;

/** A switch over strings. */
final class StringSwitch {
  @Differentiable
  static double stringSwitch(double x, String unit) {
    double metres =
        switch (unit) {
          case "km" -> 1000 * x;
          case "cm" -> x / 100;
          default -> x;
        };
    return metres * metres;
  }
}
