package dev.adjoint.tests.semantics;

import static dev.adjoint.tests.semantics.Tensors.leaf;
import static dev.adjoint.tests.semantics.Tensors.longs;
import static dev.adjoint.tests.semantics.Tensors.matrix;
import static dev.adjoint.tests.semantics.Tensors.matrix64;
import static dev.adjoint.tests.semantics.Tensors.row;
import static dev.adjoint.tests.semantics.Tensors.vector;

import dev.adjoint.Index;
import dev.adjoint.Linalg;
import dev.adjoint.SlogdetResult;
import dev.adjoint.Tensor;
import dev.adjoint.nn.Functional;
import dev.adjoint.nn.Reduction;
import java.util.List;

/** Losses and determinants at their ends, and repeated indices. */
final class LossScenarios {

  private LossScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("edge-loss-ignore", LossScenarios::ignored),
        Scenario.of("edge-bce", LossScenarios::binaryCrossEntropy),
        // The gradient at a singular matrix is the adjugate here, as mathematics has it.
        Scenario.of("edge-det-singular", LossScenarios::singular).skipping(1),
        // An index out of bounds is always an IndexOutOfBoundsException here.
        Scenario.of("edge-scatter-dup", LossScenarios::repeatedIndices));
  }

  private static void ignored(Console out) {
    Tensor x = leaf(Tensor.zeros(2, 3));
    Tensor loss = Functional.crossEntropy(x, longs(-100, -100));
    out.print(loss);
    loss.backward();
    out.print(x.grad());
    out.print(Functional.crossEntropy(x, longs(-100, 1), Reduction.NONE));
    out.attempt(() -> Functional.crossEntropy(x, longs(0, 3)));
    out.attempt(() -> Functional.crossEntropy(x, longs(0)));
    out.attempt(() -> Functional.crossEntropy(x, longs(0, 1).toInt()));
    out.attempt(() -> Functional.nllLoss(x, vector(0, 1)));
  }

  private static Tensor lossOf(Tensor x, Tensor target) {
    return Functional.binaryCrossEntropy(x, target, Reduction.NONE);
  }

  private static void binaryCrossEntropy(Console out) {
    Tensor x = leaf(vector(0, 1, 0.5));
    Tensor loss = lossOf(x, vector(0, 1, 1));
    out.print(loss);
    loss.sum().backward();
    out.print(x.grad());
    x.setGrad(null);
    loss = lossOf(x, vector(1, 0, 0));
    out.print(loss);
    loss.sum().backward();
    out.print(x.grad());
    out.attempt(() -> Functional.binaryCrossEntropy(vector(1.5), vector(1)));
    out.attempt(() -> Functional.binaryCrossEntropy(vector(0.5, 0.5), vector(1)));
    Tensor z = leaf(vector(100, -100, 0));
    loss = Functional.binaryCrossEntropyWithLogits(z, vector(0, 1, 1), Reduction.NONE);
    out.print(loss);
    loss.sum().backward();
    out.print(z.grad());
  }

  private static void singular(Console out) {
    Tensor a = leaf(matrix64(row(1, 2), row(2, 4)));
    Tensor d = a.det();
    d.backward();
    out.print(d.abs().lt(1e-12));
    out.attempt(() -> Linalg.inv(a));
    out.attempt(() -> Linalg.cholesky(matrix(row(1, 2), row(2, 1))));
    SlogdetResult parts = Tensor.zeros(2, 2).slogdet();
    out.print(
        matrix(row(-1)).logdet(),
        "torch.return_types.slogdet(\nsign=%s,\nlogabsdet=%s)"
            .formatted(parts.sign(), parts.logabsdet()));
    out.attempt(() -> Tensor.ones(2, 3).det());
  }

  private static void repeatedIndices(Console out) {
    Tensor x = Tensor.zeros(3);
    Tensor s = leaf(vector(1, 2, 3));
    Tensor y = x.scatterAdd(0, longs(0, 0, 2), s);
    out.print(y);
    y.mul(vector(1, 10, 100)).sum().backward();
    out.print(s.grad());
    out.attempt(() -> x.gather(0, longs(3)));
    out.attempt(() -> x.indexSelect(0, longs(-1)));
    out.attempt(() -> x.scatterAdd(0, longs(5), Tensor.ones(1)));
    out.print(x.get(Index.of(longs(-1))));
  }
}
