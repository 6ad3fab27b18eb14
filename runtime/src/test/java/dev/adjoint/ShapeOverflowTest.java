package dev.adjoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjoint.nn.Convolution;
import dev.adjoint.nn.Functional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Results that no array holds are refused with their size, and nothing is allocated for them. */
class ShapeOverflowTest {
  private static final long LARGE = 65536;

  private static void assertRefused(String part, Executable call) {
    RuntimeException thrown = assertThrows(IllegalArgumentException.class, call);
    assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
  }

  private static void assertTooLarge(long elements, Executable call) {
    assertRefused(elements + " elements, more than 2147483639", call);
  }

  @Test
  void factories() {
    assertTooLarge(LARGE * LARGE, () -> Tensor.empty(LARGE, LARGE));
    assertTooLarge(LARGE * LARGE, () -> Tensor.zeros(DType.INT8, LARGE, LARGE));
    assertTooLarge(LARGE * LARGE, () -> Tensor.eye(LARGE));
    assertRefused("overflow", () -> Tensor.empty(LARGE, LARGE, LARGE, LARGE, LARGE));
    assertRefused("above 2147483647", () -> Tensor.zeros(1L << 31));
    assertRefused("above 2147483647", () -> Tensor.linspace(0, 1, 1L << 40));
    assertRefused("negative dimension -2: [3, -2]", () -> Tensor.full(new long[] {3, -2}, 1.0));
  }

  @Test
  void ranges() {
    assertRefused("The range has 17179869184 elements", () -> Tensor.arange(1L << 34));
    assertRefused("elements", () -> Tensor.arange(Long.MIN_VALUE, Long.MAX_VALUE, 1));
    assertRefused("elements", () -> Tensor.arange(0.0, Double.MAX_VALUE, 1.0));
    assertRefused("step must be nonzero", () -> Tensor.arange(0, 5, 0));
    long[] halves = {Long.MAX_VALUE, -1};
    assertArrayEquals(
        halves, Tensor.arange(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE).toLongArray());
  }

  @Test
  void emptyTensorsHaveAnyOtherSizes() {
    Tensor empty = Tensor.empty(0, LARGE, LARGE, LARGE);
    assertEquals(0, empty.numel());
    assertEquals(0, empty.reshape(LARGE, 0).add(1).numel());
  }

  @Test
  void expansionsAreViewsUntilTheyAreCopied() {
    Tensor wide = Tensor.ones(1, 1).requiresGrad_(true).expand(LARGE, LARGE);
    assertEquals(LARGE * LARGE, wide.numel());
    assertEquals(1.0, wide.select(0, 5).select(0, 7).item());
    assertArrayEquals(new long[] {LARGE, LARGE, 1}, wide.unsqueeze(-1).shape());
    assertEquals(LARGE, wide.diagonal(0, 0, 1).numel());
    assertTooLarge(LARGE * LARGE, wide::clone);
    assertTooLarge(LARGE * LARGE, wide::contiguous);
    assertTooLarge(LARGE * LARGE, () -> wide.add(1));
    assertRefused("above 2147483647", () -> wide.reshape(-1));
    assertTooLarge(LARGE * LARGE, wide::sum);
    assertRefused("overflow", () -> Tensor.ones(1).expand(1L << 30, 1L << 30, 1L << 30));
  }

  @Test
  void broadcastsAndProducts() {
    Tensor vector = Tensor.ones(LARGE);
    assertTooLarge(LARGE * LARGE, () -> vector.add(vector.unsqueeze(1)));
    assertTooLarge(LARGE * LARGE, () -> vector.outer(vector));
    assertTooLarge(LARGE * LARGE, () -> vector.kron(vector.unsqueeze(1)));
    assertTooLarge(LARGE * LARGE, () -> vector.unsqueeze(1).matmul(vector.unsqueeze(0)));
    assertTooLarge(LARGE * LARGE, () -> vector.diag(0));
    assertTooLarge(LARGE * LARGE, () -> Tensor.cdist(vector.unsqueeze(1), vector.unsqueeze(1), 2));
  }

  @Test
  void repetitions() {
    Tensor vector = Tensor.ones(LARGE);
    assertTooLarge(LARGE * LARGE, () -> vector.repeat(LARGE, 1));
    assertTooLarge(LARGE * LARGE, () -> vector.tile(LARGE, 1));
    assertRefused("above 2147483647", () -> vector.repeat(Long.MAX_VALUE));
    assertRefused("negative dimension", () -> vector.repeat(-1));
    assertRefused("above 2147483647", () -> vector.repeatInterleave(new long[] {LARGE}, 0));
    assertRefused("repeats can not be negative", () -> vector.repeatInterleave(new long[] {-1}, 0));
    Tensor part = Tensor.ones(1).expand(LARGE, 1L << 14);
    assertRefused("above 2147483647", () -> joined(part, 1 << 17));
  }

  private static Tensor joined(Tensor part, int times) {
    Tensor[] parts = new Tensor[times];
    java.util.Arrays.fill(parts, part);
    return Tensor.cat(parts, 0);
  }

  @Test
  void oneHot() {
    Tensor classes = Tensor.zeros(DType.INT64, LARGE);
    assertTooLarge(LARGE * LARGE, () -> Functional.oneHot(classes, LARGE));
    assertRefused("above 2147483647", () -> Functional.oneHot(classes, 1L << 40));
    Tensor last = Tensor.full(new long[] {1}, Long.MAX_VALUE);
    assertRefused("above 2147483647", () -> Functional.oneHot(last, -1));
  }

  @Test
  void windows() {
    Tensor image = Tensor.ones(1, 1, 4, 4);
    Tensor weight = Tensor.ones(1, 1, 1, 1);
    assertRefused(
        "more than 2147483639",
        () -> Functional.conv2d(image, weight, Convolution.of().withPadding(1 << 20)));
    assertRefused(
        "beyond 1073741824",
        () -> Functional.conv2d(image, weight, Convolution.of().withPadding(1L << 40)));
  }

  @Test
  void reshaping() {
    Tensor vector = Tensor.ones(6);
    assertRefused("overflow", () -> vector.reshape(1L << 32, 1L << 32));
    assertRefused("overflow", () -> vector.view(-1, 1L << 40, 1L << 40));
    assertRefused("invalid shape dimension", () -> vector.view(-2, 3));
    assertRefused("multiply up", () -> vector.unflatten(0, 1L << 32, 1L << 32));
  }

  @Test
  void stridesAndSlices() {
    Tensor vector = Tensor.ones(6);
    assertRefused("invalid storage offset -1", () -> strided(vector, 2, 1, -1));
    assertRefused("Negative strides", () -> strided(vector, 2, -1, 3));
    assertRefused("out of bounds", () -> strided(vector, 2, Long.MAX_VALUE, 0));
    assertRefused("out of bounds", () -> strided(vector, 2, 1, Long.MAX_VALUE));
    assertEquals(1, vector.slice(0, 1, Long.MAX_VALUE, Long.MAX_VALUE).numel());
    assertEquals(6, vector.slice(0, Long.MIN_VALUE, Long.MAX_VALUE, 1).numel());
    assertRefused("exceeds dimension size", () -> vector.narrow(0, 1, Long.MAX_VALUE));
    assertRefused("step must be positive", () -> vector.slice(0, 0, 6, Long.MIN_VALUE));
    assertThrows(IndexOutOfBoundsException.class, () -> vector.select(0, Long.MIN_VALUE));
    assertThrows(IndexOutOfBoundsException.class, () -> vector.sum(Integer.MIN_VALUE, false));
    assertEquals(1, vector.unfold(0, 1, Long.MAX_VALUE).numel());
  }

  private static Tensor strided(Tensor tensor, long size, long stride, long offset) {
    return tensor.asStrided(new long[] {size}, new long[] {stride}, offset);
  }

  @Test
  void splits() {
    Tensor vector = Tensor.ones(6);
    assertEquals(1, vector.split(Long.MAX_VALUE, 0).length);
    assertEquals(6, vector.chunk(Long.MAX_VALUE, 0).length);
    assertRefused("beyond 2147483647", () -> vector.tensorSplit(1L << 40, 0));
    long[] wrapping = {Long.MAX_VALUE, Long.MAX_VALUE, 8};
    assertRefused("sum exactly to 6", () -> vector.split(wrapping, 0));
    assertRefused("non-negative", () -> vector.split(new long[] {-1, 7}, 0));
  }
}
