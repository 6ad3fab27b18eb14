package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.longs;
import static dev.adjoint.tests.semantics.Tensors.matrix;
import static dev.adjoint.tests.semantics.Tensors.matrix64;
import static dev.adjoint.tests.semantics.Tensors.row;
import static dev.adjoint.tests.semantics.Tensors.scalar64;
import static dev.adjoint.tests.semantics.Tensors.vector;
import static dev.adjoint.tests.semantics.Tensors.vector64;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import java.util.List;

/** Small training loops, end to end. */
final class TrainingScenarios {

  private TrainingScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("e2e-linear-regression", TrainingScenarios::linearRegression),
        Scenario.of("e2e-xor-mlp", TrainingScenarios::xor),
        Scenario.of("e2e-adam", TrainingScenarios::adam),
        Scenario.of("e2e-newton", TrainingScenarios::newton),
        Scenario.of("e2e-rnn", TrainingScenarios::recurrent),
        Scenario.of("e2e-softmax-classifier", TrainingScenarios::softmaxClassifier),
        Scenario.of("e2e-attention", TrainingScenarios::attention),
        Scenario.of("e2e-control-flow", TrainingScenarios::controlFlow));
  }

  private static void linearRegression(Console out) {
    Tensor x = matrix64(row(0), row(1), row(2), row(3));
    Tensor y = x.mul(3).sub(1);
    Tensor w = leaf(Tensor.zeros(DType.FLOAT64, 1, 1));
    Tensor b = leaf(Tensor.zeros(DType.FLOAT64, 1));
    for (int step = 0; step < 5; step++) {
      Tensor loss = x.matmul(w).add(b).sub(y).pow(2).mean();
      loss.backward();
      try (var _ = Autograd.noGrad()) {
        w.sub_(w.grad().mul(0.05));
        b.sub_(b.grad().mul(0.05));
      }
      w.setGrad(null);
      b.setGrad(null);
      out.print(
          step,
          PythonText.fixed(loss.item(), 8),
          PythonText.fixed(w.item(), 8),
          PythonText.fixed(b.item(), 8));
    }
  }

  private static void xor(Console out) {
    Tensor inputs = matrix64(row(0, 0), row(0, 1), row(1, 0), row(1, 1));
    Tensor targets = matrix64(row(0), row(1), row(1), row(0));
    Tensor w1 = leaf(matrix64(row(0.5, -0.4, 0.3), row(-0.6, 0.7, 0.2)));
    Tensor b1 = leaf(Tensor.zeros(DType.FLOAT64, 3));
    Tensor w2 = leaf(matrix64(row(0.8), row(0.9), row(-0.5)));
    Tensor b2 = leaf(Tensor.zeros(DType.FLOAT64, 1));
    Tensor[] parameters = {w1, b1, w2, b2};
    Tensor result = inputs;
    for (int step = 0; step < 200; step++) {
      result = inputs.matmul(w1).add(b1).tanh().matmul(w2).add(b2);
      Tensor loss = Functional.binaryCrossEntropyWithLogits(result, targets);
      Tensor[] gradients = Autograd.grad(loss, parameters);
      try (var _ = Autograd.noGrad()) {
        for (int i = 0; i < parameters.length; i++) {
          parameters[i].sub_(gradients[i].mul(0.5));
        }
      }
      if (step % 40 == 0 || step == 199) {
        out.print(step, PythonText.fixed(loss.item(), 6));
      }
    }
    out.print(PythonText.quoted(Tensors.values(result.sigmoid().flatten()), 4));
  }

  private static void adam(Console out) {
    Tensor w = leaf(vector64(1, -2, 0.5));
    Tensor m = Tensor.zerosLike(w);
    Tensor v = Tensor.zerosLike(w);
    for (int t = 1; t < 6; t++) {
      Tensor loss = w.sin().mul(w).sum();
      w.setGrad(null);
      loss.backward();
      try (var _ = Autograd.noGrad()) {
        m.mul_(0.9).add_(w.grad(), 0.1);
        v.mul_(0.999).addcmul_(w.grad(), w.grad(), 0.001);
        Tensor scale = v.div(1 - Math.pow(0.999, t)).sqrt().add_(1e-8);
        w.addcdiv_(m.div(1 - Math.pow(0.9, t)), scale, -0.01);
      }
      out.print(t, PythonText.fixed(loss.item(), 8), PythonText.quoted(Tensors.values(w), 8));
    }
  }

  private static void newton(Console out) {
    Tensor x = leaf(scalar64(2));
    for (int i = 0; i < 6; i++) {
      Tensor y = x.pow(4).sub(x.pow(3).mul(3)).add(2);
      Tensor g = Tensors.differentiable(y, x);
      Tensor h = Autograd.grad(g, x)[0];
      try (var _ = Autograd.noGrad()) {
        x.sub_(g.div(h));
      }
      out.print(i, PythonText.fixed(x.item(), 10));
    }
  }

  private static void recurrent(Console out) {
    Tensor w = leaf(matrix64(row(0.5, -0.3), row(0.2, 0.4)));
    Tensor h = vector64(1, -1);
    int n = 0;
    while (h.norm().item() > 0.05) {
      h = w.matmul(h).tanh();
      n++;
    }
    Tensor loss = h.pow(2).sum();
    loss.backward();
    out.print(n, PythonText.fixed(loss.item(), 10));
    double[] grad = Tensors.values(w.grad());
    out.print(
        "["
            + PythonText.quoted(new double[] {grad[0], grad[1]}, 10)
            + ", "
            + PythonText.quoted(new double[] {grad[2], grad[3]}, 10)
            + "]");
  }

  private static void softmaxClassifier(Console out) {
    Tensor x = matrix(row(1, 2), row(3, -1), row(0, 0.5));
    Tensor w = leaf(matrix(row(0.1, -0.2, 0.3), row(0.4, 0.5, -0.6)));
    Tensor b = leaf(Tensor.zeros(3));
    Tensor loss = Functional.crossEntropy(x.matmul(w).add(b), longs(0, 2, 1));
    out.print(loss);
    loss.backward();
    out.print(w.grad());
    out.print(b.grad());
  }

  private static void attention(Console out) {
    Tensor q = leaf(matrix(row(1, 0), row(0, 1), row(1, 1)));
    Tensor k = leaf(matrix(row(0.5, -0.5), row(1, 0), row(0, 2)));
    Tensor v = leaf(matrix(row(1, 2), row(3, 4), row(5, 6)));
    Tensor a = q.matmul(k.t()).div(Math.sqrt(2)).softmax(-1);
    Tensor o = a.matmul(v);
    out.print(a);
    out.print(o);
    o.sum().backward();
    out.print(q.grad());
    out.print(k.grad());
    out.print(v.grad());
  }

  private static Tensor branching(Tensor x, int n) {
    Tensor y = x;
    for (int i = 0; i < n; i++) {
      y = y.sum().item() > 0 ? y.mul(2).sub(i) : y.neg().add(x);
    }
    return y;
  }

  private static void controlFlow(Console out) {
    for (int n = 0; n < 4; n++) {
      Tensor x = leaf(vector(1, -0.5));
      Tensor y = branching(x, n);
      y.sum().backward();
      out.print(n, y.detach(), x.grad());
    }
  }
}
