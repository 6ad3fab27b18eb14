package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.longs;
import static dev.adjoint.tests.semantics.Tensors.scalar;
import static dev.adjoint.tests.semantics.Tensors.vector;
import static dev.adjoint.tests.semantics.Tensors.vector64;

import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import java.util.List;
import java.util.function.UnaryOperator;

/** Ties, zeros, infinities and integers in reductions and elementwise functions. */
final class EdgeCaseScenarios {
  private static final double INF = Double.POSITIVE_INFINITY;

  private EdgeCaseScenarios() {}

  static List<Scenario> all() {
    return List.of(
        // Which of equal elements topk takes is left open, as in PyTorch.
        Scenario.of("edge-max-ties", EdgeCaseScenarios::maxTies).skipping(4),
        Scenario.of("edge-cumprod-zeros", EdgeCaseScenarios::cumprodZeros),
        Scenario.of("edge-std-single", EdgeCaseScenarios::stdSingle),
        Scenario.of("edge-int-division", EdgeCaseScenarios::intDivision),
        Scenario.of("edge-inf", EdgeCaseScenarios::infinities),
        Scenario.of("edge-mean-int", EdgeCaseScenarios::meanInt),
        Scenario.of("edge-casts", EdgeCaseScenarios::casts),
        Scenario.of("edge-domain", EdgeCaseScenarios::domains),
        Scenario.of("edge-cumsum-int", EdgeCaseScenarios::cumsumInt),
        Scenario.of("edge-where-scalar", EdgeCaseScenarios::where),
        Scenario.of("edge-lerp-addc", EdgeCaseScenarios::fused));
  }

  private static Tensor ties() {
    return leaf(vector(1, 3, 3, 3));
  }

  private static void maxTies(Console out) {
    Tensor x = ties();
    x.max().backward();
    out.print("max", x.grad());
    x = ties();
    x.amax(new int[] {0}, false).backward();
    out.print("amax", x.grad());
    x = ties();
    var best = x.max(0);
    best.values().backward();
    out.print("max dim", best.indices(), x.grad());
    x = ties();
    Tensor y = leaf(vector(1, 2, 3, 4));
    x.maximum(y).sum().backward();
    out.print("maximum", x.grad(), y.grad());
    x = ties();
    x.median().backward();
    out.print("median", x.grad().sum());
  }

  private static void cumprodZeros(Console out) {
    Tensor x = leaf(vector(2, 0, 3, 0, 5));
    Tensor y = x.cumprod(0);
    y.sum().backward();
    out.print(y.detach(), x.grad());
  }

  private static void stdSingle(Console out) {
    int[] whole = {};
    Tensor x = leaf(vector(5));
    out.print(x.std(), x.var(), x.std(whole, 0, false), x.var(whole, 0, false));
    x.std().backward();
    out.print(x.grad());
    x = leaf(vector(2, 2, 2));
    x.std().backward();
    out.print(x.grad());
    x.setGrad(null);
    x.var().backward();
    out.print(x.grad());
    Tensor four = vector(1, 2, 3, 4);
    out.print(four.std(), four.std(whole, 0, false), four.var(whole, 2, false));
  }

  private static void intDivision(Console out) {
    Tensor a = longs(7, -7, 7, -7);
    Tensor b = longs(2, 2, -2, -2);
    out.print(a.div(b), a.floorDivide(b), a.remainder(b), a.fmod(b), a.div(b, "trunc"));
    out.attempt(() -> a.floorDivide(Tensor.tensor(0)));
    out.attempt(() -> a.remainder(Tensor.tensor(0)));
    out.print(a.div(0));
    Tensor f = a.toDouble().add(0.5);
    Tensor g = b.toDouble();
    out.print(f.floorDivide(g), f.remainder(g), f.fmod(g), f.div(g, "trunc"));
    out.print(vector(1, -1, 0).floorDivide(scalar(0)), vector(1, -1).remainder(scalar(0)));
    out.print(vector(5.5, -5.5).remainder(scalar(INF)), scalar(INF).remainder(Tensor.tensor(2)));
  }

  private static void infinities(Console out) {
    Tensor x = vector(INF, -INF, 1);
    int[] first = {0};
    out.print(
        x.sub(x),
        x.mul(0),
        x.exp(),
        x.tanh(),
        x.sigmoid(),
        x.softmax(0),
        x.logsumexp(first, false));
    Tensor none = vector(-INF, -INF);
    out.print(none.softmax(0), none.logsumexp(first, false));
    Tensor part = vector(0, -INF, 1);
    out.print(part.softmax(0), part.logSoftmax(0));
    Tensor wide = leaf(vector(1000, 0, -1000));
    List<UnaryOperator<Tensor>> functions =
        List.of(
            Tensor::sigmoid,
            Tensor::tanh,
            Functional::softplus,
            Functional::logsigmoid,
            t -> t.softmax(0),
            t -> t.logSoftmax(0));
    printGradients(out, wide, functions);
  }

  private static void printGradients(Console out, Tensor x, List<UnaryOperator<Tensor>> functions) {
    for (UnaryOperator<Tensor> function : functions) {
      x.setGrad(null);
      Tensor y = function.apply(x);
      y.sum().backward();
      out.print(y.detach(), x.grad());
    }
  }

  private static void meanInt(Console out) {
    Tensor yes = Tensor.tensor(new boolean[] {true, true});
    out.attempt(() -> longs(1, 2).mean());
    out.print(longs(1, 2).toFloat().mean());
    out.attempt(() -> longs(1, 2).std());
    out.attempt(() -> Tensor.tensor(new boolean[] {true}).mean());
    out.print(longs(1, 2).sum(), yes.sum(), longs(1, 2).to(DType.UINT8).sum().dtype());
    Tensor mixed = Tensor.tensor(new boolean[] {true, false});
    out.print(longs(1, 2).prod(), longs(1, 2).cumsum(0), mixed.cumsum(0));
    Tensor ints = longs(1, 2).toInt();
    out.print(ints.sum().dtype(), ints.max().dtype());
  }

  private static void casts(Console out) {
    Tensor x = vector(0, 0.9, -0.9, 2.7, -2.7);
    out.print(x.toInt(), x.toLong(), x.toBool(), x.toDouble());
    out.print(Tensor.tensor(new boolean[] {true, false}).toFloat(), longs(0, 1, 2).toBool());
    out.print(longs(1, 2).toDouble().dtype(), longs(300).to(DType.UINT8));
    out.print(vector64(0.1).toFloat().toDouble());
  }

  private static void domains(Console out) {
    Tensor x = leaf(vector(-1, 1, 2));
    printGradients(
        out,
        x,
        List.of(
            Tensor::asin,
            Tensor::acos,
            Tensor::atanh,
            Tensor::acosh,
            Tensor::log1p,
            Tensor::erfinv,
            Tensor::rsqrt));
  }

  private static void cumsumInt(Console out) {
    out.print(
        Tensor.tensor(new long[][] {{1, 2}, {3, 4}}).cumsum(1),
        longs(1, 2).toInt().cumsum(0).dtype());
    out.attempt(() -> Tensor.ones(2).cumsum(1));
    out.print(scalar(5).cumsum(0));
  }

  private static void where(Console out) {
    Tensor c = Tensor.tensor(new boolean[] {true, false});
    out.print(
        Tensor.where(c, Tensor.tensor(1), Tensor.tensor(0)),
        Tensor.where(c, scalar(1.5), Tensor.tensor(0)),
        Tensor.where(c, longs(1, 2), scalar(0.5)),
        Tensor.where(c, scalar(1), Tensors.scalar64(2)).dtype());
    out.print(PythonText.tuple(longs(0, 1, 2).gt(0).nonzero().select(1, 0)));
    out.attempt(() -> Tensor.where(vector(1, 0), Tensor.tensor(1), Tensor.tensor(0)));
  }

  private static void fused(Console out) {
    Tensor a = vector(1, 2);
    Tensor b = vector(3, 5);
    Tensor c = vector(2, 4);
    out.print(a.addcmul(b, c, 0.5), a.addcdiv(b, c, 2), a.lerp(b, 0.25), a.add(b, -1));
    out.attempt(() -> longs(1).addcdiv(longs(1), longs(1), 1));
    out.attempt(() -> longs(1).add(longs(1), 0.5));
  }
}
