package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.matrix;
import static dev.adjoint.tests.semantics.Tensors.row;
import static dev.adjoint.tests.semantics.Tensors.scalar;
import static dev.adjoint.tests.semantics.Tensors.vector;
import static dev.adjoint.tests.semantics.Tensors.vector64;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code Autograd.grad} and higher order. */
final class GradScenarios {

  private GradScenarios() {}

  static List<Scenario> all() {
    return List.of(
        // Unused inputs that are refused and given zeros are two methods here.
        Scenario.of("grad-unused-error", GradScenarios::unusedError).skipping(3),
        Scenario.of("grad-not-requiring", GradScenarios::notRequiring),
        Scenario.of("grad-non-leaf", GradScenarios::nonLeaf),
        Scenario.of("grad-of-itself", GradScenarios::ofItself),
        Scenario.of("grad-freed", GradScenarios::freed),
        Scenario.of("grad-second-names", GradScenarios::secondNames),
        Scenario.of("grad-second-linear", GradScenarios::secondLinear),
        Scenario.of("grad-no-create-graph", GradScenarios::noCreateGraph),
        Scenario.of("grad-penalty", GradScenarios::penalty),
        Scenario.of("grad-hessian-by-hand", GradScenarios::hessianByHand),
        Scenario.of("grad-double-backward-matmul", GradScenarios::doubleBackwardMatmul),
        Scenario.of("grad-reused-output", GradScenarios::reusedOutput));
  }

  // The two skipped lines materialise absent gradients, which allowUnused leaves null here.
  private static void unusedError(Console out) {
    Tensor x = leaf(scalar(1));
    Tensor y = leaf(scalar(1));
    out.attempt(() -> Autograd.grad(x.mul(2), x, y));
    out.print(PythonText.tuple((Object[]) Tensors.unused(x.mul(2), x, y)));
    out.print(PythonText.tuple((Object[]) Tensors.materialized(x.mul(2), x, y)));
  }

  private static void notRequiring(Console out) {
    Tensor x = leaf(scalar(1));
    Tensor c = scalar(1);
    out.attempt(() -> Autograd.grad(x.mul(c), x, c));
  }

  private static void nonLeaf(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor h = x.mul(3);
    Tensor y = h.pow(2).sum();
    out.print(PythonText.tuple((Object[]) Tensors.retained(y, h)));
    out.print(PythonText.tuple((Object[]) Autograd.grad(y, x, h)));
  }

  private static void ofItself(Console out) {
    Tensor x = leaf(vector(1, 2));
    out.print(PythonText.tuple((Object[]) Tensors.seeded(x, vector(5, 6), x)));
    Tensor y = x.mul(2);
    out.print(PythonText.tuple((Object[]) Tensors.seeded(y, vector(5, 6), y)));
  }

  private static void freed(Console out) {
    Tensor x = leaf(scalar(2));
    Tensor y = x.pow(3);
    Autograd.grad(y, x);
    out.attempt(() -> Autograd.grad(y, x));
  }

  private static void secondNames(Console out) {
    Tensor x = leaf(scalar(2));
    List<UnaryOperator<Tensor>> functions =
        List.of(
            Tensor::sin,
            Tensor::tanh,
            Tensor::sigmoid,
            Tensor::exp,
            Tensor::log,
            Tensor::sqrt,
            Tensor::relu,
            t -> t.pow(3),
            t -> t.rdiv(1));
    for (UnaryOperator<Tensor> f : functions) {
      Tensor g = Tensors.differentiable(f.apply(x), x);
      out.print(g, g.requiresGrad());
    }
  }

  private static void secondLinear(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor g = Tensors.differentiable(x.mul(3).sum(), x);
    out.print(g, g.requiresGrad());
    out.attempt(() -> Autograd.grad(g.sum(), x));
  }

  private static void noCreateGraph(Console out) {
    Tensor x = leaf(scalar(2));
    Tensor g = Autograd.grad(x.pow(3), x)[0];
    out.print(g, g.requiresGrad());
    out.attempt(g::backward);
  }

  private static void penalty(Console out) {
    Tensor x = leaf(vector64(1, 2, 3));
    Tensor w = leaf(vector64(0.5, -1, 2));
    Tensor y = x.mul(w).tanh().sum();
    Tensor g = Tensors.differentiable(y, x);
    Tensor loss = g.norm().sub(1).pow(2);
    loss.backward();
    out.print(PythonText.fixed(loss.item(), 10));
    out.print(PythonText.quoted(Tensors.values(x.grad()), 10));
    out.print(PythonText.quoted(Tensors.values(w.grad()), 10));
  }

  private static void hessianByHand(Console out) {
    Tensor x = leaf(vector64(1, 2, 3));
    Tensor y = x.prod().add(x.select(0, 0).pow(3).mul(x.select(0, 1)));
    Tensor g = Tensors.differentiable(y, x);
    for (int i = 0; i < 3; i++) {
      out.print(Tensors.retained(g.select(0, i), x)[0]);
    }
  }

  private static void doubleBackwardMatmul(Console out) {
    Tensor a = leaf(matrix(row(1, 2), row(3, 4)));
    Tensor b = leaf(matrix(row(5, 6), row(7, 8)));
    Tensor g = Tensors.differentiable(a.matmul(b).pow(2).sum(), a);
    out.print(g);
    g.sum().backward();
    out.print(a.grad());
    out.print(b.grad());
  }

  private static void reusedOutput(Console out) {
    Tensor x = leaf(scalar(2));
    out.print(PythonText.tuple((Object[]) Autograd.grad(x.mul(x), x, x)));
  }
}
