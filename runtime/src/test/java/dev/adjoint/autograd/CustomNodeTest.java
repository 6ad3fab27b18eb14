package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.Autograd;
import dev.adjoint.Context;
import dev.adjoint.DType;
import dev.adjoint.Function;
import dev.adjoint.MultiFunction;
import dev.adjoint.Tensor;
import org.junit.jupiter.api.Test;

class CustomNodeTest {

  private static final class Cube extends Function {
    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      ctx.saveForBackward(inputs[0]);
      return inputs[0].pow(3);
    }

    @Override
    protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      Tensor x = ctx.savedTensors()[0];
      return new Tensor[] {x.pow(2).mul(3).mul(gradOutputs[0])};
    }
  }

  /** Returns whatever gradients it is told to. */
  private static final class Told extends Function {
    private final Tensor[] gradients;

    Told(Tensor... gradients) {
      this.gradients = gradients;
    }

    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      return inputs[0].mul(1);
    }

    @Override
    protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      return gradients;
    }
  }

  private static final class Two extends MultiFunction {
    @Override
    protected Tensor[] forward(Context ctx, Tensor... inputs) {
      return new Tensor[] {inputs[0].mul(2), inputs[0].mul(3)};
    }

    @Override
    protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      return new Tensor[] {gradOutputs[0].mul(2).add(gradOutputs[1].mul(3))};
    }
  }

  private static final class AddOneInPlace extends Function {
    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      inputs[0].add_(1);
      ctx.markDirty(inputs[0]);
      return inputs[0];
    }

    @Override
    protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      return new Tensor[] {gradOutputs[0].mul(7)};
    }
  }

  private static final class Same extends Function {
    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      return inputs[0];
    }

    @Override
    protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      return new Tensor[] {gradOutputs[0].mul(2)};
    }
  }

  private static Tensor leaf(double... values) {
    return Tensor.tensor(values, DType.FLOAT64).requiresGrad_();
  }

  @Test
  void isNamedAfterTheClass() {
    assertEquals("CubeBackward", new Cube().apply(leaf(2)).gradFn().name());
  }

  @Test
  void canBeDifferentiatedTwice() {
    Tensor x = leaf(0.5, -2);
    Autograd.gradCheck(in -> new Cube().apply(in), x);
    Autograd.gradGradCheck(in -> new Cube().apply(in), x);
  }

  @Test
  void savedTensorsAreFreed() {
    Tensor y = new Cube().apply(leaf(2)).sum();
    y.backward();
    assertThrows(IllegalStateException.class, y::backward);
  }

  @Test
  void unusedResultsSendZeros() {
    Tensor x = leaf(1, 2);
    Tensor[] results = new Two().apply(x);
    assertSame(results[0].gradFn(), results[1].gradFn());
    assertEquals(1, results[1].outputNr());
    results[1].sum().backward();
    assertArrayEquals(new double[] {3, 3}, x.grad().toDoubleArray());
  }

  @Test
  void aWrongNumberOfGradientsIsRefused() {
    Tensor a = leaf(1);
    Tensor g = Tensor.ones(DType.FLOAT64, 1);
    var few = assertThrows(IllegalStateException.class, () -> new Told(g).apply(a, a).backward());
    assertEquals(
        "function ToldBackward returned an incorrect number of gradients (expected 2, got 1)",
        few.getMessage());
    assertThrows(IllegalStateException.class, () -> new Told(g, g).apply(a).backward());
    new Told(g, null, null).apply(a).backward();
    assertEquals(1, a.grad().item());
  }

  @Test
  void aGradientIsReducedToTheInputOrRefused() {
    Tensor a = leaf(1, 1);
    new Told(Tensor.ones(4, 2)).apply(a).sum().backward();
    assertArrayEquals(new double[] {4, 4}, a.grad().toDoubleArray());
    assertEquals(DType.FLOAT64, a.grad().dtype());
    var error =
        assertThrows(
            IllegalStateException.class, () -> new Told(Tensor.ones(3)).apply(a).sum().backward());
    assertEquals(
        "Function ToldBackward returned an invalid gradient at index 0 - got [3] but expected shape"
            + " compatible with [2]",
        error.getMessage());
  }

  @Test
  void nullMeansNoGradient() {
    Tensor a = leaf(1, 1);
    new Told((Tensor) null).apply(a.mul(2)).sum().backward();
    assertNull(a.grad());
  }

  @Test
  void aDirtyInputIsReturnedItself() {
    Tensor x = leaf(1, 2);
    Tensor y = x.mul(2);
    Tensor z = new AddOneInPlace().apply(y);
    assertSame(y, z);
    assertEquals(2, y.version());
    y.sum().backward();
    assertArrayEquals(new double[] {14, 14}, x.grad().toDoubleArray());
    assertThrows(IllegalStateException.class, () -> new AddOneInPlace().apply(x));
  }

  @Test
  void anUnchangedInputIsReturnedAsAView() {
    Tensor x = leaf(1, 2);
    Tensor y = new Same().apply(x);
    assertNotSame(x, y);
    assertEquals("SameBackward", y.gradFn().name());
    y.sum().backward();
    assertArrayEquals(new double[] {2, 2}, x.grad().toDoubleArray());
  }

  /** As in PyTorch, whether gradients are on or not. */
  @Test
  void anUnchangedInputIsReturnedWithoutItsGradientWhereNoneIsRecorded() {
    Tensor x = leaf(1, 2);
    Tensor y;
    try (var _ = Autograd.noGrad()) {
      y = new Same().apply(x);
    }
    assertNotSame(x, y);
    assertFalse(y.requiresGrad());
    x.data().fill_(3);
    assertArrayEquals(new double[] {3, 3}, y.toDoubleArray());
    Tensor constant = x.detach();
    assertNotSame(constant, new Same().apply(constant));
  }

  private static final class OnlyForward extends Function {
    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      return inputs[0].mul(2);
    }
  }

  private static final class Once extends Function {
    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      ctx.markOnceDifferentiable();
      return inputs[0].mul(2);
    }

    @Override
    protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      return new Tensor[] {gradOutputs[0].mul(2)};
    }
  }

  /** Has a tangent that cannot be its own, to show whose is used. */
  private static final class OwnTangent extends MultiFunction {
    @Override
    protected Tensor[] forward(Context ctx, Tensor... inputs) {
      ctx.saveForBackward(inputs);
      return new Tensor[] {inputs[0].add(inputs[1]), inputs[0].sub(inputs[1])};
    }

    @Override
    protected Tensor[] jvp(Context ctx, Tensor... tangents) {
      Tensor x = ctx.savedTensors()[0];
      return new Tensor[] {tangents[0].add(tangents[1]).add(x), tangents[0]};
    }
  }

  private static double tangent(Tensor dual) {
    return Autograd.unpackDual(dual).tangent().sum().item();
  }

  @Test
  void aFunctionWithoutBackwardFailsGoingBackward() {
    Tensor y = new OnlyForward().apply(leaf(1));
    assertEquals(
        "You must implement either the backward or vjp method for your custom autograd.Function to"
            + " use it with backward mode AD.",
        assertThrows(UnsupportedOperationException.class, y::backward).getMessage());
  }

  @Test
  void onceDifferentiableFunctionsRefuseTheSecondTime() {
    Tensor x = leaf(1);
    Tensor y = new Once().apply(x);
    assertEquals(2, Autograd.gradCreateGraph(y, x)[0].item());
    Tensor seed = leaf(3);
    Tensor first =
        Autograd.grad(new Tensor[] {y}, new Tensor[] {x}, new Tensor[] {seed}, true, true, false)[
            0];
    assertEquals(6, first.item());
    assertEquals("torch::autograd::Error", first.gradFn().name());
    assertThrows(IllegalStateException.class, first::backward);
  }

  @Test
  void tangentsFollowFromBackward() {
    try (var _ = Autograd.dualLevel()) {
      Tensor dual = Autograd.makeDual(leaf(2), Tensor.ones(DType.FLOAT64, 1));
      assertEquals(12, tangent(new Cube().apply(dual)));
      Tensor[] both = new Two().apply(dual);
      assertEquals(2, tangent(both[0]));
      assertEquals(3, tangent(both[1]));
      Tensor changed = dual.clone();
      assertEquals(7, tangent(new AddOneInPlace().apply(changed)));
    }
  }

  @Test
  void functionsMayHaveTangentsOfTheirOwn() {
    try (var _ = Autograd.dualLevel()) {
      Tensor dual = Autograd.makeDual(leaf(5), Tensor.ones(DType.FLOAT64, 1));
      Tensor[] both = new OwnTangent().apply(dual, leaf(7));
      assertEquals(6, tangent(both[0]));
      assertEquals(1, tangent(both[1]));
    }
  }
}
