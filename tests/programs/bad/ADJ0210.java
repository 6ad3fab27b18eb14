import dev.adjoint.Differentiable;

final class Model {
  record Point(double x, double y) {}

  @Differentiable
  static double f(double x, double y) {
    return firsts(new Point(x, y), new Point(y, 1)); // error: [ADJ0210]
  }

  private static double firsts(Point... points) {
    double s = 0;
    for (int i = 0; i < points.length; i++) {
      s += points[i].x();
    }
    return s;
  }
}
