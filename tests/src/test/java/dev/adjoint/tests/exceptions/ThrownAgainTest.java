package dev.adjoint.tests.exceptions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every kind of generated method throws what its method throws, and is right where it does not. */
class ThrownAgainTest {
  private static final double[] GOOD = {0.3, -1.2, 0.8};
  private static final double[] WITH_GAP = {0.3, Double.NaN};

  @Test
  void everyModeThrowsWhatTheMethodThrows() {
    assertThrows(Readings.Gap.class, () -> Readings.mean(WITH_GAP, 2));
    assertThrows(Readings.Gap.class, () -> ReadingsGrad.meanBackward(WITH_GAP, 2, 1));
    assertThrows(Readings.Gap.class, () -> ReadingsGrad.meanValueAndGrad(WITH_GAP, 2));
    assertThrows(Readings.Gap.class, () -> ReadingsGrad.meanJvp(WITH_GAP, 2, new double[2], 1));
    assertThrows(Readings.Gap.class, () -> ReadingsGrad.meanHvp(WITH_GAP, 2, new double[2], 1));
    assertThrows(IOException.class, () -> ReadingsGrad.meanHessian(new double[0], 2));
  }

  @Test
  void derivativesOfWhatDoesNotThrow() throws Exception {
    ReadingsGradCheck.mean(GOOD, 2);
    assertEquals(4 * Math.pow(1.5, 3), ReadingsGrad.powerBackward(1.5, 4, 1).x(), 1e-12);
    assertEquals(4 * Math.pow(1.5, 3), ReadingsGrad.powerJvp(1.5, 4, 1).tangent(), 1e-12);
    double[][] expected = {{9, 0}, {0, 9}};
    double[][] jacobian = ReadingsGrad.scaledJacobian(new double[] {2, 5}, 3);
    for (int i = 0; i < 2; i++) {
      assertArrayEquals(expected[i], new double[] {jacobian[i][0], jacobian[i][1]}, 1e-12);
    }
  }

  @Test
  void tensorMethods() throws Exception {
    Tensor w = Tensor.tensor(new double[] {0.3, -1.2, 0.8, 0.5}, DType.FLOAT64).view(2, 2);
    Tensor x = w.cos().detach().requiresGrad_();
    Tensor[] expected = Autograd.grad(Readings.energy(w, x), x);
    Tensor[] actual = Autograd.grad(ReadingsGrad.energy(w, x), x);
    assertArrayEquals(expected[0].toDoubleArray(), actual[0].toDoubleArray(), 1e-12);
    Tensor far = w.mul(1e9).requiresGrad_();
    assertThrows(Readings.Gap.class, () -> ReadingsGrad.energy(far.mul(Double.NaN), x));
    assertThrows(Readings.Gap.class, () -> ReadingsGrad.energyBackward(w, far.mul(0 / 0.0), x));
  }
}
