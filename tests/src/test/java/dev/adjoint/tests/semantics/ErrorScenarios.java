package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.longs;
import static dev.adjoint.tests.semantics.Tensors.matrix;
import static dev.adjoint.tests.semantics.Tensors.row;
import static dev.adjoint.tests.semantics.Tensors.scalar;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.DType;
import dev.adjoint.Index;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import java.util.List;

/** Calls that are refused. */
final class ErrorScenarios {

  private ErrorScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("err-matmul", ErrorScenarios::matmul),
        Scenario.of("err-cat", ErrorScenarios::joins),
        Scenario.of("err-factory", ErrorScenarios::factories),
        // An index that is text or a fraction does not compile; two ellipses have their own
        // message.
        // Text and fractions as an index do not compile.
        Scenario.of("err-index", ErrorScenarios::indices).skipping(3, 4),
        Scenario.of("err-not-implemented", ErrorScenarios::notImplemented));
  }

  private static Tensor ones(long... shape) {
    return Tensor.ones(shape);
  }

  private static void matmul(Console out) {
    out.attempt(() -> ones(2, 3).matmul(ones(2, 3)));
    out.attempt(() -> ones(2, 3).matmul(ones(2)));
    out.attempt(() -> ones(3).matmul(ones(2)));
    out.attempt(() -> ones(3).matmul(ones(2, 2)));
    out.attempt(() -> ones(2, 3, 4).matmul(ones(3, 4, 5)));
    out.attempt(() -> ones(3).mm(ones(3)));
    out.attempt(() -> ones(2, 3, 1).mm(ones(2, 3)));
    out.attempt(() -> ones(2, 3, 4).bmm(ones(3, 4, 5)));
    out.attempt(() -> ones(2, 2).dot(ones(2)));
    out.attempt(() -> ones(2, 2).mv(ones(3)));
    out.attempt(() -> ones(2, 2).outer(ones(3)));
    out.attempt(() -> Functional.linear(ones(2, 3), ones(4, 5)));
    out.attempt(() -> ones(3, 3).addmm(ones(2, 2), ones(2, 2), 1, 1));
  }

  private static Tensor cat(int dim, Tensor... tensors) {
    return Tensor.cat(tensors, dim);
  }

  private static void joins(Console out) {
    out.attempt(() -> cat(0));
    out.attempt(() -> Tensor.stack(new Tensor[0], 0));
    out.attempt(() -> cat(0, ones(2, 3), ones(3, 2)));
    out.attempt(() -> cat(0, ones(2, 3), ones(3)));
    out.attempt(() -> Tensor.stack(new Tensor[] {ones(2), ones(3)}, 0));
    out.attempt(() -> cat(0, scalar(1), scalar(2)));
    out.attempt(() -> cat(1, ones(2)));
    out.print(cat(1, ones(2, 1), Tensor.zeros(2, 2)), cat(0, Tensor.zeros(0), ones(2, 2)));
  }

  private static void factories(Console out) {
    out.attempt(() -> ones(-1));
    out.attempt(() -> Tensor.zeros(2, -3));
    out.attempt(() -> Tensor.eye(-1));
    out.attempt(() -> Tensor.full(new long[] {2}, 1, DType.BOOL).requiresGrad_());
    out.print(
        Tensor.full(new long[] {2}, 7),
        Tensor.eye(2, 3),
        PythonText.size(Tensor.zeros(2, 0).shape()),
        PythonText.size(Tensor.ones().shape()));
  }

  private static void indices(Console out) {
    Tensor x = ones(2, 3);
    out.attempt(() -> x.get(5));
    out.attempt(() -> x.get(-3));
    out.attempt(() -> x.get(0, 0, 0));
    out.attempt(() -> x.get(Index.of(Tensor.tensor(new boolean[] {true, false, true}))));
    out.attempt(() -> x.get(Index.of(longs(5))));
    out.attempt(() -> x.get(Index.of(longs(0, 1)), Index.of(longs(0, 1, 2))));
    out.attempt(() -> x.get(Index.ellipsis(), Index.ellipsis(), Index.at(0)));
    out.print(
        PythonText.size(x.get(Index.slice(5, null)).shape()),
        PythonText.size(x.get(Index.slice(-1, null), Index.slice(1, 99)).shape()),
        PythonText.size(x.get(Index.of(longs())).shape()),
        PythonText.size(x.get(Index.all(), Index.of(longs())).shape()),
        PythonText.size(x.get(Index.slice(1, 0)).shape()));
  }

  private static void notImplemented(Console out) {
    Tensor x = leaf(vector(5, 7));
    Tensor y = x.floorDivide(Tensor.tensor(2));
    out.print(y.requiresGrad(), y);
    out.attempt(() -> y.sum().backward());
    Tensor a = leaf(matrix(row(2, 1), row(1, 3)));
    out.attempt(() -> a.geqrf().a().sum().backward());
    out.attempt(() -> Tensor.cdist(a, a).sum().backward());
  }
}
