import dev.adjoint.Differentiable;

/** A record comes in; a record of gradients goes out. */
final class RecordParameter {
  record Point(double x, double y) {}

  @Differentiable
  static double recordParameter(Point a, Point b) {
    double dx = a.x() - b.x();
    double dy = a.y() - b.y();
    return Math.sqrt(dx * dx + dy * dy);
  }
}
