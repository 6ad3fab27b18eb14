package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.longs;
import static dev.adjoint.tests.semantics.Tensors.matrix;
import static dev.adjoint.tests.semantics.Tensors.row;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Index;
import dev.adjoint.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Views, in-place changes through them, and indexing. */
@SuppressWarnings("ReferenceEquality") // What is printed is whether tensors are the same.
final class ViewScenarios {

  private ViewScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("view-base", ViewScenarios::base),
        Scenario.of("view-inplace-on-base", ViewScenarios::inplaceOnBase),
        Scenario.of("view-inplace-on-view", ViewScenarios::inplaceOnView),
        Scenario.of("view-inplace-tree", ViewScenarios::inplaceTree),
        Scenario.of("view-slice-assign-tensor", ViewScenarios::assignTensor),
        Scenario.of("view-slice-assign-scalar", ViewScenarios::assignScalar),
        Scenario.of("view-slice-assign-broadcast", ViewScenarios::assignBroadcast),
        Scenario.of("view-index-kinds", ViewScenarios::indexKinds),
        Scenario.of("view-no-grad-inplace-error", ViewScenarios::noGradInplace),
        Scenario.of("view-sharing", ViewScenarios::sharing),
        Scenario.of("view-noncontiguous-error", ViewScenarios::noncontiguous),
        Scenario.of("view-transpose-grad", ViewScenarios::transposed),
        Scenario.of("view-as-strided-grad", ViewScenarios::asStrided),
        Scenario.of("view-detach-share", ViewScenarios::detachShares),
        Scenario.of("view-detach-inplace", ViewScenarios::detachInPlace));
  }

  private static void base(Console out) {
    Tensor x = Tensor.zeros(2, 3);
    Tensor v = x.t();
    Tensor w = v.get(0);
    out.print(x.base(), v.base() == x, w.base() == x);
    out.print(x.isView(), v.isView());
    Tensor r = x.reshape(3, 2);
    Tensor c = x.t().reshape(6);
    out.print(r.base() == x, c.base() == null);
  }

  private static void inplaceOnBase(Console out) {
    Tensor x = leaf(vector(1, 2, 3));
    Tensor y = x.clone();
    Tensor v = y.get(Index.slice(1, null));
    y.mul_(2);
    out.print(v);
    v.sum().backward();
    out.print(x.grad());
  }

  private static void inplaceOnView(Console out) {
    Tensor x = leaf(vector(1, 2, 3));
    Tensor y = x.clone();
    Tensor v = y.get(Index.slice(0, 2));
    v.mul_(10);
    out.print(y);
    out.print(y.gradFn().name(), v.gradFn().name());
    y.sum().backward();
    out.print(x.grad());
  }

  private static void inplaceTree(Console out) {
    Tensor x = leaf(vector(1, 2, 3));
    Tensor y = x.clone();
    y.get(0).mul_(5);
    GraphTree.print(out, y.gradFn());
  }

  private static void assignTensor(Console out) {
    Tensor x = leaf(Tensor.zeros(2, 3));
    Tensor v = leaf(vector(1, 2));
    Tensor y = x.mul(1);
    y.set_(new Index[] {Index.all(), Index.at(1)}, v.mul(3));
    out.print(y);
    y.mul(matrix(row(1, 2, 3), row(4, 5, 6))).sum().backward();
    out.print(x.grad());
    out.print(v.grad());
  }

  private static void assignScalar(Console out) {
    Tensor x = leaf(Tensor.ones(2, 3));
    Tensor y = x.mul(2);
    y.set_(Index.at(0), 7);
    y.set_(new Index[] {Index.at(1), Index.slice(null, null, 2)}, -1);
    out.print(y);
    y.sum().backward();
    out.print(x.grad());
  }

  private static void assignBroadcast(Console out) {
    Tensor v = leaf(vector(2));
    Tensor y = Tensor.zeros(2, 3);
    y.set_(new Index[] {Index.all(), Index.slice(1, null)}, v);
    out.print(y);
    y.sum().backward();
    out.print(v.grad());
    out.attempt(() -> y.detach().set_(Index.at(0), Tensor.ones(2)));
  }

  private static void indexKinds(Console out) {
    Tensor x = Tensor.arange(24.0).reshape(2, 3, 4);
    Index dots = Index.ellipsis();
    out.print(
        x.get(1, 2, 3),
        x.get(Index.at(-1), dots, Index.at(0)),
        PythonText.size(x.get(Index.all(), Index.newAxis(), Index.at(1)).shape()));
    out.print(x.get(Index.at(0), Index.slice(1, null), Index.slice(null, null, 2)));
    out.print(x.get(Index.of(longs(0, 1)), Index.of(longs(2, 0))));
    out.print(x.get(Index.all(), Index.of(longs(2, 0)), Index.at(1)));
    out.print(x.get(Index.of(x.gt(20))));
    out.print(
        PythonText.size(x.get(dots, Index.at(-1)).shape()),
        PythonText.size(x.get(Index.newAxis()).shape()),
        PythonText.size(x.get(Index.of(Tensor.tensor(true))).shape()));
    out.print(x.get(Index.at(0), Index.of(longs(1, 2)), Index.slice(1, 3)));
    out.attempt(() -> x.get(2));
    out.attempt(() -> x.get(0, 0, 0, 0));
    out.attempt(() -> x.get(0, 3));
    out.attempt(() -> x.get(Index.slice(null, null, -1)));
  }

  private static void noGradInplace(Console out) {
    Tensor x = leaf(Tensor.ones(3));
    Tensor y = x.mul(2);
    Tensor v;
    try (var _ = Autograd.noGrad()) {
      v = y.get(Index.slice(0, 1));
    }
    out.attempt(() -> v.mul_(2));
  }

  private static Map<String, Tensor> relatives(Tensor x) {
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("view", x.view(6));
    all.put("reshape", x.reshape(3, 2));
    all.put("t", x.t());
    all.put("t_reshape", x.t().reshape(6));
    all.put("expand", x.get(Index.slice(null, 1)).expand(4, 3));
    all.put("flatten", x.flatten());
    all.put("squeeze", x.get(Index.newAxis()).squeeze(0));
    all.put("unsqueeze", x.unsqueeze(1));
    all.put("permute", x.permute(1, 0));
    all.put("narrow", x.narrow(1, 0, 2));
    all.put("select", x.select(0, 1));
    all.put("diagonal", x.diagonal());
    all.put("contiguous", x.contiguous());
    all.put("t_contiguous", x.t().contiguous());
    all.put("unfold", x.unfold(1, 2, 1));
    all.put("clone", x.clone());
    all.put("mask", x.get(Index.of(x.gt(1))));
    all.put("index", x.get(Index.of(longs(0))));
    all.put("tril", x.tril(0));
    all.put("flip", x.flip(0));
    all.put("chunk", x.chunk(2, 0)[0]);
    all.put("detach", x.detach());
    all.put("to", x.to(DType.FLOAT32));
    all.put("repeat", x.repeat(1, 1));
    all.put("roll", x.roll(new long[] {1}));
    return all;
  }

  private static void sharing(Console out) {
    Tensor x = Tensor.arange(6.0).reshape(2, 3);
    relatives(x)
        .forEach(
            (name, t) ->
                out.print(
                    name,
                    t.storage().array() == x.storage().array(),
                    PythonText.tuple(t.shape()),
                    PythonText.tuple(t.strides()),
                    t.storageOffset(),
                    t.isContiguous()));
  }

  private static void noncontiguous(Console out) {
    Tensor x = Tensor.arange(6.0).reshape(2, 3);
    out.attempt(() -> x.t().view(6));
    out.attempt(() -> x.view(4));
    out.attempt(() -> x.reshape(4));
    out.attempt(() -> x.view(-1, -1));
    out.attempt(() -> x.view(-1, 4));
    out.attempt(() -> Tensor.ones(0, 2).view(-1, 0));
    out.print(x.view(-1), x.view(3, -1));
  }

  private static void transposed(Console out) {
    Tensor x = leaf(Tensor.arange(6.0));
    Tensor y = x.view(2, 3).t().get(Index.slice(1, null)).unsqueeze(0).expand(2, 2, 2);
    out.print(y);
    y.mul(Tensor.arange(8.0).reshape(2, 2, 2)).sum().backward();
    out.print(x.grad());
  }

  private static void asStrided(Console out) {
    Tensor x = leaf(Tensor.arange(5.0));
    Tensor y = x.asStrided(new long[] {3, 3}, new long[] {1, 1}, 0);
    out.print(y);
    y.sum().backward();
    out.print(x.grad());
  }

  private static void detachShares(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor d = x.detach();
    d.set_(Index.at(0), 50);
    out.print(x);
    out.print(d);
  }

  private static void detachInPlace(Console out) {
    Tensor x = leaf(vector(1, 2));
    Tensor y = x.mul(2);
    y.detach_();
    out.print(y, y.isLeaf(), y.requiresGrad());
    Tensor v = x.mul(2).get(Index.slice(0, 1));
    out.attempt(v::detach_);
  }
}
