package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import org.junit.jupiter.api.Test;

/** Tangents follow operations, views, in-place changes and recorded gradients. */
class ForwardModeTest {

  private static Tensor vector(double... values) {
    return Tensor.tensor(values, DType.FLOAT64);
  }

  private static double[] tangent(Tensor dual) {
    Tensor tangent = Autograd.unpackDual(dual).tangent();
    assertNotNull(tangent);
    return tangent.toDoubleArray();
  }

  @Test
  void operationsCarryTangents() {
    Tensor x = vector(1, 2, 3);
    try (var _ = Autograd.dualLevel()) {
      Tensor dual = Autograd.makeDual(x, vector(1, 0, -1));
      assertArrayEquals(new double[] {2, 0, -6}, tangent(dual.mul(dual)));
      assertArrayEquals(new double[] {0}, tangent(dual.sum().reshape(1)));
      assertFalse(dual.mul(dual).requiresGrad());
      assertNull(Autograd.unpackDual(x).tangent());
      assertNull(Autograd.unpackDual(dual.detach()).tangent());
    }
  }

  @Test
  void gradientModeDoesNotMatter() {
    try (var _ = Autograd.dualLevel();
        var _ = Autograd.noGrad()) {
      Tensor dual = Autograd.makeDual(vector(0), vector(3));
      assertArrayEquals(new double[] {3}, tangent(dual.exp()));
    }
  }

  @Test
  void tangentsEndWithTheLevel() {
    Tensor x = vector(2);
    Tensor y;
    try (var _ = Autograd.dualLevel()) {
      y = Autograd.makeDual(x, vector(1)).mul(3);
    }
    assertNull(Autograd.unpackDual(y).tangent());
    try (var _ = Autograd.dualLevel()) {
      assertNull(Autograd.unpackDual(y.mul(2)).tangent());
    }
  }

  @Test
  void viewsShareTheTangentOfTheirBase() {
    try (var _ = Autograd.dualLevel()) {
      Tensor dual = Autograd.makeDual(vector(1, 2, 3), vector(4, 5, 6)).clone();
      Tensor part = dual.narrow(0, 1, 2);
      assertArrayEquals(new double[] {5, 6}, tangent(part));
      part.mul_(2);
      assertArrayEquals(new double[] {10, 12}, tangent(part));
      assertArrayEquals(new double[] {4, 10, 12}, tangent(dual));
      dual.mul_(10);
      assertArrayEquals(new double[] {100, 120}, tangent(part));
    }
  }

  @Test
  void anInPlaceChangeOfADualLeavesThePrimalWithoutTangent() {
    Tensor x = vector(1, 2);
    try (var _ = Autograd.dualLevel()) {
      Tensor dual = Autograd.makeDual(x, vector(1, 1));
      dual.mul_(2);
      assertArrayEquals(new double[] {2, 2}, tangent(dual));
      assertArrayEquals(new double[] {2, 4}, x.toDoubleArray());
      assertNull(Autograd.unpackDual(x).tangent());
      assertFalse(x.requiresGrad());
    }
  }

  @Test
  void inPlaceReadsTheValueOfBefore() {
    try (var _ = Autograd.dualLevel()) {
      Tensor x = vector(3);
      Tensor y = Autograd.makeDual(vector(5), vector(1)).clone();
      x.mul_(y);
      assertArrayEquals(new double[] {3}, tangent(x));
      y.mul_(y);
      assertArrayEquals(new double[] {10}, tangent(y));
      y.zero_();
      assertNull(Autograd.unpackDual(y).tangent());
    }
  }

  @Test
  void tangentsAreDifferentiable() {
    Tensor x = vector(2).requiresGrad_();
    Tensor direction = vector(1).requiresGrad_();
    try (var _ = Autograd.dualLevel()) {
      Tensor cube = Autograd.makeDual(x, direction).pow(3);
      Tensor tangent = Autograd.unpackDual(cube).tangent();
      assertNotNull(tangent);
      Tensor[] second = Autograd.grad(tangent, x, direction);
      assertEquals(12, second[0].item());
      assertEquals(12, second[1].item());
    }
  }

  @Test
  void tangentsOfSavedResultsAreDifferentiable() {
    Tensor x = vector(0.5).requiresGrad_();
    try (var _ = Autograd.dualLevel()) {
      Tensor tangent = Autograd.unpackDual(Autograd.makeDual(x, vector(1)).exp()).tangent();
      assertNotNull(tangent);
      assertEquals(Math.exp(0.5), Autograd.grad(tangent, x)[0].item(), 1e-15);
    }
  }

  @Test
  void gradientsCarryTangentsToo() {
    Tensor x = vector(2).requiresGrad_();
    try (var _ = Autograd.dualLevel()) {
      Tensor dual = Autograd.makeDual(x, vector(1));
      Tensor[] gradient = Autograd.gradCreateGraph(dual.pow(3), dual);
      assertEquals(12, gradient[0].item());
      assertArrayEquals(new double[] {12}, tangent(gradient[0]));
    }
  }

  @Test
  void dualsOfLeavesGoBackwardAsUsual() {
    Tensor x = vector(2).requiresGrad_();
    Tensor constant = vector(3);
    try (var _ = Autograd.dualLevel()) {
      Tensor product = Autograd.makeDual(x, vector(1)).mul(Autograd.makeDual(constant, vector(1)));
      assertEquals(
          "[Edge[function=<View", product.gradFn().nextFunctions().toString().split("B")[0]);
      product.backward();
    }
    assertArrayEquals(new double[] {3}, x.grad().toDoubleArray());
  }

  @Test
  void whatIsNoDualIsRefused() {
    Tensor x = vector(1, 2);
    assertThrows(IllegalStateException.class, () -> Autograd.makeDual(x, x));
    try (var _ = Autograd.dualLevel()) {
      assertThrows(IllegalStateException.class, Autograd::dualLevel);
      Tensor dual = Autograd.makeDual(x, x);
      assertThrows(IllegalStateException.class, () -> Autograd.makeDual(dual, x));
      assertThrows(IllegalArgumentException.class, () -> Autograd.makeDual(x, vector(1)));
      Tensor whole = Tensor.tensor(new long[] {1, 2});
      assertThrows(IllegalArgumentException.class, () -> Autograd.makeDual(whole, x));
      assertThrows(IllegalArgumentException.class, () -> Autograd.makeDual(x, whole));
    }
  }

  @Test
  void dynamicCallsHaveTangents() {
    Tensor[] inputs = {vector(1, 2), vector(3, 4)};
    DynamicCall call = DynamicCall.of(inputs, all -> all[0].mul(all[1]).sin());
    Tensor tangent = call.tangent(vector(1, 0), null);
    assertArrayEquals(new double[] {3 * Math.cos(3), 0}, tangent.toDoubleArray(), 1e-15);
    assertFalse(tangent.requiresGrad());
    assertArrayEquals(new double[] {0, 0}, call.tangent(null, null).toDoubleArray());
  }

  @Test
  void tangentsOfDynamicCallsAreDifferentiable() {
    Tensor x = vector(2).requiresGrad_();
    Tensor direction = vector(1).requiresGrad_();
    DynamicCall call;
    try (var _ = Autograd.noGrad()) {
      call = DynamicCall.of(new Tensor[] {x}, all -> all[0].pow(3));
    }
    Tensor[] second = Autograd.grad(call.tangent(direction), x, direction);
    assertEquals(12, second[0].item());
    assertEquals(12, second[1].item());
  }

  @Test
  void vectorJacobianProductsAreTransposed() {
    Tensor a = vector(1, 2).requiresGrad_();
    Tensor b = vector(3, 4);
    Tensor tangent =
        Tangents.of(a.mul(b), g -> new Tensor[] {g.mul(b), g.mul(a)}, vector(1, 1), vector(1, 0));
    assertArrayEquals(new double[] {4, 4}, tangent.toDoubleArray());
    assertTrue(tangent.requiresGrad());
  }
}
