package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.scalar;

import dev.adjoint.Autograd;
import dev.adjoint.Context;
import dev.adjoint.Function;
import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.List;

/** Anomaly mode. */
final class AnomalyScenarios {

  private AnomalyScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("err-anomaly-mul", AnomalyScenarios::zeroTimesInfinity),
        Scenario.of("err-anomaly-custom", AnomalyScenarios::customFunction),
        Scenario.of("err-anomaly-inplace", AnomalyScenarios::inplace));
  }

  private static void zeroTimesInfinity(Console out) {
    Tensor x = leaf(scalar(0));
    try (var _ = Autograd.detectAnomaly()) {
      Tensor y = x.sqrt().mul(0);
      out.attempt(y::backward);
      out.attempt(() -> x.log().mul(0).backward());
    }
    try (var _ = Autograd.setDetectAnomaly(true, false)) {
      Tensor y = x.sqrt().mul(0);
      out.attempt(y::backward);
      out.print(x.grad(), Autograd.isAnomalyEnabled(), Autograd.isAnomalyCheckNanEnabled());
    }
    out.print(Autograd.isAnomalyEnabled());
  }

  private static final class Bad extends Function {
    @Override
    protected Tensor forward(Context ctx, Tensor... inputs) {
      return inputs[0].mul(1);
    }

    @Override
    protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
      return new Tensor[] {gradOutputs[0].mul(Double.NaN)};
    }
  }

  private static void customFunction(Console out) {
    Tensor x = leaf(Tensor.ones(1));
    try (var _ = Autograd.detectAnomaly()) {
      out.attempt(() -> new Bad().apply(x).backward());
    }
    new Bad().apply(x).backward();
    out.print(x.grad());
  }

  private static void inplace(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    try (var _ = Autograd.detectAnomaly()) {
      Tensor y = x.exp();
      y.add_(1);
      Exception error = failure(y.sum());
      out.print(PythonErrors.describe(error));
      // The warning that PyTorch prints is attached to the exception here.
      out.print(Arrays.stream(error.getSuppressed()).map(Throwable::getMessage).toList());
    }
  }

  private static Exception failure(Tensor root) {
    try {
      root.backward();
      throw new AssertionError("backward did not fail");
    } catch (IllegalStateException e) {
      return e;
    }
  }
}
