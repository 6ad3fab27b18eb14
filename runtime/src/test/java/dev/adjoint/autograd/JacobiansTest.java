package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.ValueAndProduct;
import dev.adjoint.ValuesAndProducts;
import org.junit.jupiter.api.Test;

/** Jacobians, Hessians and their products with vectors. */
class JacobiansTest {
  private static Tensor cubic(Tensor t) {
    return t.select(0, 0).pow(2).mul(t.select(0, 1)).add(t.select(0, 2).pow(3));
  }

  private static Tensor vector(double... values) {
    return Tensor.tensor(values, DType.FLOAT64);
  }

  @Test
  void jacobianOfAMap() {
    Tensor jacobian = Autograd.jacobian(t -> t.cumsum(0), vector(1, 2));
    assertArrayEquals(new double[] {1, 0, 1, 1}, jacobian.reshape(4).toDoubleArray());
    assertFalse(jacobian.requiresGrad());
  }

  @Test
  void blocksOfSeveralInputsAndOutputs() {
    Tensor[] inputs = {vector(1, 2), vector(3, 4)};
    Tensor[][] blocks =
        Autograd.jacobian(in -> new Tensor[] {in[0].mul(in[1]), in[0].sum()}, inputs, false, false);
    assertArrayEquals(new double[] {3, 0, 0, 4}, blocks[0][0].reshape(4).toDoubleArray());
    assertArrayEquals(new long[] {2}, blocks[1][1].shape());
    assertArrayEquals(new double[] {0, 0}, blocks[1][1].toDoubleArray());
  }

  @Test
  void hessianAndItsProductsAgree() {
    Tensor x = vector(1, 2, 3);
    Tensor v = vector(1, 0, -1);
    double[] expected = {4, 2, -18};
    assertArrayEquals(expected, Autograd.hessian(JacobiansTest::cubic, x).mv(v).toDoubleArray());
    ValueAndProduct forward = Autograd.hvp(JacobiansTest::cubic, x, v);
    assertEquals(29, forward.value().item());
    assertArrayEquals(expected, forward.product().toDoubleArray());
    assertArrayEquals(expected, Autograd.vhp(JacobiansTest::cubic, x, v).product().toDoubleArray());
  }

  @Test
  void productsWithTheJacobian() {
    Tensor x = vector(1, 2, 3);
    ValueAndProduct forward = Autograd.jvp(t -> t.pow(2), x, vector(1, 0, -1));
    assertArrayEquals(new double[] {2, 0, -6}, forward.product().toDoubleArray());
    ValueAndProduct backward = Autograd.vjp(t -> t.sum(), x, null);
    assertArrayEquals(new double[] {1, 1, 1}, backward.product().toDoubleArray());
    Tensor[] inputs = {x, x};
    ValuesAndProducts both =
        Autograd.jvp(in -> new Tensor[] {in[0].mul(in[1])}, inputs, inputs, false, false);
    assertArrayEquals(new double[] {2, 8, 18}, both.products().getFirst().toDoubleArray());
  }

  @Test
  void createGraphGoesOnDifferentiating() {
    Tensor x = vector(1, 2).requiresGrad_();
    Autograd.jacobian(t -> t.pow(3), x, true, false).sum().backward();
    assertArrayEquals(new double[] {6, 12}, x.grad().toDoubleArray());
    Tensor product = Autograd.jvp(t -> t.pow(3), x, vector(1, 1), true, false).product();
    assertArrayEquals(new double[] {6, 12}, Autograd.grad(product.sum(), x)[0].toDoubleArray());
  }

  @Test
  void strictModeRefusesConstants() {
    Tensor x = vector(1, 2);
    assertTrue(
        assertThrows(
                IllegalStateException.class,
                () -> Autograd.jacobian(t -> Tensor.ones(2), x, false, true))
            .getMessage()
            .startsWith("Output 0 of the user-provided function does not require gradients."));
    assertTrue(
        assertThrows(
                IllegalStateException.class, () -> Autograd.vhp(t -> t.sum(), x, x, false, true))
            .getMessage()
            .startsWith("While computing the hessian"));
    assertArrayEquals(
        new double[] {0, 0}, Autograd.vhp(t -> t.sum(), x, x).product().toDoubleArray());
  }

  @Test
  void shapesAreChecked() {
    Tensor x = vector(1, 2);
    assertEquals(
        "v has invalid size: should be torch.Size([2]) but got torch.Size([3]).",
        assertThrows(IllegalArgumentException.class, () -> Autograd.jvp(t -> t, x, vector(1, 2, 3)))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Autograd.jvp(t -> t.sum(), x, null));
    assertThrows(IllegalArgumentException.class, () -> Autograd.hessian(t -> t.pow(2), x));
  }
}
