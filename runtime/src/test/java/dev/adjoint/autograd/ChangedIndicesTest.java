package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.MaxResult;
import dev.adjoint.Tensor;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Masks and indices that a derivative reads are guarded as other saved values are, and operands
 * whose shape is changed later leave derivatives with the shape they had.
 */
class ChangedIndicesTest {
  private final Tensor x = Tensor.tensor(new double[] {3, 1, 2}).requiresGrad_(true);

  private static void assertStale(Tensor result) {
    var thrown = assertThrows(IllegalStateException.class, () -> result.sum().backward());
    assertTrue(thrown.getMessage().contains("modified by an inplace operation"));
  }

  @Test
  void conditionOfWhere() {
    Tensor condition = x.detach().gt(1.5);
    Tensor result = Tensor.where(condition, x, x.mul(2));
    condition.fill_(0);
    assertStale(result);
  }

  @Test
  void maskOfMaskedFill() {
    Tensor mask = x.detach().gt(1.5);
    Tensor result = x.maskedFill(mask, 0.0);
    mask.fill_(0);
    assertStale(result);
  }

  @Test
  void indexOfGather() {
    Tensor index = Tensor.tensor(new long[] {2, 0});
    Tensor result = x.gather(0, index);
    index.fill_(1);
    assertStale(result);
  }

  @Test
  void indicesOfExtremesAndOrder() {
    for (MaxResult found :
        new MaxResult[] {
          x.max(0),
          x.min(0),
          x.sort(0, true),
          x.topk(2, 0, true),
          x.kthvalue(2, 0, false),
          x.median(0, false),
          x.mode(0, false),
          x.cummax(0),
          x.cummin(0)
        }) {
      found.indices().fill_(0);
      assertStale(found.values());
    }
  }

  @Test
  void shapesChangedInPlaceAfterTheOperation() {
    Tensor leaf = Tensor.ones(2, 3, 1).requiresGrad_(true);
    Tensor a = leaf.add(0);
    Tensor[] results = {
      a.sum(0, false),
      a.mean(1, true),
      a.expand(2, 3, 4),
      a.select(1, 2),
      a.reshape(6).add(1),
      Tensor.cat(new Tensor[] {a, a}, 0),
      Tensor.stack(new Tensor[] {a, a}, 1),
      a.flip(0)
    };
    a.squeeze_(2);
    a.transpose_(0, 1);
    a.unsqueeze_(0);
    for (Tensor result : results) {
      Tensor gradient = gradient(result, leaf);
      assertArrayEquals(new long[] {2, 3, 1}, gradient.shape());
    }
  }

  private static Tensor gradient(Tensor result, Tensor leaf) {
    leaf.setGrad(null);
    result.sum().backward(null, true, false);
    return Objects.requireNonNull(leaf.grad());
  }

  @Test
  void storageGrowsForAllWhoShareIt() {
    Tensor a = Tensor.tensor(new double[] {1, 2});
    Tensor data = a.data();
    Tensor set = Tensor.zeros(a.dtype(), 1).set_(a);
    a.resize_(4);
    a.fill_(7);
    assertEquals(7, data.get(1).item());
    assertEquals(7, set.get(0).item());
    assertSame(a.storage().array(), data.storage().array());
  }
}
