package dev.adjoint.processor.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Streams become the loops they stand for. */
class StreamsTest {
  @Test
  void aRangeIsCountedAndSummed() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double x) {
          return java.util.stream.IntStream.range(0, a.length).mapToDouble(i -> a[i] * x).sum();
        }
        """,
        """
        double Case.lambda@0(int i) {
          return (a[i] * x);
        }
        double Case.lambda@1() {
          int start = 0;
          int end = a.length;
          double sum = 0.0;
          double high = 0.0;
          double low = 0.0;
          for: for {
            init:
            int index = start;
            test: (index < end)
            update: (++index)
            body:
            int i = index;
            double element = call Case.lambda@0(i);
            double term = (stopGradient(element) - low);
            double next = (high + term);
            (low = ((next - high) - term));
            (high = next);
            (sum = (sum + element));
          }
          return dev.adjoint.tape.CompensatedSum.of(sum, (high - low));
        }
        double Case.f(double[] a, double x) {
          return call Case.lambda@1();
        }
        """);
  }

  @Test
  void aFilterIsABranch() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a, double x) {
          return java.util.Arrays.stream(a).filter(v -> v > 0).map(v -> v * x).max().orElse(0);
        }
        """,
        """
        boolean Case.lambda@0(double v) {
          return (v > (double) 0);
        }
        double Case.lambda@1(double v) {
          return (v * x);
        }
        double Case.lambda@2() {
          double[] array = a;
          int start = 0;
          int end = array.length;
          double max = 0.0;
          boolean present = false;
          for: for {
            init:
            int index = start;
            test: (index < end)
            update: (++index)
            body:
            double v = array[index];
            if ((!call Case.lambda@0(v))) {
              continue for;
            }
            double element = call Case.lambda@1(v);
            if (present) {
              (max = java.lang.Math.max(max, element));
            } else {
              (max = element);
              (present = true);
            }
          }
          double other = (double) 0;
          return (present ? max : other);
        }
        double Case.f(double[] a, double x) {
          return call Case.lambda@2();
        }
        """);
  }

  @Test
  void aReductionStartsWithItsIdentity() {
    assertBecomes(
        """
        @Differentiable static double f(double[] a) {
          return java.util.stream.DoubleStream.of(a).reduce(1, (p, v) -> p * v);
        }
        """,
        """
        double Case.lambda@0(double p, double v) {
          return (p * v);
        }
        double Case.lambda@1() {
          double[] array = a;
          int start = 0;
          int end = array.length;
          double total = (double) 1;
          for: for {
            init:
            int index = start;
            test: (index < end)
            update: (++index)
            body:
            double element = array[index];
            (total = call Case.lambda@0(total, element));
          }
          return total;
        }
        double Case.f(double[] a) {
          return call Case.lambda@1();
        }
        """);
  }

  @Test
  void aStreamIsCollectedInAnArray() {
    assertBecomes(
        """
        @Differentiable static double[] f(double[] a, double x) {
          return java.util.Arrays.stream(a).map(v -> v + x).toArray();
        }
        """,
        """
        double Case.lambda@0(double v) {
          return (v + x);
        }
        double[] Case.lambda@1() {
          double[] array = a;
          int start = 0;
          int end = array.length;
          double[] elements = new double[(end - start)];
          for: for {
            init:
            int index = start;
            test: (index < end)
            update: (++index)
            body:
            double v = array[index];
            double element = call Case.lambda@0(v);
            (elements[(index - start)] = element);
          }
          return elements;
        }
        double[] Case.f(double[] a, double x) {
          return call Case.lambda@1();
        }
        """);
  }

  private static void assertBecomes(String members, String expected) {
    assertEquals(expected, BoundSource.of(members).print());
  }
}
