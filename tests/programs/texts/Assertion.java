import dev.adjoint.Differentiable;

/** Conditions that are looked at where assertions are enabled. */
final class Assertion {
  @Differentiable
  static double logSum(double[] x) {
    assert x.length > 0 : "no numbers";
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      assert x[i] > 0 : x[i];
      s += Math.log(x[i]);
    }
    return s;
  }
}
