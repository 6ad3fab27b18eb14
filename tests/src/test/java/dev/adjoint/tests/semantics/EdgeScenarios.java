package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.longs;
import static dev.adjoint.tests.semantics.Tensors.matrix;
import static dev.adjoint.tests.semantics.Tensors.row;
import static dev.adjoint.tests.semantics.Tensors.scalar;
import static dev.adjoint.tests.semantics.Tensors.vector;
import static dev.adjoint.tests.semantics.Tensors.vector64;

import dev.adjoint.Tensor;
import java.util.List;

/** Zeros, ties, infinities and NaN in values and gradients. */
final class EdgeScenarios {

  private EdgeScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("edge-sqrt-zero", EdgeScenarios::sqrtZero),
        Scenario.of("edge-pow-zero", EdgeScenarios::powZero),
        Scenario.of("edge-pow-negative-base", EdgeScenarios::powNegativeBase),
        Scenario.of("edge-pow-int", EdgeScenarios::powInt),
        Scenario.of("edge-min-ties", EdgeScenarios::minTies),
        Scenario.of("edge-log-div-zero", EdgeScenarios::logDivZero),
        Scenario.of("edge-atan2-zero", EdgeScenarios::atan2Zero),
        Scenario.of("edge-matmul-shapes", EdgeScenarios::matmulShapes),
        Scenario.of("edge-float32-sum", EdgeScenarios::float32Sum));
  }

  private static void sqrtZero(Console out) {
    Tensor x = leaf(vector(0, 4, -1));
    Tensor y = x.sqrt();
    out.print(y);
    y.sum().backward();
    out.print(x.grad());
  }

  private static void powZero(Console out) {
    Tensor x = leaf(vector64(0, 0, 0, 0));
    Tensor e = leaf(vector64(0, 1, 2, 0.5));
    Tensor y = x.pow(e);
    out.print(y);
    y.sum().backward();
    out.print(x.grad());
    out.print(e.grad());
    for (Number p : new Number[] {0, 1, 2, 0.5, -1}) {
      Tensor base = leaf(vector(0, 2));
      base.pow(p.doubleValue()).sum().backward();
      out.print(p, base.grad());
    }
  }

  private static void powNegativeBase(Console out) {
    Tensor x = leaf(vector(-2, -2, -2));
    Tensor e = leaf(vector(2, 3, 0.5));
    Tensor y = x.pow(e);
    out.print(y);
    y.sum().backward();
    out.print(x.grad());
    out.print(e.grad());
  }

  private static void powInt(Console out) {
    Tensor a = longs(2, -3);
    out.print(a.pow(2), a.pow(0), a.pow(2.0), a.pow(0.5));
    out.attempt(() -> a.pow(-1));
    out.print(vector(2, -3).pow(-1));
    out.print(longs(1, 2, 3).rpow(2));
  }

  private static void minTies(Console out) {
    Tensor x = leaf(matrix(row(1, 1, 2), row(5, 4, 4)));
    x.min().backward();
    out.print(x.grad());
    x.setGrad(null);
    x.min(1).values().sum().backward();
    out.print(x.grad());
  }

  private static void logDivZero(Console out) {
    Tensor x = leaf(vector(0, -0.0, 1, -1));
    Tensor y = x.log();
    out.print(y.detach());
    y.sum().backward();
    out.print(x.grad());
    out.print(vector(1, -1, 0).div(vector(0, 0, 0)));
    out.print(vector(0, -0.0).rdiv(1));
    Tensor zero = leaf(vector(0));
    zero.div(zero).backward();
    out.print(zero.grad());
  }

  private static void atan2Zero(Console out) {
    Tensor y = leaf(vector(0, 0, -0.0, 1));
    Tensor x = leaf(vector(0, -1, -1, 0));
    Tensor r = y.atan2(x);
    out.print(r.detach());
    r.sum().backward();
    out.print(y.grad(), x.grad());
    Tensor a = leaf(scalar(0));
    Tensor b = leaf(scalar(0));
    a.hypot(b).backward();
    out.print(a.grad(), b.grad());
  }

  private static void matmulShapes(Console out) {
    Tensor[] operands = {Tensor.ones(3), Tensor.ones(3, 3), Tensor.ones(2, 3, 3)};
    for (Tensor p : operands) {
      for (Tensor q : operands) {
        out.print(p.dim(), q.dim(), PythonText.tuple(p.matmul(q).shape()));
      }
    }
    Tensor broadcast = Tensor.ones(5, 1, 2, 3).matmul(Tensor.ones(4, 3, 1));
    out.print(PythonText.tuple(broadcast.shape()));
    out.attempt(() -> scalar(2).matmul(operands[0]));
  }

  private static void float32Sum(Console out) {
    Tensor x = Tensor.full(new long[] {100000}, 0.1);
    out.print(Math.abs(x.sum().item() - 10000.0) < 0.01, Math.abs(x.mean().item() - 0.1) < 1e-6);
    Tensor columns = Tensor.full(new long[] {1000, 1000}, 0.1).sum(0);
    out.print(Math.abs(columns.select(0, 0).item() - 100.0) < 1e-3);
  }
}
