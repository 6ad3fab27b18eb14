package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.longs;
import static dev.adjoint.tests.semantics.Tensors.matrix;
import static dev.adjoint.tests.semantics.Tensors.row;
import static dev.adjoint.tests.semantics.Tensors.scalar;
import static dev.adjoint.tests.semantics.Tensors.vector;
import static dev.adjoint.tests.semantics.Tensors.vector64;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.List;

/** In-place changes: what is allowed, what is detected, how history is rewritten. */
final class InplaceScenarios {

  private InplaceScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("inplace-leaf-error", InplaceScenarios::leafError),
        Scenario.of("inplace-leaf-view-error", InplaceScenarios::leafViewError),
        Scenario.of("inplace-leaf-no-grad", InplaceScenarios::leafNoGrad),
        Scenario.of("inplace-saved-double-error", InplaceScenarios::savedDoubleError),
        Scenario.of("inplace-leaf-saved-error", InplaceScenarios::leafSavedError),
        Scenario.of("inplace-constant-saved-error", InplaceScenarios::constantSavedError),
        Scenario.of("inplace-not-needed-ok", InplaceScenarios::notNeeded),
        Scenario.of("inplace-relu-ok", InplaceScenarios::relu),
        Scenario.of("inplace-chain-ok", InplaceScenarios::chain),
        Scenario.of("inplace-version", InplaceScenarios::version),
        Scenario.of("inplace-data-silent", InplaceScenarios::dataSilent),
        Scenario.of("inplace-detach-detected", InplaceScenarios::detachDetected),
        Scenario.of("inplace-copy", InplaceScenarios::copy),
        Scenario.of("inplace-fill", InplaceScenarios::fill),
        Scenario.of("inplace-dtype-errors", InplaceScenarios::dtypeErrors),
        Scenario.of("inplace-expand-error", InplaceScenarios::expandError));
  }

  private static void leafError(Console out) {
    Tensor x = leaf(Tensor.ones(3));
    out.attempt(() -> x.add_(1));
    out.attempt(() -> x.mul_(2));
    out.attempt(() -> x.zero_());
    out.attempt(() -> x.select(0, 0).fill_(5));
  }

  private static void leafViewError(Console out) {
    Tensor x = leaf(Tensor.ones(3));
    out.attempt(() -> x.select(0, 0).add_(1));
    out.attempt(() -> x.view(3, 1).mul_(2));
  }

  private static void leafNoGrad(Console out) {
    Tensor x = leaf(Tensor.ones(3));
    try (var _ = Autograd.noGrad()) {
      x.add_(1);
      x.select(0, 0).fill_(7);
    }
    out.print(x, x.version(), x.isLeaf());
  }

  private static void savedDoubleError(Console out) {
    Tensor x = leaf(Tensor.ones(DType.FLOAT64, 2, 3));
    Tensor h = x.add(1);
    Tensor y = h.sin();
    h.add_(1);
    h.add_(1);
    out.attempt(() -> y.sum().backward());
  }

  private static void leafSavedError(Console out) {
    Tensor w = leaf(Tensor.ones(3));
    Tensor y = w.mul(w).sum();
    try (var _ = Autograd.noGrad()) {
      w.sub_(0.1);
    }
    out.attempt(y::backward);
  }

  private static void constantSavedError(Console out) {
    Tensor x = leaf(Tensor.ones(3));
    Tensor c = vector(1, 2, 3);
    Tensor y = x.mul(c);
    c.select(0, 0).fill_(100);
    out.attempt(() -> y.sum().backward());
  }

  private static void notNeeded(Console out) {
    Tensor x = leaf(Tensor.ones(3));
    Tensor y = x.add(1);
    y.mul_(3);
    out.print(y, y.gradFn().name());
    y.sum().backward();
    out.print(x.grad());
  }

  private static void relu(Console out) {
    Tensor x = leaf(vector(-1, 0, 2));
    Tensor y = x.mul(2).relu_();
    out.print(y);
    y.sum().backward();
    out.print(x.grad());
  }

  private static void chain(Console out) {
    Tensor x = leaf(vector64(0.5, -0.5));
    Tensor y = x.clone();
    y.mul_(2).add_(x).sub_(1);
    out.print(y);
    y.sum().backward();
    out.print(x.grad());
  }

  private static void version(Console out) {
    Tensor x = Tensor.zeros(3);
    Tensor v = x.view(3, 1);
    Tensor d = x.detach();
    Tensor t = x.data();
    out.print(x.version(), v.version(), d.version(), t.version());
    x.add_(1);
    v.mul_(2);
    d.select(0, 0).fill_(9);
    out.print(x.version(), v.version(), d.version(), t.version());
    t.add_(1);
    out.print(x.version(), t.version());
    out.print(x);
    out.print(x.clone().version());
  }

  private static void dataSilent(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor y = x.mul(x);
    x.data().mul_(10);
    y.sum().backward();
    out.print(x.grad());
  }

  private static void detachDetected(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor y = x.mul(x);
    x.detach().mul_(10);
    out.attempt(() -> y.sum().backward());
  }

  private static void copy(Console out) {
    Tensor x = leaf(vector(1, 2, 3));
    Tensor buffer = Tensor.zeros(2, 3);
    buffer.copy_(x);
    out.print(buffer);
    buffer.mul(matrix(row(1), row(10))).sum().backward();
    out.print(x.grad());
  }

  private static void fill(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor v = leaf(scalar(5));
    Tensor y = x.mul(2);
    y.fill_(v);
    out.print(y);
    y.sum().backward();
    out.print(x.grad(), v.grad());
  }

  private static void dtypeErrors(Console out) {
    Tensor a = longs(1, 2);
    out.attempt(() -> a.add_(1.5));
    out.attempt(() -> a.div_(2));
    out.attempt(() -> a.add_(vector(0.5, 0.5)));
    a.add_(2);
    out.print(a);
    Tensor b = vector(1, 2);
    b.add_(vector64(1, 2));
    out.print(b);
  }

  private static void expandError(Console out) {
    Tensor a = Tensor.ones(1, 3).expand(2, 3);
    out.attempt(() -> a.add_(1));
  }
}
