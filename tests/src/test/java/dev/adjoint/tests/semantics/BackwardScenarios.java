package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.matrix;
import static dev.adjoint.tests.semantics.Tensors.row;
import static dev.adjoint.tests.semantics.Tensors.scalar;
import static dev.adjoint.tests.semantics.Tensors.scalar64;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import java.util.Arrays;
import java.util.List;

/** {@code backward}: roots, freed buffers, accumulation, graph shapes. */
final class BackwardScenarios {

  private BackwardScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("bw-nonscalar-error", BackwardScenarios::nonScalarError),
        Scenario.of("bw-no-graph-error", BackwardScenarios::noGraphError),
        Scenario.of("bw-one-element", BackwardScenarios::oneElement),
        Scenario.of("bw-twice-error", BackwardScenarios::twiceError),
        Scenario.of("bw-twice-no-buffers", BackwardScenarios::twiceNoBuffers),
        Scenario.of("bw-twice-shared-part", BackwardScenarios::twiceSharedPart),
        Scenario.of("bw-retain-graph", BackwardScenarios::retainGraph),
        Scenario.of("bw-inputs-arg", BackwardScenarios::inputsArgument),
        Scenario.of("bw-same-root-twice", BackwardScenarios::sameRootTwice),
        Scenario.of("bw-diamond", BackwardScenarios::diamond),
        Scenario.of("bw-doubling", BackwardScenarios::doubling),
        Scenario.of("bw-deep-chain", BackwardScenarios::deepChain),
        Scenario.of("bw-wide", BackwardScenarios::wide),
        Scenario.of("bw-unreached-leaf", BackwardScenarios::unreachedLeaf),
        Scenario.of("bw-detached-branch", BackwardScenarios::detachedBranch),
        Scenario.of("bw-multi-output-partial", BackwardScenarios::multiOutputPartial),
        Scenario.of("bw-broadcast-reduce", BackwardScenarios::broadcastReduce),
        Scenario.of("bw-inside-no-grad", BackwardScenarios::insideNoGrad),
        Scenario.of("bw-create-graph-accumulate", BackwardScenarios::createGraphAccumulate));
  }

  private static void nonScalarError(Console out) {
    Tensor x = leaf(Tensor.ones(3));
    out.attempt(() -> x.mul(2).backward());
  }

  private static void noGraphError(Console out) {
    Tensor x = Tensor.ones(3);
    out.attempt(() -> x.sum().backward());
    out.attempt(() -> Autograd.grad(x.sum(), x));
  }

  private static void oneElement(Console out) {
    Tensor x = leaf(Tensor.ones(3));
    x.mul(2).sum().reshape(1, 1).backward();
    out.print(x.grad());
  }

  private static void twiceError(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor y = x.mul(x).sum();
    y.backward();
    out.attempt(y::backward);
    out.print(x.grad());
  }

  private static void twiceNoBuffers(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor y = x.add(1).sum();
    y.backward();
    y.backward();
    out.print(x.grad());
  }

  private static void twiceSharedPart(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor h = x.exp();
    Tensor a = h.sum();
    Tensor b = h.mul(2).sum();
    a.backward();
    out.attempt(b::backward);
  }

  private static void retainGraph(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor h = x.mul(x);
    Tensor a = h.sum();
    Tensor b = h.mul(2).sum();
    a.backward(null, true, false);
    b.backward();
    out.print(x.grad());
    out.attempt(a::backward);
  }

  private static void inputsArgument(Console out) {
    Tensor x = leaf(scalar(2));
    Tensor y = leaf(scalar(3));
    Tensor z = x.mul(y);
    restricted(z, x);
    out.print(x.grad(), y.grad());
    Tensor w = x.mul(2);
    restricted(w.mul(w), w);
    out.attempt(() -> restricted(x.mul(x)));
  }

  private static void restricted(Tensor root, Tensor... inputs) {
    Autograd.backward(new Tensor[] {root}, null, inputs, false, false);
  }

  private static void sameRootTwice(Console out) {
    Tensor x = leaf(scalar(2));
    Tensor y = x.mul(x);
    Autograd.backward(new Tensor[] {y, y}, null, false, false);
    out.print(x.grad());
  }

  private static void diamond(Console out) {
    Tensor x = leaf(scalar(1.5));
    Tensor a = x.mul(2);
    Tensor b = a.sin();
    Tensor c = b.mul(a);
    Tensor d = c.add(a).add(x);
    d.backward();
    out.print(d, x.grad());
  }

  private static void doubling(Console out) {
    Tensor x = leaf(scalar64(1));
    Tensor y = x;
    for (int i = 0; i < 40; i++) {
      y = y.add(y);
    }
    y.backward();
    out.print(y.item(), x.grad().item());
  }

  private static void deepChain(Console out) {
    Tensor x = leaf(scalar64(1));
    Tensor y = x;
    for (int i = 0; i < 100000; i++) {
      y = y.add(1e-5);
    }
    y.backward();
    out.print(Math.rint(y.item() * 1e6) / 1e6, x.grad().item());
    out.print("released");
  }

  private static void wide(Console out) {
    Tensor x = leaf(scalar64(1));
    Tensor total = Tensor.zeros(DType.FLOAT64);
    for (int i = 0; i < 5000; i++) {
      total = total.add(x.mul(i));
    }
    total.backward();
    out.print(total.item(), x.grad().item());
  }

  private static void unreachedLeaf(Console out) {
    Tensor x = leaf(scalar(1));
    Tensor y = leaf(scalar(1));
    x.mul(2).backward();
    out.print(x.grad(), y.grad());
  }

  private static void detachedBranch(Console out) {
    Tensor x = leaf(scalar(3));
    Tensor y = x.mul(x.detach());
    y.backward();
    out.print(x.grad());
  }

  private static void multiOutputPartial(Console out) {
    Tensor x = leaf(matrix(row(1, 2), row(3, 4), row(5, 6)));
    Tensor[] parts = x.unbind(0);
    parts[1].mul(10).sum().backward();
    out.print(x.grad());
    out.print(parts[0].gradFn().name(), Arrays.stream(parts).map(Tensor::outputNr).toList());
  }

  private static void broadcastReduce(Console out) {
    Tensor a = leaf(Tensor.ones(2, 1, 3));
    Tensor b = leaf(Tensor.ones(4, 1));
    Tensor c = leaf(scalar(2));
    Tensor y = a.mul(b).add(c);
    out.print(PythonText.size(y.shape()));
    y.sum().backward();
    out.print(a.grad());
    out.print(b.grad());
    out.print(c.grad());
  }

  private static void insideNoGrad(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor y = x.mul(x).sum();
    try (var _ = Autograd.noGrad()) {
      y.backward();
    }
    out.print(x.grad(), x.grad().requiresGrad());
  }

  private static void createGraphAccumulate(Console out) {
    Tensor x = leaf(scalar(3));
    x.pow(3).backward(null, true, true);
    out.print(x.grad());
    x.grad().backward();
    out.print(x.grad());
  }
}
