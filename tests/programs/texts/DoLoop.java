import dev.adjoint.Differentiable;
import dev.adjoint.NoDiff;

/** The body runs at least once. */
final class DoLoop {
  @Differentiable
  @SuppressWarnings("ADJ0407")
  static double doLoop(double x, @NoDiff double limit) {
    double y = x;
    do {
      y = y * x;
    } while (y < limit);
    return y;
  }
}
