import dev.adjoint.Differentiable;
import java.awt.geom.Point2D;

final class Model {
  @Differentiable
  static double distance(double x, double y) {
    return Point2D.distance(0, 0, x, y); // error: [ADJ0201]
  }
}
