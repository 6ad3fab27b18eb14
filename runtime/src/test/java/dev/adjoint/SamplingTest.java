package dev.adjoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Expected numbers: drawn by PyTorch 2.13 with the seed 7. */
class SamplingTest {

  private static Generator seven() {
    return new Generator(7);
  }

  private static Tensor doubles(int count) {
    return Tensor.empty(DType.FLOAT64, count);
  }

  @Test
  void drawsWideIntegersFromTwoWords() {
    assertArrayEquals(
        new long[] {59306164, 171107539, 128500309},
        Tensor.randint(seven(), 0, (1L << 28) - 5, 3).toLongArray());
    assertArrayEquals(
        new long[] {923798968, 5485213241L, 8165475259L},
        Tensor.randint(seven(), 0, (1L << 33) + 12345, 3).toLongArray());
    assertArrayEquals(
        new long[] {-7815732517915138876L, 5163590386780219894L},
        Tensor.randint(seven(), Long.MIN_VALUE, Long.MAX_VALUE, 2).toLongArray());
  }

  @Test
  void drawsIntegersOverTheRangeOfAType() {
    assertArrayEquals(
        new double[] {8974492, 3335306, 11059538},
        Tensor.empty(3).random_(seven()).to(DType.FLOAT64).toDoubleArray());
    assertArrayEquals(
        new double[] {2516435200042024.0, 2465213813629881.0},
        doubles(2).random_(seven()).toDoubleArray());
    assertArrayEquals(
        new long[] {175, 196, 25, 246},
        Tensor.empty(DType.UINT8, 4).random_(seven()).to(DType.INT64).toLongArray());
  }

  @Test
  void drawsEachDistribution() {
    assertClose(
        doubles(3).exponential_(2, seven()),
        0.1638219614915395,
        0.1598917355510892,
        0.9905877271394761);
    assertClose(doubles(3).geometric_(0.3, seven()), 4, 4, 1);
    assertClose(
        doubles(3).cauchy_(1, 2, seven()),
        -0.6611115499249394,
        -0.7224061115390794,
        5.323784455837047);
    assertClose(doubles(2).normal_(0, 1, seven()), -0.1467950974849952, 0.7861412987235358);
    assertClose(doubles(2).logNormal_(1, 2, seven()).log(), 0.7064098050300096, 2.5722825974470718);
    assertClose(doubles(4).bernoulli_(0.3, seven()), 1, 1, 0, 0);
  }

  private static void assertClose(Tensor actual, double... expected) {
    double[] values = actual.toDoubleArray();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], values[i], 1e-14 * (1 + Math.abs(expected[i])));
    }
  }

  @Test
  void drawsInTheOrderOfMemory() {
    Tensor dense = Tensor.empty(3, 4).uniform_(0, 1, seven());
    Tensor transposed = Tensor.empty(4, 3).t().uniform_(0, 1, seven());
    assertArrayEquals(
        Tensor.empty(12).uniform_(0, 1, seven()).toFloatArray(), dense.flatten().toFloatArray());
    assertArrayEquals(
        Tensor.empty(12).uniform_(0, 1, seven()).toFloatArray(),
        transposed.t().flatten().toFloatArray());
  }

  @Test
  void drawsIndicesByWeight() {
    Tensor weights = Tensor.tensor(new double[][] {{.1, .2, .3, .4}, {1, 0, 5, 2}});
    assertArrayEquals(
        new long[] {1, 3, 0, 2, 3, 0},
        weights.multinomial(3, false, seven()).flatten().toLongArray());
    assertArrayEquals(
        new long[] {1, 1, 3, 3, 3, 3, 2, 2, 3, 3, 0, 0},
        weights.multinomial(6, true, seven()).flatten().toLongArray());
    assertArrayEquals(new long[] {0, 2}, Tensor.ones(0, 3).multinomial(2, false).shape());
  }

  @Test
  void permutationsHaveEveryNumberOnce() {
    long[] numbers = Tensor.randperm(seven(), 1000).toLongArray();
    Arrays.sort(numbers);
    assertArrayEquals(Tensor.arange(1000).toLongArray(), numbers);
    assertEquals(DType.UINT8, Tensor.randperm(seven(), 200, DType.UINT8).dtype());
    assertEquals(0, Tensor.randperm(0).numel());
  }

  @Test
  void whatIsOverwrittenHasNoGradient() {
    List<UnaryOperator<Tensor>> samplers =
        List.of(
            x -> x.uniform_(0, 1, seven()),
            x -> x.normal_(0, 1, seven()),
            x -> x.random_(5, seven()),
            x -> x.bernoulli_(Tensor.full(new long[] {3}, 0.5), seven()),
            x -> x.mul(0.5).bernoulli(seven()));
    for (UnaryOperator<Tensor> sampler : samplers) {
      Tensor x = Tensor.ones(3).requiresGrad_(true);
      Tensor y = sampler.apply(x.mul(1));
      assertTrue(y.requiresGrad());
      y.sum().backward();
      assertArrayEquals(new float[3], x.grad().toFloatArray());
    }
  }

  @Test
  void refusesWhatHasNoSuchDistribution() {
    Tensor x = Tensor.empty(3);
    Tensor integers = Tensor.empty(DType.INT64, 3);
    List<Executable> refused =
        List.of(
            () -> x.uniform_(5, 3),
            () -> x.uniform_(0, 1e39),
            () -> x.normal_(0, -1),
            () -> x.logNormal_(0, 0),
            () -> x.exponential_(0),
            () -> integers.exponential_(1),
            () -> x.geometric_(1),
            () -> x.cauchy_(0, 0),
            () -> x.bernoulli_(1.5),
            () -> x.bernoulli_(Double.NaN),
            () -> Tensor.full(new long[] {2}, 1.5).bernoulli(),
            () -> x.random_(5, 5),
            () -> Tensor.empty(DType.INT8, 3).random_(0, 300),
            () -> Tensor.randperm(-1),
            () -> Tensor.randperm(seven(), 300, DType.INT8),
            () -> x.multinomial(0, true),
            () -> Tensor.ones(3).multinomial(4, false),
            () -> Tensor.ones(2, 2, 2).multinomial(1, false),
            () -> Tensor.zeros(2).multinomial(1, false));
    refused.forEach(call -> assertThrows(IllegalArgumentException.class, call));
    assertThrows(UnsupportedOperationException.class, () -> integers.uniform_(0, 1));
    assertThrows(UnsupportedOperationException.class, () -> integers.normal_(0, 1));
  }
}
