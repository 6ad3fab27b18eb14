import dev.adjoint.Differentiable;

/** A method that calls itself. */
final class Recursion {
  @Differentiable
  static double recursion(double x, int n) {
    return n == 0 ? 1 : x * recursion(x, n - 1) + Math.sin(x);
  }
}
