package dev.adjoint.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import org.junit.jupiter.api.Test;

class ViewsInPlaceTest {

  private static Tensor leaf() {
    return matrix().requiresGrad_();
  }

  private static Tensor matrix() {
    return Tensor.tensor(new double[] {1, 2, 3, 4, 5, 6}, DType.FLOAT64).view(2, 3).clone();
  }

  private static void backward(Tensor result) {
    Tensor weights =
        Tensor.arange(0.0, (double) result.numel()).to(DType.FLOAT64).view(result.shape());
    result.mul(weights).sum().backward();
  }

  @Test
  void gradientsPassAsThroughTheView() {
    Tensor x = leaf();
    Tensor y = x.clone();
    assertSame(y, y.t_());
    assertEquals("TBackward1", y.gradFn().name());
    backward(y);
    assertArrayEquals(new double[] {0, 2, 4, 1, 3, 5}, x.grad().toDoubleArray());
  }

  @Test
  void theBaseOfAChangedViewKeepsItsHistory() {
    Tensor x = leaf();
    Tensor base = x.clone();
    Tensor view = base.narrow(0, 0, 1);
    view.squeeze_(0);
    assertEquals("CloneBackward0", base.gradFn().name());
    view.mul_(2);
    backward(base);
    assertArrayEquals(new double[] {0, 2, 4, 3, 4, 5}, x.grad().toDoubleArray());
  }

  @Test
  void aViewOfAChangedBaseKeepsItsElements() {
    Tensor x = leaf();
    Tensor base = x.clone();
    Tensor row = base.select(0, 1);
    base.transpose_(0, 1);
    backward(row);
    assertArrayEquals(new double[] {0, 0, 0, 0, 1, 2}, x.grad().toDoubleArray());
  }

  @Test
  void partsTakenBeforeTheChangeGiveGradientsInTheOldShape() {
    Tensor x = leaf();
    Tensor y = x.mul(1);
    Tensor part = y.unbind(0)[1];
    y.detach();
    Tensor sum = part.sum();
    y.unsqueeze_(0);
    sum.backward();
    assertArrayEquals(new double[] {0, 0, 0, 1, 1, 1}, x.grad().toDoubleArray());
  }

  @Test
  void aChangeIsAWriteForSavedValues() {
    Tensor y = leaf().exp();
    y.t_();
    assertThrows(IllegalStateException.class, () -> y.sum().backward());
  }

  @Test
  void leavesAreChangedOnlyWhileGradientsAreOff() {
    Tensor x = leaf();
    assertThrows(IllegalStateException.class, x::t_);
    try (var _ = Autograd.noGrad()) {
      x.t_();
    }
    assertArrayEquals(new long[] {3, 2}, x.shape());
    assertEquals(1, x.version());
  }

  @Test
  void resizingKeepsTheElementsThatWereThere() {
    Tensor x = matrix();
    Tensor view = x.view(-1);
    x.resize_(2, 4);
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 0, 0}, x.toDoubleArray());
    x.fill_(7);
    assertArrayEquals(new double[] {7, 7, 7, 7, 7, 7}, view.toDoubleArray());
    Tensor leaf = leaf();
    assertThrows(IllegalStateException.class, () -> leaf.resize_(1));
  }

  @Test
  void settingSharesTheElements() {
    Tensor x = matrix();
    Tensor y = Tensor.ones(DType.FLOAT64, 4);
    x.set_(y);
    x.mul_(3);
    assertArrayEquals(new double[] {3, 3, 3, 3}, y.toDoubleArray());
    assertThrows(IllegalArgumentException.class, () -> x.set_(Tensor.ones(2)));
    assertArrayEquals(new long[] {0}, x.set_().shape());
  }
}
