package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.scalar;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import java.util.List;

/** The gradient mode: nesting, exceptions, what is recorded under it. */
final class ModeScenarios {

  private ModeScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("mode-nesting", ModeScenarios::nesting),
        Scenario.of("mode-exception", ModeScenarios::exception),
        Scenario.of("mode-set-function", ModeScenarios::setFunction),
        Scenario.of("mode-decorator", ModeScenarios::decorator),
        Scenario.of("mode-leaf-in-no-grad", ModeScenarios::leafInNoGrad),
        Scenario.of("mode-mixed", ModeScenarios::mixed),
        Scenario.of("mode-enable-in-no-grad", ModeScenarios::enableInNoGrad),
        Scenario.of("mode-inference", ModeScenarios::inference),
        Scenario.of("mode-sgd-rebind", ModeScenarios::sgdRebind));
  }

  private static void nesting(Console out) {
    out.print(Autograd.isGradEnabled());
    try (var _ = Autograd.noGrad()) {
      out.print(Autograd.isGradEnabled());
      try (var _ = Autograd.enableGrad()) {
        out.print(Autograd.isGradEnabled());
        try (var _ = Autograd.setGradEnabled(false)) {
          out.print(Autograd.isGradEnabled());
        }
        out.print(Autograd.isGradEnabled());
      }
      out.print(Autograd.isGradEnabled());
    }
    out.print(Autograd.isGradEnabled());
  }

  private static void exception(Console out) {
    try (var _ = Autograd.noGrad()) {
      throw new IllegalArgumentException("x");
    } catch (IllegalArgumentException expected) {
      out.print(Autograd.isGradEnabled());
    }
  }

  // The mode is lexically scoped here: the plain call is a scope that is closed later.
  private static void setFunction(Console out) {
    try (var _ = Autograd.setGradEnabled(false)) {
      out.print(leaf(Tensor.ones(1)).mul(2).requiresGrad());
    }
    try (var _ = Autograd.setGradEnabled(true)) {
      out.print(leaf(Tensor.ones(1)).mul(2).requiresGrad());
    }
  }

  // A decorated function is a method that opens the scope itself.
  private static Tensor doubledWithoutGrad(Tensor x) {
    try (var _ = Autograd.noGrad()) {
      return x.mul(2);
    }
  }

  private static Tensor doubledWithGrad(Tensor x) {
    try (var _ = Autograd.enableGrad()) {
      return x.mul(2);
    }
  }

  private static void decorator(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    out.print(doubledWithoutGrad(x).requiresGrad());
    try (var _ = Autograd.noGrad()) {
      out.print(doubledWithGrad(x).requiresGrad(), doubledWithoutGrad(x).requiresGrad());
    }
  }

  private static void leafInNoGrad(Console out) {
    Tensor x;
    Tensor y;
    try (var _ = Autograd.noGrad()) {
      x = leaf(Tensor.ones(2));
      y = x.mul(2);
    }
    out.print(x.requiresGrad(), y.requiresGrad(), y.isLeaf());
    x.mul(3).sum().backward();
    out.print(x.grad());
  }

  private static void mixed(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor a = x.mul(x);
    Tensor b;
    try (var _ = Autograd.noGrad()) {
      b = x.mul(x).mul(x);
    }
    Tensor c = a.add(b);
    out.print(c);
    c.sum().backward();
    out.print(x.grad());
  }

  private static void enableInNoGrad(Console out) {
    Tensor x = leaf(scalar(2));
    Tensor y;
    Tensor z;
    try (var _ = Autograd.noGrad()) {
      try (var _ = Autograd.enableGrad()) {
        y = x.pow(2);
      }
      z = y.mul(3);
    }
    out.print(y.requiresGrad(), z.requiresGrad());
    y.backward();
    out.print(x.grad());
  }

  private static void inference(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    Tensor y;
    try (var _ = Autograd.inferenceMode()) {
      y = x.mul(2);
      out.print(
          y.requiresGrad(),
          y.isInference(),
          Autograd.isInferenceModeEnabled(),
          Autograd.isGradEnabled());
    }
    out.print(y);
    out.attempt(y::requiresGrad_);
    out.attempt(() -> y.add_(1));
    out.attempt(y::version);
    Tensor z = y.add(1);
    out.print(z.isInference());
    out.attempt(() -> x.mul(y));
    out.print(x.mul(y.clone()).requiresGrad());
  }

  private static void sgdRebind(Console out) {
    Tensor w = leaf(vector(1, -1));
    w.pow(2).sum().backward();
    w = w.sub(w.grad().mul(0.1));
    out.print(w, w.isLeaf());
  }
}
