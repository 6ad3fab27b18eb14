package dev.adjoint.tests.mixing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjoint.Tensor;
import org.junit.jupiter.api.Test;

/** A tensor may be {@code null} where the path taken does not read it. */
class LeftOutTest {
  private final Tensor x = Tensor.tensor(new double[] {1, 2}).requiresGrad_(true);
  private final Tensor bias = Tensor.tensor(new double[] {3, 4}).requiresGrad_(true);

  @Test
  void theBackwardMethodNeedsNoTensorThatTheMethodDoesNotRead() {
    var gradients = LeftOutGrad.affineBackward(x.detach(), null, false, Tensor.tensor(1.0));
    assertEquals("tensor([2., 4.])", gradients.x().toString());
    gradients = LeftOutGrad.affineBackward(x.detach(), bias.detach(), true, Tensor.tensor(1.0));
    assertEquals("tensor([1., 1.])", gradients.bias().toString());
    var optional = LeftOutGrad.optionalBackward(x.detach(), null, null, Tensor.tensor(1.0));
    assertEquals("tensor([2., 4.])", optional.x().toString());
  }

  @Test
  void theNodeOfTheGraphHasNoEdgeForIt() {
    LeftOutGrad.affine(x, null, false).backward();
    assertEquals("tensor([2., 4.])", x.grad().toString());
    LeftOutGrad.optional(x, bias, null).backward();
    assertEquals("tensor([4., 8.])", x.grad().toString());
    assertEquals("tensor([6., 8.])", bias.grad().toString());
    Tensor first = LeftOutGrad.optional(x, null, null);
    first.backward(null, true, true);
    assertEquals("tensor([ 6., 12.])", x.grad().detach().toString());
  }
}
