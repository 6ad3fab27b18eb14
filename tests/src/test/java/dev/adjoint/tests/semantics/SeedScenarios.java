package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.matrix;
import static dev.adjoint.tests.semantics.Tensors.row;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.Autograd;
import dev.adjoint.Context;
import dev.adjoint.Function;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import java.util.List;

/** The tutorial programs. */
final class SeedScenarios {

  private SeedScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("seed-norm-loop", SeedScenarios::normLoop),
        Scenario.of("seed-norm-loop-count", SeedScenarios::normLoopCount),
        Scenario.of("seed-no-grad", SeedScenarios::noGrad),
        Scenario.of("seed-sum-of-two", SeedScenarios::sumOfTwo),
        Scenario.of("seed-mul-constant", SeedScenarios::mulConstant),
        Scenario.of("seed-mul-constant-correct", SeedScenarios::mulConstantCorrect),
        Scenario.of("seed-bce", SeedScenarios::binaryCrossEntropy),
        Scenario.of("seed-accumulate", SeedScenarios::accumulate),
        Scenario.of("seed-accumulate-two-losses", SeedScenarios::accumulateTwoLosses),
        Scenario.of("seed-data-edit", SeedScenarios::dataEdit));
  }

  private static void normLoop(Console out) {
    Tensor x = leaf(vector(-0.522251, -0.032067, 1.484427));
    Tensor y = x.mul(2);
    while (y.data().norm().item() < 1000) {
      y = y.mul(2);
    }
    out.print(y);
    Tensor gradients = vector(0.1, 1.0, 0.0001);
    y.backward(gradients);
    out.print(x.grad());
  }

  private static void normLoopCount(Console out) {
    Tensor x = leaf(vector(-0.9332, 1.9616, 0.1739));
    out.print(x);
    Tensor y = x.mul(2);
    int i = 0;
    while (y.data().norm().item() < 1000) {
      y = y.mul(2);
      i++;
    }
    out.print(y);
    out.print(i);
    y.backward(vector(0.1, 1.0, 0.0001));
    out.print(x.grad());
  }

  private static void noGrad(Console out) {
    Tensor x = leaf(vector(1, 2, 3));
    out.print(x.requiresGrad());
    out.print(x.pow(2).requiresGrad());
    try (var _ = Autograd.noGrad()) {
      out.print(x.pow(2).requiresGrad());
    }
  }

  private static void sumOfTwo(Console out) {
    Tensor x =
        leaf(
            matrix(
                row(0.0403, 0.5633, 0.2561, 0.4064, 0.9596),
                row(0.6928, 0.1832, 0.5380, 0.6386, 0.8710),
                row(0.5332, 0.8216, 0.8139, 0.1925, 0.4993),
                row(0.2650, 0.6230, 0.5945, 0.3230, 0.0752),
                row(0.0919, 0.4770, 0.4622, 0.6185, 0.2761)));
    Tensor y =
        leaf(
            matrix(
                row(0.2269, 0.7673, 0.8179, 0.5558, 0.0493),
                row(0.7762, 0.9242, 0.2872, 0.0035, 0.4197),
                row(0.4322, 0.5281, 0.9001, 0.7276, 0.3218),
                row(0.5123, 0.6567, 0.9465, 0.0475, 0.9172),
                row(0.9899, 0.9284, 0.5303, 0.1718, 0.3937)));
    out.print(x);
    out.print(y);
    Tensor z = x.add(y).sum();
    out.print(z);
    z.backward();
    out.print(x.grad(), y.grad());
    try (var _ = Autograd.noGrad()) {
      out.print(x.add(y.mul(2)).requiresGrad());
    }
  }

  // Forgets to scale the gradient, as the tutorial does.
  private static void mulConstant(Console out) {
    final class MulConstant extends Function {
      private final double constant;

      MulConstant(double constant) {
        this.constant = constant;
      }

      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        return inputs[0].mul(constant);
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        return new Tensor[] {gradOutputs[0]};
      }
    }
    Tensor a =
        leaf(
            matrix(
                row(0.0118, 0.1434, 0.8669),
                row(0.1817, 0.8904, 0.5852),
                row(0.7364, 0.5234, 0.9677)));
    Tensor b = new MulConstant(5).apply(a);
    out.print("a:" + a);
    out.print("b:" + b);
    b.backward(Tensor.onesLike(a));
    out.print(a.grad());
  }

  private static void mulConstantCorrect(Console out) {
    final class MulConstant extends Function {
      private final double constant;

      MulConstant(double constant) {
        this.constant = constant;
      }

      @Override
      protected Tensor forward(Context ctx, Tensor... inputs) {
        return inputs[0].mul(constant);
      }

      @Override
      protected Tensor[] backward(Context ctx, Tensor... gradOutputs) {
        return new Tensor[] {gradOutputs[0].mul(constant)};
      }
    }
    Tensor a = leaf(matrix(row(0.25, -0.5), row(1.5, 2.0)));
    Tensor b = new MulConstant(5).apply(a);
    out.print(b);
    out.print(b.gradFn().name(), b.gradFn().name());
    b.sum().backward();
    out.print(a.grad());
  }

  private static void binaryCrossEntropy(Console out) {
    Tensor x = Tensor.ones(5);
    Tensor y = Tensor.zeros(3);
    Tensor w =
        leaf(
            matrix(
                row(0.1947, 0.8704, -0.3393),
                row(1.9837, 0.6916, 0.2246),
                row(-0.8458, 0.7288, -0.0619),
                row(-2.4849, -1.1634, -0.9581),
                row(-1.2200, -0.9672, -1.1967)));
    Tensor b = leaf(vector(0.5, -0.25, 0.125));
    out.print(w);
    Tensor z = x.matmul(w).add(b);
    Tensor loss = Functional.binaryCrossEntropyWithLogits(z, y);
    out.print(z);
    out.print(loss);
    out.print("Gradient function for z = " + z.gradFn());
    out.print("Gradient function for loss = " + loss.gradFn());
    loss.backward();
    out.print(w.grad());
    out.print(b.grad());
    z = x.matmul(w).add(b);
    out.print(z.requiresGrad());
    try (var _ = Autograd.noGrad()) {
      z = x.matmul(w).add(b);
    }
    out.print(z.requiresGrad());
    z = x.matmul(w).add(b);
    out.print(z.detach().requiresGrad());
  }

  private static void accumulate(Console out) {
    Tensor inp = leaf(Tensor.eye(4, 5));
    Tensor result = inp.add(1).pow(2).t();
    result.backward(Tensor.onesLike(result), true, false);
    out.print("First call\n" + inp.grad());
    result.backward(Tensor.onesLike(result), true, false);
    out.print("\nSecond call\n" + inp.grad());
    inp.grad().zero_();
    result.backward(Tensor.onesLike(result), true, false);
    out.print("\nCall after zeroing gradients\n" + inp.grad());
  }

  private static void accumulateTwoLosses(Console out) {
    Tensor x = leaf(Tensor.ones(2, 2));
    Tensor y = x.add(2);
    y.mul(y).mul(2).div(4).mean().mul(2).backward();
    out.print(x.grad());
    x.sum().backward();
    out.print(x.grad());
    Tensor third = x.sum();
    x.grad().data().zero_();
    third.backward();
    out.print(x.grad());
  }

  private static void dataEdit(Console out) {
    Tensor x = leaf(Tensor.ones(1));
    out.print(x.data());
    out.print(x.data().requiresGrad());
    Tensor y = x.mul(2);
    x.data().mul_(100);
    y.backward();
    out.print(x);
    out.print(x.grad());
  }
}
