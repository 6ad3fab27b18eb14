package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.longs;
import static dev.adjoint.tests.semantics.Tensors.scalar;
import static dev.adjoint.tests.semantics.Tensors.scalar64;
import static dev.adjoint.tests.semantics.Tensors.vector;
import static dev.adjoint.tests.semantics.Tensors.vector64;

import dev.adjoint.DType;
import dev.adjoint.Index;
import dev.adjoint.Linalg;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Convolution;
import dev.adjoint.nn.Functional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Element types: inference, promotion, refusals. */
final class DtypeScenarios {

  private DtypeScenarios() {}

  static List<Scenario> all() {
    return List.of(
        // Lists of mixed types, and what is no list of numbers, do not compile.
        // A Java array has elements of one type; lists of several, of text and of None are
        // Python's.
        Scenario.of("dtype-infer", DtypeScenarios::inference).skipping(6, 11, 12),
        Scenario.of("dtype-factories", DtypeScenarios::factories),
        Scenario.of("dtype-arange", DtypeScenarios::ranges),
        Scenario.of("dtype-promote-dims", DtypeScenarios::promotion),
        Scenario.of("dtype-bool-errors", DtypeScenarios::booleans),
        Scenario.of("dtype-mismatch-errors", DtypeScenarios::mismatches),
        Scenario.of("dtype-grad-through-promotion", DtypeScenarios::gradients),
        Scenario.of("dtype-compare-errors", DtypeScenarios::comparisons));
  }

  private static void describe(Console out, String literal, Tensor t) {
    out.print(literal, t.dtype(), PythonText.tuple(t.shape()));
  }

  private static void inference(Console out) {
    describe(out, "1", Tensor.tensor(1));
    describe(out, "1.0", Tensor.tensor(1.0));
    describe(out, "True", Tensor.tensor(true));
    describe(out, "[1, 2]", longs(1, 2));
    describe(out, "[1, 2.0]", Tensor.tensor(new double[] {1, 2.0}));
    describe(out, "[True, False]", Tensor.tensor(new boolean[] {true, false}));
    describe(out, "[[1], [2]]", Tensor.tensor(new long[][] {{1}, {2}}));
    describe(out, "[]", Tensor.tensor(new double[0]));
    describe(out, "[[]]", Tensor.tensor(new double[1][0]));
    out.attempt(() -> Tensor.tensor(new long[][] {{1, 2}, {3}}));
  }

  private static void factories(Console out) {
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("ones", Tensor.ones(2));
    all.put("zeros", Tensor.zeros(2));
    all.put("full int", Tensor.full(new long[] {2}, 1));
    all.put("full float", Tensor.full(new long[] {2}, 1.5));
    all.put("full bool", Tensor.full(new long[] {2}, true));
    all.put("arange int", Tensor.arange(3));
    all.put("arange float", Tensor.arange(3.0));
    all.put("arange mixed", Tensor.arange(0, 1, 0.5));
    all.put("linspace", Tensor.linspace(0, 1, 3));
    all.put("eye", Tensor.eye(2));
    all.put("rand", Tensor.rand(1));
    all.put("empty", Tensor.empty(1));
    all.put("ones_like int", Tensor.onesLike(longs(1)));
    all.put("new_zeros", longs(1).newZeros(2));
    all.put("randint", Tensor.randint(0, 2, 1));
    all.put("tril_indices", Tensor.trilIndices(2, 2, 0));
    all.forEach((name, t) -> out.print(name, t.dtype()));
  }

  private static void ranges(Console out) {
    out.print(
        Tensor.arange(0, 1, 0.25),
        Tensor.arange(5, 0, -2),
        Tensor.arange(1, 1),
        Tensor.arange(0.5, 3));
    out.print(
        Tensor.linspace(0, 1, 5),
        Tensor.linspace(3, 3, 1),
        Tensor.linspace(0, 10, 4),
        Tensor.logspace(0, 2, 3, 10, DType.FLOAT32));
    out.attempt(() -> Tensor.arange(0, 5, -1));
    out.attempt(() -> Tensor.arange(0, 5, 0));
    out.attempt(() -> Tensor.linspace(0, 1, -1));
  }

  private static void promotion(Console out) {
    Tensor i = longs(1, 2);
    Tensor f = vector(1, 2);
    Tensor d0 = scalar64(1.5);
    Tensor i0 = Tensor.tensor(3);
    Tensor yes = Tensor.tensor(new boolean[] {true});
    out.print(
        i.add(1.5).dtype(),
        i.add(d0).dtype(),
        f.add(d0).dtype(),
        f.add(i0).dtype(),
        i0.add(d0).dtype(),
        f.add(f.toDouble()).dtype(),
        i.add(f).dtype());
    out.print(
        scalar(1).add(d0).dtype(),
        i.toInt().add(i0).dtype(),
        i.toInt().add(i).dtype(),
        yes.add(1).dtype(),
        yes.add(1.5).dtype());
    out.print(
        i.to(DType.UINT8).add(i.to(DType.INT8)).dtype(),
        i.toInt().mul(1.5).dtype(),
        DType.promote(DType.INT32, DType.FLOAT32));
  }

  private static void booleans(Console out) {
    Tensor b = Tensor.tensor(new boolean[] {true, false});
    Tensor f = vector(1.5);
    out.attempt(() -> b.sub(b));
    out.attempt(b::neg);
    out.attempt(() -> b.rsub(1));
    out.attempt(() -> f.bitwiseAnd(longs(1)));
    out.attempt(f::bitwiseNot);
    out.attempt(b::abs);
    out.print(
        b.bitwiseXor(Tensor.tensor(true)), b.bitwiseOr(Tensor.tensor(false)), b.bitwiseAnd(b));
  }

  private static void mismatches(Console out) {
    Tensor f = Tensor.ones(2, 2);
    Tensor d = Tensor.ones(DType.FLOAT64, 2, 2);
    Tensor i = Tensor.ones(DType.INT64, 2, 2);
    out.attempt(() -> f.matmul(d));
    out.attempt(() -> f.mv(d.get(0)));
    out.attempt(() -> f.get(0).dot(d.get(0)));
    out.attempt(() -> f.matmul(i));
    out.attempt(() -> f.addmm(d, d, 1, 1));
    out.attempt(() -> f.indexSelect(0, vector(0)));
    out.attempt(() -> f.gather(0, vector(0).reshape(1, 1)));
    out.attempt(() -> f.maskedFill(longs(1, 0), 0));
    out.attempt(() -> f.get(Index.of(vector(0.5))));
    out.attempt(() -> Functional.linear(f, d));
    out.attempt(() -> Functional.conv1d(f.unsqueeze(0), d.unsqueeze(0), Convolution.of()));
    out.attempt(() -> Linalg.solve(i, i));
    Tensor zero = Tensor.tensor(new long[][] {{0}});
    out.attempt(() -> f.scatter(0, zero, Tensor.ones(DType.FLOAT64, 1, 1)));
    out.print(i.matmul(i));
  }

  private static void gradients(Console out) {
    Tensor a = leaf(vector(1, 2));
    Tensor b = leaf(vector64(3, 4));
    Tensor c = leaf(scalar64(2));
    Tensor y = a.mul(b).add(a.mul(c));
    out.print(y.dtype(), a.mul(c).dtype());
    y.sum().backward();
    out.print(a.grad(), b.grad(), c.grad());
  }

  private static void comparisons(Console out) {
    out.print(
        longs(1, 2).eq(vector(1, 2.5)),
        Tensor.tensor(new boolean[] {true}).eq(1),
        longs(1).gt(0.5));
    out.print(vector(1).equal(vector(1)), vector(1).equal(vector(1, 1)));
    out.print(
        vector(1).allclose(vector(1 + 1e-6)),
        vector(1, Double.NaN).isclose(vector(1.1, Double.NaN), 1e-5, 1e-8, true));
    out.attempt(() -> vector(1).allclose(vector64(1)));
  }
}
