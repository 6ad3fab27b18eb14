import dev.adjoint.Differentiable;

/** A record is returned; its cotangent comes in. */
final class RecordResult {
  record Polar(double radius, double angle) {}

  @Differentiable
  static Polar recordResult(double x, double y) {
    return new Polar(Math.hypot(x, y), Math.atan2(y, x));
  }
}
