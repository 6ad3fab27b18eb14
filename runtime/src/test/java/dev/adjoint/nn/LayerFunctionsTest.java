package dev.adjoint.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.adjoint.Autograd;
import dev.adjoint.DType;
import dev.adjoint.Generator;
import dev.adjoint.Tensor;
import dev.adjoint.TensorFunction;
import org.junit.jupiter.api.Test;

/** Layers that are composed of other operations, and what they change or draw. */
class LayerFunctionsTest {

  private static final Tensor ROWS = Tensor.tensor(new long[] {0, 2, 2, 1, 3});
  private static final Tensor OFFSETS = Tensor.tensor(new long[] {0, 2, 2});

  private static Tensor numbers(double start, long... shape) {
    int count = 1;
    for (long size : shape) {
      count *= (int) size;
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = start + ((i * 5) % 7) * 0.37 + i * 0.011;
    }
    return Tensor.tensor(values, DType.FLOAT64).reshape(shape).requiresGrad_();
  }

  private static void check(TensorFunction function, Tensor... inputs) {
    Autograd.gradCheck(function, inputs);
    Autograd.gradGradCheck(function, inputs);
  }

  @Test
  void batchNormOfABatch() {
    check(
        in -> Functional.batchNorm(in[0], in[1], in[2], BatchStatistics.ofBatch().withEps(0.1)),
        numbers(-1, 3, 2, 2),
        numbers(0.5, 2),
        numbers(-0.5, 2));
  }

  @Test
  void batchNormKeepsRunningStatistics() {
    Tensor mean = Tensor.zeros(DType.FLOAT64, 1);
    Tensor variance = Tensor.ones(DType.FLOAT64, 1);
    Tensor input = Tensor.tensor(new double[] {1, 3}, DType.FLOAT64).reshape(2, 1).requiresGrad_();
    BatchStatistics statistics = BatchStatistics.training(mean, variance).withMomentum(0.5);
    Functional.batchNorm(input, null, null, statistics);
    assertEquals(1, mean.item());
    assertEquals(1.5, variance.item());
  }

  @Test
  void bilinear() {
    check(
        in -> Functional.bilinear(in[0], in[1], in[2], in[3]),
        numbers(-1, 2, 3),
        numbers(0.2, 2, 2),
        numbers(-0.7, 2, 3, 2),
        numbers(0.1, 2));
  }

  @Test
  void attentionWithAMask() {
    check(
        in ->
            Functional.scaledDotProductAttention(
                in[0], in[1], in[2], in[3], Attention.of().withScale(0.6)),
        numbers(-1, 2, 3),
        numbers(-0.4, 4, 3),
        numbers(0.3, 4, 2),
        numbers(-0.5, 2, 4));
  }

  @Test
  void attentionOfGroupedQueriesToThePast() {
    Attention options = Attention.of().causal().withGroupedQueries();
    check(
        in -> Functional.scaledDotProductAttention(in[0], in[1], in[2], null, options),
        numbers(-1, 4, 2, 2),
        numbers(-0.4, 2, 2, 2),
        numbers(0.3, 2, 2, 2));
  }

  @Test
  void whatSeesNothingGetsZerosAndNoGradient() {
    Tensor query = numbers(-1, 1, 2);
    Tensor nothing = Tensor.zeros(DType.BOOL, 1, 2);
    Tensor result =
        Functional.scaledDotProductAttention(
            query, numbers(0, 2, 2), numbers(0, 2, 2), nothing, Attention.of());
    result.sum().backward();
    assertArrayEquals(new double[] {0, 0}, result.reshape(2).toDoubleArray());
    assertArrayEquals(new double[] {0, 0}, query.grad().reshape(2).toDoubleArray());
  }

  @Test
  void bagsOfRows() {
    for (Bag.Mode mode : Bag.Mode.values()) {
      check(
          in -> Functional.embeddingBag(ROWS, in[0], OFFSETS, null, Bag.of(mode)),
          numbers(-1, 4, 2));
    }
    check(
        in -> Functional.embeddingBag(ROWS, in[0], OFFSETS, in[1], Bag.of(Bag.Mode.SUM)),
        numbers(-1, 4, 2),
        numbers(0.2, 5));
  }

  @Test
  void emptyBagsAreZero() {
    for (Bag.Mode mode : Bag.Mode.values()) {
      Tensor bags = Functional.embeddingBag(ROWS, numbers(1, 4, 2), OFFSETS, null, Bag.of(mode));
      assertArrayEquals(new double[] {0, 0}, bags.select(0, 1).toDoubleArray());
    }
  }

  @Test
  void gradientsOfRowsAreSharedByThoseThatAreEqual() {
    Tensor weight = numbers(-1, 4, 1);
    Functional.embedding(ROWS, weight, Embedding.of().withGradScaledByFrequency()).sum().backward();
    assertArrayEquals(new double[] {1, 1, 1, 1}, weight.grad().reshape(4).toDoubleArray());
  }

  @Test
  void longRowsAreShortenedInTheTable() {
    Tensor weight = Tensor.tensor(new double[][] {{3, 4}, {0.3, 0.4}, {6, 8}}, DType.FLOAT64);
    Tensor indices = Tensor.tensor(new long[] {0, 1});
    Functional.embedding(indices, weight, Embedding.of().withMaxNorm(1, 2));
    double[] expected = {0.6, 0.8, 0.3, 0.4, 6, 8};
    assertArrayEquals(expected, weight.reshape(6).toDoubleArray(), 1e-6);
  }

  @Test
  void dropoutDrawsTheSameFromTheSameSeed() {
    Tensor input = Tensor.ones(6);
    Tensor dropped = Functional.dropout(input, 0.3, true, new Generator(5));
    float kept = 1 / 0.7f;
    double[] expected = {kept, kept, kept, kept, kept, 0};
    assertArrayEquals(expected, dropped.toDoubleArray(), 1e-6);
    Tensor channels = Functional.featureDropout(Tensor.ones(3, 2, 1), 0.3, true, new Generator(5));
    assertArrayEquals(expected, channels.reshape(6).toDoubleArray(), 1e-6);
  }

  @Test
  void dropoutThatLeavesNothingOutIsTheInput() {
    Tensor input = Tensor.ones(3);
    assertSame(input, Functional.dropout(input, 0.5, false));
    assertSame(input, Functional.dropout(input, 0, true));
    assertThrows(IllegalArgumentException.class, () -> Functional.dropout(input, 1.5, false));
  }

  @Test
  void alphaDropoutMovesWhatItLeavesOut() {
    Tensor input = Tensor.ones(DType.FLOAT64, 6);
    double kept = 1.315044684383419;
    double left = -1.0595481589864801;
    double[] expected = {kept, kept, kept, kept, kept, left};
    Tensor elements = Functional.alphaDropout(input, 0.3, true, new Generator(5));
    assertArrayEquals(expected, elements.toDoubleArray(), 1e-12);
    Tensor channels =
        Functional.featureAlphaDropout(input.reshape(3, 2, 1), 0.3, true, new Generator(5));
    assertArrayEquals(expected, channels.reshape(6).toDoubleArray(), 1e-12);
  }
}
