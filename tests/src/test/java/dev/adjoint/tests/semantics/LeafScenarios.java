package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.scalar;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Leaves: what is one, what it accepts, how its gradient accumulates. */
final class LeafScenarios {

  private LeafScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("leaf-dtype-cast", LeafScenarios::dtypeCast),
        Scenario.of("leaf-set-false-nonleaf", LeafScenarios::setFalseOnNonLeaf),
        Scenario.of("leaf-retain-grad", LeafScenarios::retainGrad),
        Scenario.of("leaf-backward-on-leaf", LeafScenarios::backwardOnLeaf),
        Scenario.of("leaf-grad-identity", LeafScenarios::gradIdentity),
        Scenario.of("leaf-grad-not-aliased", LeafScenarios::gradNotAliased),
        Scenario.of("leaf-nonleaf-grad-warning", LeafScenarios::nonLeafGrad),
        Scenario.of("leaf-wide-types", LeafScenarios::wideTypes));
  }

  private static void dtypeCast(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    Tensor y = x.toDouble();
    Tensor z = x.toFloat();
    Tensor w = x.to(DType.FLOAT32);
    out.print(y.isLeaf(), y.gradFn().name(), y.dtype());
    out.print(z == x, w == x);
    y.sum().backward();
    out.print(x.grad(), x.grad().dtype());
  }

  private static void setFalseOnNonLeaf(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    Tensor y = x.mul(2);
    // The property and the method of the Python program are one method here.
    out.attempt(() -> y.requiresGrad_(false));
    out.attempt(() -> y.requiresGrad_(false));
    y.requiresGrad_(true);
    out.print(y.isLeaf());
    x.requiresGrad_(false);
    out.print(x.requiresGrad(), y.requiresGrad());
  }

  private static void retainGrad(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor y = x.mul(3);
    y.retainGrad();
    out.print(y.retainsGrad(), x.retainsGrad());
    y.pow(2).sum().backward();
    out.print(y.grad());
    out.print(x.grad());
  }

  private static void backwardOnLeaf(Console out) {
    Tensor x = leaf(scalar(3));
    x.backward();
    out.print(x.grad());
    x.backward(scalar(2));
    out.print(x.grad());
  }

  private static void gradIdentity(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    x.mul(2).sum().backward();
    Tensor g = x.grad();
    x.mul(3).sum().backward();
    out.print(g == x.grad(), g);
    out.print(g.requiresGrad(), g.isLeaf());
  }

  private static void gradNotAliased(Console out) {
    Tensor a = leaf(Tensor.ones(2));
    Tensor b = leaf(Tensor.ones(2));
    a.add(b).sum().backward();
    a.grad().add_(10);
    out.print(a.grad(), b.grad());
  }

  private static void wideTypes(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    Tensor y = leaf(Tensor.ones(2).to(DType.FLOAT64));
    Tensor z = x.mul(y);
    out.print(z.dtype());
    z.sum().backward();
    out.print(x.grad(), y.grad());
  }

  private static void nonLeafGrad(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    Tensor y = x.mul(2);
    y.sum().backward();
    List<String> warnings = new ArrayList<>();
    Logger logger = Logger.getLogger("dev.adjoint.autograd");
    Handler handler = collecting(warnings);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    out.print(y.grad());
    logger.setUseParentHandlers(true);
    logger.removeHandler(handler);
    out.print(warnings.size(), warnings.getFirst().substring(0, 81));
    out.print(x.grad());
  }

  private static Handler collecting(List<String> messages) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        messages.add(entry.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
