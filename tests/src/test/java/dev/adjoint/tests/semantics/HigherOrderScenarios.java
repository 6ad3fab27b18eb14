package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.matrix;
import static dev.adjoint.tests.semantics.Tensors.row;
import static dev.adjoint.tests.semantics.Tensors.scalar;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.Autograd;
import dev.adjoint.Tensor;
import dev.adjoint.TensorFunction;
import dev.adjoint.ValueAndProduct;
import dev.adjoint.ValuesAndProducts;
import java.util.List;
import java.util.function.UnaryOperator;

/** Jacobians, Hessians and their products with vectors. */
final class HigherOrderScenarios {

  private HigherOrderScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("func-jacobian", HigherOrderScenarios::jacobian),
        Scenario.of("func-jacobian-multi", HigherOrderScenarios::jacobianOfSeveral),
        Scenario.of("func-jacobian-matrix", HigherOrderScenarios::jacobianOfAMatrix),
        Scenario.of("func-jacobian-unused", HigherOrderScenarios::jacobianUnused),
        Scenario.of("func-jacobian-create-graph", HigherOrderScenarios::jacobianCreateGraph),
        Scenario.of("func-hessian", HigherOrderScenarios::hessian),
        Scenario.of("func-hessian-multi", HigherOrderScenarios::hessianOfSeveral),
        Scenario.of("func-hessian-error", HigherOrderScenarios::hessianError),
        Scenario.of("func-jvp", HigherOrderScenarios::jvp),
        Scenario.of("func-vhp-hvp", HigherOrderScenarios::vhpAndHvp));
  }

  private static void jacobian(Console out) {
    Tensor x = vector(1, 2, 3);
    out.print(Autograd.jacobian(t -> t.pow(2), x));
    out.print(Autograd.jacobian(t -> t.sum(), x));
    out.print(
        Autograd.jacobian(
            t -> Tensor.stack(new Tensor[] {t.get(0).mul(t.get(1)), t.get(2).exp()}, 0), x));
    out.print(x.requiresGrad(), x.grad());
  }

  private static void printBlocks(Console out, Tensor[][] rows) {
    for (Tensor[] row : rows) {
      for (Tensor block : row) {
        out.print(block);
      }
    }
  }

  private static void jacobianOfSeveral(Console out) {
    Tensor[] inputs = {vector(1, 2), vector(3, 4)};
    printBlocks(
        out,
        Autograd.jacobian(
            in -> new Tensor[] {in[0].mul(in[1]), in[0].sum()}, inputs, false, false));
  }

  private static void jacobianOfAMatrix(Console out) {
    Tensor x = matrix(row(1, 2), row(3, 4));
    Tensor jacobian = Autograd.jacobian(m -> m.matmul(m), x);
    out.print(PythonText.size(jacobian.shape()));
    out.print(jacobian);
  }

  private static void jacobianUnused(Console out) {
    Tensor[] inputs = {vector(1, 2), vector(3, 4)};
    Tensor[] row = Autograd.jacobian(in -> new Tensor[] {in[0].mul(2)}, inputs, false, false)[0];
    out.print(PythonText.tuple(row[0], row[1]));
    out.attempt(() -> Autograd.jacobian(in -> new Tensor[] {in[0].mul(2)}, inputs, false, true));
    out.attempt(() -> Autograd.jacobian(p -> Tensor.ones(2), inputs[0], false, true));
  }

  private static void jacobianCreateGraph(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor jacobian = Autograd.jacobian(t -> t.pow(3), x, true, false);
    out.print(jacobian);
    jacobian.sum().backward();
    out.print(x.grad());
  }

  private static void hessian(Console out) {
    Tensor x = vector(1, 2, 3);
    out.print(Autograd.hessian(t -> t.pow(3).sum(), x));
    out.print(Autograd.hessian(t -> t.get(0).mul(t.get(1)).mul(t.get(2)), x));
  }

  private static void hessianOfSeveral(Console out) {
    Tensor[] inputs = {vector(1, 2), scalar(3)};
    TensorFunction function = in -> in[0].pow(2).sum().mul(in[1]).add(in[1].pow(3));
    printBlocks(out, Autograd.hessian(function, inputs, false, false));
  }

  private static void hessianError(Console out) {
    out.attempt(() -> Autograd.hessian(t -> t.pow(2), vector(1, 2)));
  }

  private static void print(Console out, ValueAndProduct both) {
    out.print(PythonText.tuple(both.value(), both.product()));
  }

  private static void jvp(Console out) {
    Tensor x = vector(1, 2, 3);
    Tensor v = vector(1, 0, -1);
    print(out, Autograd.jvp(t -> t.pow(2), x, v));
    ValuesAndProducts both =
        Autograd.jvp(
            in -> new Tensor[] {in[0].mul(in[1])},
            new Tensor[] {x, x},
            new Tensor[] {v, v},
            false,
            false);
    out.print(PythonText.tuple(both.values().getFirst(), both.products().getFirst()));
  }

  private static void vhpAndHvp(Console out) {
    Tensor x = vector(1, 2, 3);
    Tensor v = vector(1, 0, -1);
    UnaryOperator<Tensor> f = t -> t.get(0).pow(2).mul(t.get(1)).add(t.get(2).pow(3));
    print(out, Autograd.vhp(f, x, v));
    print(out, Autograd.hvp(f, x, v));
  }
}
