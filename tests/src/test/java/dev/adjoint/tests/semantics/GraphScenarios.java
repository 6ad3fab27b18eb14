package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.scalar;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.DType;
import dev.adjoint.Index;
import dev.adjoint.Tensor;
import dev.adjoint.autograd.AccumulateGrad;
import dev.adjoint.nn.Functional;
import java.util.List;
import java.util.stream.Collectors;

/** The structure of the recorded graph. */
@SuppressWarnings("ReferenceEquality") // What is printed is whether nodes are the same.
final class GraphScenarios {

  private GraphScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("graph-tree-chain", GraphScenarios::chain),
        Scenario.of("graph-tree-mixed", GraphScenarios::mixed),
        Scenario.of("graph-tree-shared", GraphScenarios::shared),
        Scenario.of("graph-tree-unbind", GraphScenarios::unbind),
        Scenario.of("graph-tree-cat", GraphScenarios::cat),
        Scenario.of("graph-tree-mean-var", GraphScenarios::meanVar),
        Scenario.of("graph-tree-inplace", GraphScenarios::inplace),
        Scenario.of("graph-tree-cast", GraphScenarios::cast),
        Scenario.of("graph-tree-double", GraphScenarios::doubleBackward),
        Scenario.of("graph-tree-std", GraphScenarios::std),
        Scenario.of("graph-tree-scalar-pow", GraphScenarios::scalarPow),
        Scenario.of("graph-accumulate-variable", GraphScenarios::accumulateVariable),
        Scenario.of("graph-tree-getitem", GraphScenarios::indexed),
        // A node shows the tensors it keeps, but not the numbers.
        Scenario.of("graph-saved", GraphScenarios::saved).skipping(0),
        Scenario.of("graph-next-functions", GraphScenarios::nextFunctions));
  }

  private static void chain(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    GraphTree.print(out, x.mul(2).add(1).exp().sum().gradFn());
  }

  private static void mixed(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    Tensor c = Tensor.ones(2);
    GraphTree.print(out, x.mul(c).add(c).gradFn());
    GraphTree.print(out, x.mul(3).sub(1).gradFn());
    GraphTree.print(out, x.rsub(1).gradFn());
  }

  private static void indexed(Console out) {
    Tensor x = leaf(Tensor.ones(2, 3, 4));
    Index all = Index.all();
    Index rest = Index.slice(1, null);
    Index even = Index.slice(null, null, 2);
    GraphTree.print(out, x.get(Index.at(0), rest, Index.newAxis(), even).gradFn());
    GraphTree.print(out, x.get(0).get(1).get(2).gradFn());
    Tensor both = Tensor.tensor(new long[] {0, 1});
    GraphTree.print(out, x.get(Index.of(both), all, Index.at(1)).gradFn());
  }

  private static void saved(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor e = x.exp();
    out.print(e.gradFn().savedTensors().getFirst().equal(e));
    e.sum().backward();
    out.attempt(() -> e.gradFn().savedTensors());
  }

  private static void shared(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    Tensor h = x.sin();
    Tensor y = h.mul(h);
    GraphTree.print(out, y.gradFn());
    var inputs = y.gradFn().nextFunctions();
    out.print(inputs.get(0).function() == inputs.get(1).function());
    out.print(h.gradFn() == inputs.get(0).function());
  }

  private static void unbind(Console out) {
    Tensor x = leaf(Tensor.ones(3, 2));
    Tensor[] parts = x.mul(2).unbind(0);
    Tensor y = parts[2].add(parts[0]);
    out.print(
        y.gradFn().nextFunctions().stream()
            .map(edge -> PythonText.tuple(edge.function().name(), edge.inputNr()))
            .collect(Collectors.joining(", ", "[", "]")));
    GraphTree.print(out, y.gradFn());
  }

  private static void cat(Console out) {
    Tensor x = leaf(Tensor.ones(1));
    Tensor y = leaf(Tensor.ones(2));
    GraphTree.print(out, Tensor.cat(new Tensor[] {x, Tensor.zeros(1), y.mul(2)}, 0).gradFn());
    GraphTree.print(out, Tensor.stack(new Tensor[] {x.select(0, 0), y.select(0, 0)}, 0).gradFn());
  }

  private static void meanVar(Console out) {
    Tensor x = leaf(Tensor.ones(2, 3));
    Tensor b = leaf(Tensor.ones(3));
    Tensor centred = x.add(b).sub(x.add(b).mean(1, true));
    GraphTree.print(out, centred.pow(2).mean().gradFn());
  }

  private static void inplace(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    Tensor y = x.mul(2);
    var f = y.gradFn();
    y.add_(1);
    out.print(y.gradFn() == f, y.gradFn().nextFunctions().get(0).function() == f);
    GraphTree.print(out, y.gradFn());
  }

  private static void cast(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    GraphTree.print(out, x.toDouble().mul(2).toFloat().gradFn());
    GraphTree.print(out, x.add(Tensor.ones(DType.FLOAT64, 2)).gradFn());
  }

  private static void doubleBackward(Console out) {
    Tensor x = leaf(scalar(2));
    Tensor g = Tensors.differentiable(x.pow(2), x);
    GraphTree.print(out, g.gradFn());
  }

  private static void std(Console out) {
    Tensor x = leaf(vector(1, 2));
    GraphTree.print(out, x.std().gradFn());
    GraphTree.print(out, x.norm().gradFn());
    GraphTree.print(out, Functional.normalize(x, 2, 0, 1e-12).gradFn());
  }

  private static void scalarPow(Console out) {
    Tensor x = leaf(vector(1, 2));
    for (Number p : new Number[] {0, 1, 2, 0.5, -1}) {
      Tensor y = x.pow(p.doubleValue());
      out.print(p, y, y.gradFn().nextFunctions().get(0).function().name());
    }
  }

  private static void accumulateVariable(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    Tensor a = x.mul(2);
    Tensor b = x.mul(3);
    var fa = (AccumulateGrad) a.gradFn().nextFunctions().get(0).function();
    var fb = b.gradFn().nextFunctions().get(0).function();
    out.print(fa == fb, fa.variable() == x, fa.name());
    out.print(PythonText.tuple(fa.nextFunctions().toArray()));
  }

  private static void nextFunctions(Console out) {
    Tensor x = leaf(Tensor.ones(2));
    Tensor y = x.add(Tensor.ones(2));
    out.print(PythonText.edges(y.gradFn()));
    out.print(PythonText.edges(x.mul(x).gradFn()));
    out.print(PythonText.edges(x.mul(2).gradFn()));
  }
}
