package dev.adjoint.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Tensor;
import dev.adjoint.TensorFunction;
import org.junit.jupiter.api.Test;

/** Losses of probabilities and margins. */
class ScoreFunctionsTest {

  private static final Tensor SCORES = matrix(new double[][] {{0.3, -0.2, 0.9}, {1.1, 0.4, -0.6}});
  private static final Tensor OTHERS = matrix(new double[][] {{0.7, 0.1, -0.4}, {0.2, -0.9, 0.8}});
  private static final Tensor CLASSES = Tensor.tensor(new long[] {2, 0});

  private static Tensor matrix(double[][] values) {
    return Tensor.tensor(values, DType.FLOAT64).requiresGrad_();
  }

  private static void check(TensorFunction function, Tensor... inputs) {
    Autograd.gradCheck(function, inputs);
    Autograd.gradGradCheck(function, inputs);
  }

  @Test
  void gaussian() {
    check(
        in -> Functional.gaussianNllLoss(in[0], in[1], in[2], Reduction.SUM, true, 1e-6),
        SCORES,
        OTHERS,
        Tensor.tensor(new double[] {0.4, 1.3}, DType.FLOAT64).requiresGrad_());
  }

  @Test
  void theLeastVarianceIsNotDifferentiated() {
    Tensor variance = Tensor.tensor(new double[] {0}, DType.FLOAT64).requiresGrad_();
    Tensor zero = Tensor.zeros(DType.FLOAT64, 1);
    Functional.gaussianNllLoss(zero, zero, variance, Reduction.SUM, false, 0.5).backward();
    assertEquals(1, variance.grad().item());
  }

  @Test
  void margins() {
    Tensor weight = Tensor.tensor(new double[] {0.5, 2, 1.5}, DType.FLOAT64);
    check(in -> Functional.multiMarginLoss(in[0], CLASSES, 2, 1, weight, Reduction.SUM), SCORES);
    Tensor labels = Tensor.tensor(new long[][] {{1, -1, 0}, {0, 2, -1}});
    check(in -> Functional.multilabelMarginLoss(in[0], labels, Reduction.NONE), SCORES);
  }

  @Test
  void labelsEndAtTheFirstNegativeOne() {
    Tensor scores = matrix(new double[][] {{0.1, 0.2, 0.4, 0.8}});
    Tensor labels = Tensor.tensor(new long[][] {{3, 0, -1, 1}});
    Tensor loss = Functional.multilabelMarginLoss(scores, labels, Reduction.MEAN);
    assertEquals(0.85, loss.item(), 1e-12);
  }

  @Test
  void similarities() {
    Tensor target = Tensor.tensor(new double[] {1, -1}, DType.FLOAT64);
    check(
        in -> Functional.cosineEmbeddingLoss(in[0], in[1], target, -0.9, Reduction.MEAN),
        SCORES,
        OTHERS);
    Tensor far = matrix(new double[][] {{0.1, -0.3, 0.5}, {0.8, 0.3, -0.1}});
    check(
        in ->
            Functional.tripletMarginLoss(
                in[0], in[1], in[2], Triplet.of().withSwap(), Reduction.MEAN),
        SCORES,
        OTHERS,
        far);
  }

  @Test
  void softMargins() {
    check(
        in -> Functional.multilabelSoftMarginLoss(in[0], in[1], null, Reduction.NONE),
        SCORES,
        OTHERS);
  }

  /** One label over two steps: alone, or next to a blank. */
  @Test
  void alignmentsAreSummed() {
    double[][] probabilities = {{0.4, 0.6}, {0.3, 0.7}};
    Tensor logs = Tensor.tensor(probabilities, DType.FLOAT64).log();
    Tensor label = Tensor.tensor(new long[] {1});
    Tensor loss = Functional.ctcLoss(logs, label, new long[] {2}, new long[] {1}, Ctc.of());
    assertEquals(-Math.log(0.6 * 0.7 + 0.6 * 0.3 + 0.4 * 0.7), loss.item(), 1e-12);
  }

  @Test
  void alignmentsBehindALogSoftmax() {
    Tensor labels = Tensor.tensor(new long[] {1, 1});
    Autograd.gradCheck(
        in ->
            Functional.ctcLoss(
                Functional.logSoftmax(in[0], 1), labels, new long[] {4}, new long[] {2}, Ctc.of()),
        matrix(new double[][] {{0.3, -0.2, 0.9}, {1.1, 0.4, -0.6}, {0.2, 0.5, 0.1}, {0, -1, 0.4}}));
  }

  @Test
  void alignmentsHaveNoSecondDerivative() {
    Tensor logs = Functional.logSoftmax(SCORES, 1);
    Tensor label = Tensor.tensor(new long[] {1});
    Tensor loss = Functional.ctcLoss(logs, label, new long[] {2}, new long[] {1}, Ctc.of());
    Tensor gradient =
        Autograd.grad(new Tensor[] {loss}, new Tensor[] {SCORES}, new Tensor[1], true, true, false)[
            0];
    assertThrows(IllegalStateException.class, () -> gradient.sum().backward());
  }

  @Test
  void labelsThatDoNotFitMayCountNothing() {
    Tensor logs = Functional.logSoftmax(SCORES.detach().requiresGrad_(), 1);
    Tensor labels = Tensor.tensor(new long[] {1, 1});
    long[] steps = {2};
    long[] lengths = {2};
    Ctc options = Ctc.of().withReduction(Reduction.NONE);
    Tensor loss = Functional.ctcLoss(logs, labels, steps, lengths, options);
    assertEquals(Double.POSITIVE_INFINITY, loss.item());
    Tensor none = Functional.ctcLoss(logs, labels, steps, lengths, options.withZeroInfinity());
    assertArrayEquals(new double[] {0}, none.reshape(1).toDoubleArray());
  }
}
