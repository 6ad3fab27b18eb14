import dev.adjoint.Differentiable;

/** Else-ifs stay a chain. */
final class BranchChain {
  @Differentiable
  static double branchChain(double x, int kind) {
    double r = x;
    if (kind == 0) {
      r = x * x;
    } else if (kind == 1) {
      r = Math.sin(x);
    } else if (x > 2) {
      r = 1 / x;
    }
    return r;
  }
}
