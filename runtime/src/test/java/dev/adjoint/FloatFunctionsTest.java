package dev.adjoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Exponential functions of single precision against those of {@link Math}. */
class FloatFunctionsTest {

  private static void assertWithinOneUlp(
      UnaryOperator<Tensor> function, DoubleUnaryOperator exact) {
    int n = 200_001;
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      double scale = Math.pow(10, i % 7 - 4);
      x[i] = (float) ((i - n / 2) * 1e-5 * scale);
    }
    float[] found = function.apply(Tensor.tensor(x)).toFloatArray();
    for (int i = 0; i < n; i++) {
      float expected = (float) exact.applyAsDouble(x[i]);
      float error = Math.abs(found[i] - expected);
      assertTrue(
          found[i] == expected || error <= Math.ulp(expected), "at " + x[i] + ": " + found[i]);
    }
  }

  @Test
  void expTanhAndSigmoidAreAccurate() {
    assertWithinOneUlp(Tensor::exp, Math::exp);
    assertWithinOneUlp(Tensor::tanh, Math::tanh);
    assertWithinOneUlp(Tensor::sigmoid, x -> 1 / (1 + Math.exp(-x)));
  }

  @Test
  void limitsAreExact() {
    float infinity = Float.POSITIVE_INFINITY;
    Tensor x = Tensor.tensor(new float[] {infinity, -infinity, Float.NaN, 0f});
    assertEquals("tensor([inf, 0., nan, 1.])", x.exp().toString());
    assertEquals("tensor([ 1., -1., nan,  0.])", x.tanh().toString());
    assertEquals("tensor([1.0000, 0.0000,    nan, 0.5000])", x.sigmoid().toString());
  }
}
