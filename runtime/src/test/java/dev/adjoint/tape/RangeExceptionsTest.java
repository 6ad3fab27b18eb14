package dev.adjoint.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Each exception is the one that the library throws. */
class RangeExceptionsTest {
  private static final int[] BOUNDS = {-2, 0, 1, 4, 9};

  private static void assertLike(Executable library, RuntimeException own) {
    RuntimeException thrown = assertThrows(RuntimeException.class, library);
    assertEquals(thrown.getClass(), own.getClass());
    assertEquals(thrown.getMessage(), own.getMessage());
  }

  @Test
  void rangesAreThoseOfTheLibrary() {
    double[] array = {1, 2, 3};
    for (int start : BOUNDS) {
      for (int end : BOUNDS) {
        if (start < 0 || start > end || end > 3) {
          assertLike(() -> Arrays.fill(array, start, end, 0), RangeExceptions.fill(3, start, end));
          assertLike(
              () -> Arrays.stream(array, start, end).sum(), RangeExceptions.stream(3, start, end));
        }
        if (start < 0 || start > 3 || end - start < 0) {
          assertLike(
              () -> Arrays.copyOfRange(array, start, end),
              RangeExceptions.copyOfRange("double", 3, start, end));
        }
      }
    }
  }

  @Test
  void copiesAreThoseOfTheLibrary() {
    float[] from = new float[3];
    float[] to = new float[5];
    int[][] ranges = {{-1, 0, 1}, {0, -1, 1}, {0, 0, -1}, {1, 0, 3}, {0, 4, 2}, {3, 3, 2147483647}};
    for (int[] range : ranges) {
      assertLike(
          () -> System.arraycopy(from, range[0], to, range[1], range[2]),
          RangeExceptions.arraycopy("float", 3, range[0], 5, range[1], range[2]));
    }
  }

  @Test
  void countsAreThoseOfStreams() {
    assertLike(() -> DoubleStream.of(1).limit(-1).sum(), RangeExceptions.count(-1));
    assertLike(() -> DoubleStream.of(1).skip(-2).sum(), RangeExceptions.count(-2));
  }
}
