package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import org.junit.jupiter.api.Test;

/** Inference tensors stay out of graphs. */
class InferenceModeTest {

  @Test
  void newTensorsAreInferenceTensors() {
    Tensor x = Tensor.ones(2).requiresGrad_();
    try (var _ = Autograd.inferenceMode()) {
      Tensor y = x.mul(2);
      assertTrue(y.isInference());
      assertFalse(y.requiresGrad());
      assertFalse(x.view(2).isInference());
      assertFalse(Autograd.isGradEnabled());
      y.add_(1);
      try (var _ = Autograd.inferenceMode(false)) {
        assertTrue(x.mul(2).requiresGrad());
      }
    }
    assertTrue(Autograd.isGradEnabled());
    assertFalse(Tensor.ones(1).isInference());
  }

  @Test
  void nothingIsRecordedEvenWithGradientsOn() {
    Tensor x = Tensor.ones(2).requiresGrad_();
    try (var _ = Autograd.inferenceMode();
        var _ = Autograd.enableGrad()) {
      assertFalse(x.mul(2).requiresGrad());
    }
  }

  @Test
  void outsideTheyAreReadOnlyConstants() {
    Tensor x = Tensor.ones(2).requiresGrad_();
    Tensor y;
    try (var _ = Autograd.inferenceMode()) {
      y = x.mul(2);
    }
    assertThrows(IllegalStateException.class, y::requiresGrad_);
    assertThrows(IllegalStateException.class, () -> y.add_(1));
    assertThrows(IllegalStateException.class, y::version);
    assertThrows(IllegalStateException.class, () -> x.mul(y));
    assertTrue(x.add(y).requiresGrad());
    assertTrue(x.mul(y.clone()).requiresGrad());
    assertFalse(y.add(1).isInference());
    assertEquals(0, y.add(1).version());
    assertTrue(y.view(2).isInference());
  }

  @Test
  void otherThreadsAreNotConcerned() throws InterruptedException {
    boolean[] seen = new boolean[1];
    try (var _ = Autograd.inferenceMode()) {
      Thread thread = Thread.ofVirtual().start(() -> seen[0] = Tensor.ones(1).isInference());
      thread.join();
    }
    assertFalse(seen[0]);
  }
}
