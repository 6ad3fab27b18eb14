package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import org.junit.jupiter.api.Test;

class InPlaceHistoryTest {

  private static Tensor leaf(double... values) {
    return Tensor.tensor(values, DType.FLOAT64).requiresGrad_();
  }

  private static void assertElements(Tensor actual, double... expected) {
    assertArrayEquals(expected, actual.toDoubleArray(), 1e-12);
  }

  @Test
  void leavesRefuseChangesWhileGradientsAreOn() {
    Tensor x = leaf(1, 2);
    assertThrows(IllegalStateException.class, () -> x.add_(1));
    assertThrows(IllegalStateException.class, () -> x.select(0, 0).add_(1));
    assertThrows(IllegalStateException.class, x::zero_);
    try (var _ = Autograd.noGrad()) {
      x.add_(1);
    }
    assertElements(x, 2, 3);
    assertEquals(1, x.version());
  }

  @Test
  void aChangeOfASavedValueIsFound() {
    Tensor x = leaf(1, 2);
    Tensor h = x.add(1);
    Tensor y = h.sin().sum();
    h.add_(1);
    var error = assertThrows(IllegalStateException.class, y::backward);
    assertEquals(
        "one of the variables needed for gradient computation has been modified by an inplace"
            + " operation: [torch.DoubleTensor [2]], which is output 0 of Add, is at version 1;"
            + " expected version 0 instead.",
        error.getMessage().substring(0, error.getMessage().indexOf(" Hint")));
  }

  @Test
  void theOldValueOfAFactorIsKept() {
    Tensor x = leaf(2, 3);
    Tensor w = leaf(5, 7);
    Tensor y = x.clone();
    y.mul_(w);
    y.sum().backward();
    assertElements(x.grad(), 5, 7);
    assertElements(w.grad(), 2, 3);
  }

  @Test
  void chainsOfChangesAreFollowed() {
    Tensor x = leaf(0.5, -0.5);
    Tensor y = x.clone();
    y.mul_(2).add_(x).sub_(1);
    y.sum().backward();
    assertElements(x.grad(), 3, 3);
  }

  @Test
  void aChangeOfAViewChangesTheBase() {
    Tensor x = leaf(1, 2, 3);
    Tensor y = x.clone();
    Tensor v = y.slice(0, 0, 2, 1);
    v.mul_(10);
    assertElements(y, 10, 20, 3);
    assertEquals("torch::autograd::CopySlices", y.gradFn().name());
    assertEquals("AsStridedBackward0", v.gradFn().name());
    y.sum().backward();
    assertElements(x.grad(), 10, 10, 1);
  }

  @Test
  void aChangeOfTheBaseChangesItsViews() {
    Tensor x = leaf(1, 2, 3);
    Tensor y = x.clone();
    Tensor v = y.slice(0, 1, 3, 1);
    y.mul_(2);
    v.sum().backward();
    assertElements(x.grad(), 0, 2, 2);
  }

  @Test
  void secondDerivativesGoThroughViews() {
    Tensor x = leaf(1, 2, 3);
    Autograd.gradGradCheck(
        in -> {
          Tensor y = in[0].mul(in[0]);
          y.slice(0, 0, 2, 1).mul_(in[0].slice(0, 1, 3, 1));
          return y.pow(2);
        },
        x);
  }

  @Test
  void transposedViewsOfOneBaseMix() {
    Tensor x = Tensor.arange(6.0).toDouble().requiresGrad_();
    Autograd.gradCheck(
        in -> {
          Tensor y = in[0].mul(2).view(2, 3);
          y.t().select(0, 1).mul_(in[0].slice(0, 0, 2, 1));
          y.select(1, 2).copy_(in[0].slice(0, 2, 4, 1).exp());
          return y.mul(y);
        },
        x);
  }

  @Test
  void assignedTensorsGetTheGradient() {
    Tensor v = leaf(1, 2);
    Tensor y = Tensor.zeros(DType.FLOAT64, 2, 3);
    y.select(1, 1).copy_(v.mul(3));
    y.mul(2).sum().backward();
    assertElements(v.grad(), 6, 6);
  }

  @Test
  void aViewFromNoGradModeMustNotBeChangedOutside() {
    Tensor y = leaf(1, 2).mul(2);
    Tensor v;
    try (var _ = Autograd.noGrad()) {
      v = y.slice(0, 0, 1, 1);
    }
    assertThrows(IllegalStateException.class, () -> v.mul_(2));
  }

  @Test
  void anExpandedTensorCannotBeWritten() {
    Tensor a = Tensor.ones(1, 3).expand(2, 3);
    assertThrows(IllegalArgumentException.class, () -> a.add_(1));
  }

  @Test
  void versionsAreSharedByViewsAndDetachButNotByData() {
    Tensor x = Tensor.zeros(3);
    Tensor v = x.view(3, 1);
    Tensor d = x.detach();
    Tensor raw = x.data();
    x.add_(1);
    v.mul_(2);
    d.select(0, 0).fill_(9);
    assertEquals(3, x.version());
    assertEquals(3, v.version());
    assertEquals(0, raw.version());
    raw.add_(1);
    assertElements(x, 10, 3, 3);
  }

  @Test
  void operationsThatSaveWhatTheyOverwriteFollowTheirOperandsOwnNode() {
    Tensor y = leaf(1, 2).mul(2);
    Node before = y.gradFn();
    y.cos_();
    assertSame(before, y.gradFn().nextFunctions().getFirst().function());
    y.clamp_(-1, 1);
    y.sum().backward();
  }

  @Test
  void staleOperandsNameTheOperationThatChangedThem() {
    Tensor y = leaf(1, 2).mul(2);
    Tensor z = y.mul(y);
    y.add_(1);
    var refusal = assertThrows(IllegalStateException.class, () -> z.sum().backward());
    assertTrue(refusal.getMessage().contains("which is output 0 of Add, is at version 1"));
  }

  @Test
  void staleResultsNameTheirOwnOperation() {
    Tensor y = leaf(1, 2).exp();
    y.mul_(2);
    var refusal = assertThrows(IllegalStateException.class, () -> y.sum().backward());
    assertTrue(refusal.getMessage().contains("which is output 0 of Exp, is at version 1"));
  }
}
