import dev.adjoint.Differentiable;

final class Model {
  static final class Cell {
    double energy;
  }

  @Differentiable
  static double f(double x, Cell cell) {
    cell.energy = x * x; // error: [ADJ0302]
    return cell.energy * x;
  }
}
