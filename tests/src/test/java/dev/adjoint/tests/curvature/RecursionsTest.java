package dev.adjoint.tests.curvature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Second derivatives through direct and mutual recursion, compared with differences. */
final class RecursionsTest {
  private static final double[] AT = {0.7, -1.2, 0.4};

  @Test
  void ofAMethodThatCallsItself() {
    double[] at = {1.7};
    Differences.compare(
        RecursionsGrad.towerHessian(at[0], 4),
        Differences.of(v -> new double[] {RecursionsGrad.towerBackward(v[0], 4, 1).x()}, at));
  }

  @Test
  void ofAMethodThatWritesIntoAnArray() {
    double[] at = {0.7, -1.2, 0.4, 0.9};
    Differences.compare(
        RecursionsGrad.spreadEnergyHessian(AT.clone(), at[3]),
        Differences.of(RecursionsTest::spread, at));
  }

  private static double[] spread(double[] v) {
    var gradients = RecursionsGrad.spreadEnergyBackward(new double[] {v[0], v[1], v[2]}, v[3], 1);
    double[] w = gradients.w();
    return new double[] {w[0], w[1], w[2], gradients.v()};
  }

  @Test
  void ofAMethodThatReturnsArrays() {
    double[] at = {1.3, 0.8};
    Differences.compare(
        RecursionsGrad.rowsHessian(at[0], at[1]), Differences.of(RecursionsTest::rows, at));
  }

  private static double[] rows(double[] v) {
    var gradients = RecursionsGrad.rowsBackward(v[0], v[1], 1);
    return new double[] {gradients.x(), gradients.y()};
  }

  @Test
  void ofMethodsThatCallEachOther() {
    Differences.compare(
        RecursionsGrad.mutualHessian(AT[0], new double[] {AT[1], AT[2]}),
        Differences.of(RecursionsTest::mutual, AT));
  }

  private static double[] mutual(double[] v) {
    var gradients = RecursionsGrad.mutualBackward(v[0], new double[] {v[1], v[2]}, 1);
    return new double[] {gradients.x(), gradients.a()[0], gradients.a()[1]};
  }

  @Test
  void ofAMethodThatReturnsAnInteger() {
    double[][] hessian = RecursionsGrad.sweptHessian(AT.clone());
    Differences.compare(
        hessian, Differences.of(v -> RecursionsGrad.sweptBackward(v.clone(), 1).w(), AT));
    double[] v = {1, -0.5, 2};
    assertArrayEquals(
        Differences.times(hessian, v), RecursionsGrad.sweptHvp(AT.clone(), v.clone()).w(), 1e-9);
  }
}
