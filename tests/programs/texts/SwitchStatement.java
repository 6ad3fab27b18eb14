import dev.adjoint.Differentiable;

/** A switch with fall-through. */
final class SwitchStatement {
  @Differentiable
  @SuppressWarnings("fallthrough")
  static double switchStatement(double x, int degree) {
    double r = 1;
    switch (degree) {
      case 3:
        r *= x;
      case 2:
        r *= x;
      case 1:
        r *= x;
        break;
      default:
        r = 0;
    }
    return r;
  }
}
