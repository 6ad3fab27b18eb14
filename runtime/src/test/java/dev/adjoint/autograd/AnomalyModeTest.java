package dev.adjoint.autograd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Errors of a backward pass tell where the failing operation was recorded. */
class AnomalyModeTest {

  private static Tensor badRoot(Tensor x) {
    return x.sqrt().mul(0);
  }

  private static boolean names(Throwable error, String method) {
    return Arrays.stream(error.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals(method));
  }

  @Test
  void nanIsAnErrorThatNamesTheForwardCall() {
    Tensor x = Tensor.tensor(0.0).requiresGrad_();
    try (var _ = Autograd.detectAnomaly()) {
      Tensor y = badRoot(x);
      Exception error = assertThrows(IllegalStateException.class, y::backward);
      assertEquals(
          "Function 'SqrtBackward0' returned nan values in its 0th output.", error.getMessage());
      Throwable forward = error.getSuppressed()[0];
      assertEquals(
          "Error detected in SqrtBackward0. Traceback of forward call that caused the error:",
          forward.getMessage());
      assertTrue(names(forward, "badRoot"));
      assertFalse(forward.getStackTrace()[0].getClassName().startsWith("dev.adjoint.autograd.Un"));
    }
    badRoot(x).backward();
    assertTrue(Double.isNaN(x.grad().item()));
  }

  @Test
  void nanNeedNotBeChecked() {
    Tensor x = Tensor.tensor(0.0).requiresGrad_();
    try (var _ = Autograd.setDetectAnomaly(true, false)) {
      assertTrue(Autograd.isAnomalyEnabled());
      assertFalse(Autograd.isAnomalyCheckNanEnabled());
      badRoot(x).backward();
    }
    assertFalse(Autograd.isAnomalyEnabled());
  }

  @Test
  void graphsRecordedOutsideSaySo() {
    Tensor y = badRoot(Tensor.tensor(0.0).requiresGrad_());
    try (var _ = Autograd.detectAnomaly()) {
      Exception error = assertThrows(IllegalStateException.class, y::backward);
      assertTrue(
          error.getSuppressed()[0].getMessage().contains("No forward pass information available"));
    }
  }

  @Test
  void secondOrderNamesBothCalls() {
    Tensor x = Tensor.tensor(0.0).requiresGrad_();
    try (var _ = Autograd.detectAnomaly()) {
      Tensor first = Autograd.gradCreateGraph(x.pow(1.5), x)[0];
      Exception error =
          assertThrows(IllegalStateException.class, () -> Autograd.grad(first.mul(0), x));
      assertTrue(error.getSuppressed().length >= 2);
      assertTrue(error.getSuppressed()[1].getMessage().startsWith("Previous calculation"));
    }
  }
}
