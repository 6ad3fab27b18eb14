package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be seen of a graph. */
class GraphPictureTest {

  @Test
  void picturesShowOperationsShapesAndLeaves() {
    Tensor x = Tensor.ones(2, 3).requiresGrad_();
    Tensor y = x.mul(x).sum();
    assertEquals(
        """
        digraph {
          result [label="() float32", shape=box, style=filled, fillcolor=palegreen];
          n0 [label="SumBackward0"];
          n0 -> result [label="()"];
          n1 [label="MulBackward0"];
          n1 -> n0 [label="(2, 3)"];
          n2 [label="leaf (2, 3) float32", shape=box, style=filled, fillcolor=lightblue];
          n2 -> n1 [label="(2, 3)"];
          n2 -> n1 [label="(2, 3)"];
        }
        """,
        Autograd.dot(y));
  }

  @Test
  void leavesAndConstantsArePicturesToo() {
    assertTrue(Autograd.dot(Tensor.ones(1).requiresGrad_()).contains("leaf (1) float32"));
    assertTrue(Autograd.dot(Tensor.ones(1)).contains("result"));
  }

  @Test
  void outputsAreNumberedWhereThereAreSeveral() {
    Tensor[] parts = Tensor.ones(2, 3).requiresGrad_().unbind(0);
    assertTrue(Autograd.dot(parts[0].add(parts[1])).contains("[label=\"(3) #1\"]"));
  }

  @Test
  void nodesPrintAsInPyTorch() {
    Tensor x = Tensor.ones(2).requiresGrad_();
    assertTrue(x.exp().gradFn().toString().matches("<ExpBackward0 object at 0x[0-9a-f]{12}>"));
  }

  @Test
  void savedValuesAreVisibleUntilTheyAreFreed() {
    Tensor x = Tensor.ones(2).requiresGrad_();
    Tensor y = x.exp();
    assertEquals(List.of(y), y.gradFn().savedTensors());
    assertEquals(List.of(x), x.pow(3).gradFn().savedTensors());
    y.sum().backward();
    assertThrows(IllegalStateException.class, () -> y.gradFn().savedTensors());
  }
}
